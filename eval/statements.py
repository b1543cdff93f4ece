"""How well sayso tells stance, standing, anonymity, chain and speaker of statements: accuracy on labelled ones.

    python eval/statements.py [RECORDS.jsonl]

`gold/statements.jsonl` holds 200 statements of 20 reports of ../shared (ids and offsets, no text), labelled from text
and contract alone before the program was run on them; `gold/statements-second.jsonl` a quarter of them, labelled again
by someone who saw the spans and no label. A statement counts as found where contents overlap by half (Dice over
characters); the other figures are shares of those found, with 95 % intervals (Wilson 1927).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data"
GOLD, SECOND = HERE / "gold" / "statements.jsonl", HERE / "gold" / "statements-second.jsonl"
FIELDS = ("stance", "standing", "anonymity", "via", "speaker")
Label = dict[str, Any]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    @property
    def percent(self) -> float:
        """In per cent, one decimal."""
        return round(100 * self.right / self.of, 1) if self.of else 0.0

    def __str__(self) -> str:
        low, high = interval(self.right, self.of)
        return f"{self.percent} ({self.right} of {self.of}; {low:.0f}–{high:.0f})"


def interval(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share, in per cent."""
    if not of:
        return 0.0, 100.0
    share = right / of
    middle, spread = share + z * z / (2 * of), z * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    return tuple(100 * (middle + side * spread) / (1 + z * z / of) for side in (-1, 1))  # type: ignore[return-value]


def lines(path: Path) -> list[Label]:
    """The labels of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def inputs() -> str:
    """The labelled reports as contract input lines."""
    wanted = {(label["corpus"], label["id"]) for label in lines(GOLD)}
    found = []
    for corpus in sorted({corpus for corpus, _ in wanted}):
        found += [
            {"id": row["doc_id"], "text": row["text"], "published": row.get("date")}
            for row in lines(DATA / f"{corpus}.jsonl")
            if (corpus, row["doc_id"]) in wanted
        ]
    return "".join(json.dumps(row) + "\n" for row in found)


def score(records: Iterable[Label]) -> dict[str, Share]:
    """The share of labelled statements that are found, and of these the share that each field is right of."""
    by_id = {record["report"]["id"]: record for record in records}
    gold = lines(GOLD)
    pairs = [pair for name in sorted(by_id) for pair in _pairs([one for one in gold if one["id"] == name], by_id[name])]
    found = {"found": Share(len(pairs), len(gold))}
    return found | {field: _share(_agrees(field, *pair) for pair in pairs) for field in FIELDS}


def agreement() -> dict[str, Share]:
    """How often two readers who labelled the same statements agree."""
    first = {(one["corpus"], one["id"], one["n"]): one for one in lines(GOLD)}
    shares: dict[str, list[bool]] = {field: [] for field in FIELDS}
    for second in lines(SECOND):
        one = first[second["corpus"], second["id"], second["n"]]
        outer = None if one["via"] is None else first[one["corpus"], one["id"], one["via"]]["cue"]
        shares["stance"].append(one["stance"] == second["stance"])
        shares["standing"].append(one["standing"] == second["standing"])
        shares["anonymity"].append(_grade(one) == _grade(second))
        shares["via"].append(
            outer is None if second["via"] is None else outer is not None and _touch(outer, [second["via"]])
        )
        shares["speaker"].append(_same_span(one["speaker"], second["speaker"]))
    return {field: _share(values) for field, values in shares.items()}


def _share(values: Iterable[bool]) -> Share:
    told = list(values)
    return Share(sum(told), len(told))


def _pairs(gold: list[Label], record: Label) -> Iterator[tuple[Label, Label, Label, list[Label]]]:
    """Each label with the statement whose content is nearest to its own, the nearest first, one to one."""
    ranked = sorted(
        (
            (-_dice(label["content"], statement["content"]), not _touch(label["cue"], statement["cue"]), i, j)
            for i, label in enumerate(gold)
            for j, statement in enumerate(record["statements"])
        ),
    )
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    for near, _, i, j in ranked:
        if near <= -0.5 and i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            yield gold[i], record["statements"][j], record, gold


def _agrees(field: str, label: Label, statement: Label, record: Label, gold: list[Label]) -> bool:
    if field == "anonymity":
        return _grade(label) == _grade(statement)
    if field == "via":
        outer = next((one for one in record["statements"] if one["id"] == statement["via"]), None)
        wanted = next((one for one in gold if one["n"] == label["via"]), None)
        return _touch(outer["cue"], wanted["cue"]) if outer and wanted else outer is None and wanted is None
    if field == "speaker":
        source = statement["source"]
        if source is None or label["speaker"] is None:
            return source is None and label["speaker"] is None
        actor = next((one for one in record["actors"] if one["id"] == source["actor"]), None)
        return _touch(actor["mentions"] if actor else source["spans"], [label["speaker"]])
    return bool(label[field] == statement[field])


def _grade(label: Label) -> str | None:
    return label["anonymity"]["grade"] if label["anonymity"] else None


def _same_span(one: list[int] | None, other: list[int] | None) -> bool:
    return one == other if one is None or other is None else _touch([one], [other])


def _touch(one: list[list[int]], other: list[list[int]]) -> bool:
    return bool(_characters(one) & _characters(other))


def _dice(one: list[list[int]], other: list[list[int]]) -> float:
    a, b = _characters(one), _characters(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _characters(spans: list[list[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def main() -> None:
    """Print the figures; without records, what two readers agree on."""
    people = agreement()
    ours = score(lines(Path(sys.argv[1]))) if len(sys.argv) > 1 else {}
    print(f"{'':10} sayso | two readers")
    for field in ("found", *FIELDS):
        print(f"{field:10} {ours.get(field, '–')} | {people.get(field, '–')}")


if __name__ == "__main__":
    main()
