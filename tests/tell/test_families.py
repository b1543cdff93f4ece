from __future__ import annotations

import json

from sayso.model import Copy, Family, ReportEntry
from sayso.tell.families import FAMILIES, family_entries
from sayso.tell.lines import entry_line

REPORTS = {
    id: ReportEntry(number, id, f"{id}.txt", day, outlet, "en", "Talks failed", 1, 1)
    for number, (id, day, outlet) in enumerate(
        [("r1", "2031-03-05", "Coast Wire"), ("r2", "2031-03-07", "Ost Post"), ("r3", "2031-03-06", None)], 1
    )
}
FAMILY = Family(
    "F1", "r1", ("published first",),
    (
        Copy("r2", "r1", "shortened", 0.9, ("shared words: 97 %", "credit line: (Wire)")),
        Copy("r3", "r1", "exact", 1.0, ()),
        Copy("r9", "r1", "near", 0.8, ()),
    ),
)  # fmt: skip


def test_the_original_comes_first_then_the_copies_by_day() -> None:
    entries = list(family_entries([FAMILY], REPORTS))
    assert [(entry.report, entry.kind, entry.of) for entry in entries] == [
        ("r1", "original", None),
        ("r3", "exact", "r1"),
        ("r2", "shortened", "r1"),
        ("r9", "near", "r1"),
    ]
    assert entries[0].evidence == "published first"
    assert entries[2].evidence == "shared words: 97 %; credit line: (Wire)"
    assert (entries[3].number, entries[3].outlet) == (None, None)


def test_families_are_listed_a_report_a_line() -> None:
    entries = list(family_entries([FAMILY], REPORTS))
    headings, first, *_ = (line.split("\t") for line in FAMILIES.lines(entries))
    row = dict(zip(headings, first, strict=True))
    assert (row["family"], row["report"], row["kind"], row["outlet"]) == ("F1", "1", "original", "Coast Wire")
    assert json.loads(entry_line(entries[2]))["score"] == 0.9
