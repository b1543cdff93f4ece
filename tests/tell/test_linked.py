from __future__ import annotations

from dataclasses import replace

import factory
import pytest

from sayso.model import Dispute, Findings, Linked, LinkedPlace, LinkedRole, Member, Origin, StatementRef
from sayso.model.event import Count
from sayso.tell.linked import TIMELINE, tell_linked

OFFICIAL = Origin("O1", "unnamed", "a senior Velian official", ("Harbour Times",), ("r1", "r2"))
EVENT = Linked(
    "E1", "CONSULT", "occurred", "2031-03-03", "2031-03-03", LinkedPlace("Tarn", None, "city"),
    (LinkedRole("actor", "Two envoys of Velia", None), LinkedRole("recipient", "the Orsk Front", "VELREB")),
    (Member("r1", "e1", (), "K1"), Member("r2", "e1", (), "K1")),
    (OFFICIAL,), "one-unnamed-origin", (Dispute("denial", StatementRef("r2", "s2")),),
)  # fmt: skip


@pytest.fixture
def records() -> dict[str, Findings]:
    """Two reports of one text, so that the second says nothing that the first has not said."""
    first = factory.record(id="r1", outlet="Ost Post", published="2031-03-05")
    return {"r1": first, "r2": factory.record(id="r2", outlet="Quay Mail", published="2031-03-06")}


def shown(event: Linked, records: dict[str, Findings]) -> list[str]:
    return [" ".join(line.split()) for section in tell_linked(event, records) for line in section.text()]


def test_an_event_is_told_with_its_origins_disputes_and_what_is_unknown(records: dict[str, Findings]) -> None:
    lines = shown(EVENT, records)
    for line in (
        "E1 · CONSULT · occurred · Two envoys of Velia → the Orsk Front",
        "words met",
        "when 2031-03-03",
        "where Tarn, city",
        "recipient the Orsk Front (VELREB)",
        "support one origin, unnamed",
        "reports 2",
        "a senior Velian official ← Harbour Times · unnamed",
        "in Ost Post, 2031-03-05, r1",
        "in and 1 more report",
        "denied · a senior Velian official ← a senior Velian official · unnamed",
        "in Quay Mail, 2031-03-06, r2 (s2)",
        "words “They will talk again,”",
        "who 1 of its 1 origins are: they are not named",
    ):
        assert line in lines
    words = next(line for line in lines if line.startswith("words a senior"))
    assert words.startswith("words a senior Velian official: Two envoys of Velia met commanders")
    assert {"when", "where", "by whom", "to whom", "on whose word"}.isdisjoint(lines)


def test_of_an_event_without_anything_all_is_unknown(records: dict[str, Findings]) -> None:
    bare = replace(
        EVENT, begin=None, end=None, place=None, roles=(), origins=(), disputes=(), grade="unsourced", members=()
    )
    lines = shown(bare, records)
    assert lines[lines.index("Not known") + 1 :] == ["when", "where", "by whom", "to whom", "on whose word"]
    assert "Origins: none" in lines
    assert "Disputes: none" in lines


def test_of_a_report_that_is_not_there_its_id_is_told() -> None:
    lines = shown(EVENT, {})
    assert "in r1" in lines
    assert "denied · r2 s2" in lines


def test_a_report_that_tells_it_itself(records: dict[str, Findings]) -> None:
    first = records["r1"]
    own = replace(first, events=(replace(first.events[0], statements=()),))
    lines = shown(replace(EVENT, origins=(Origin("O1", "media", "Ost Post", (), ("r1",)),)), {"r1": own})
    assert "words (told as its own)" in lines


def test_each_toll_is_told_with_who_gives_it(records: dict[str, Findings]) -> None:
    count = Count("captured", 2, 2, factory.span("Two envoys"), None)
    counted = {
        id: replace(record, events=(replace(record.events[0], counts=(count,)),)) for id, record in records.items()
    }
    line = next(line for line in shown(EVENT, counted) if line.startswith("captured"))
    assert line == "captured “Two envoys” (Ost Post, 2031-03-05, r1; Quay Mail, 2031-03-06, r2)"


def test_a_timeline_has_a_line_an_event() -> None:
    headings, line = (text.split("\t") for text in TIMELINE.lines([EVENT]))
    row = dict(zip(headings, line, strict=True))
    assert row["when"] == "2031-03-03"
    assert row["who"] == "Two envoys of Velia → the Orsk Front"
    assert row["support"] == "one-unnamed-origin"
    assert row["origins"] == "a senior Velian official ← Harbour Times"
    assert row["disputes"] == "denial"
    assert row["reports"] == "2"


def test_many_disputes_of_a_kind_are_counted() -> None:
    denials = tuple(Dispute("denial", StatementRef("r2", id)) for id in ("s1", "s2"))
    event = replace(EVENT, disputes=(*denials, Dispute("toll", StatementRef("r1", "s1"))))
    assert "denial ×2; toll" in next(iter(list(TIMELINE.lines([event]))[1:]))


def test_hostile_names_stay_harmless(records: dict[str, Findings]) -> None:
    event = replace(EVENT, origins=(replace(OFFICIAL, name="an \x1b[2Jofficial"),))
    assert not any("\x1b" in line for line in (*shown(event, records), *TIMELINE.lines([event])))
