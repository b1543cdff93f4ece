"""Which events of two reports are put together and are one, against pairs labelled by reading.

    python eval/merges.py [RECORDS.jsonl LINKED.jsonl]

Without files it counts the labels, also those on which the weights were fitted, by what they were drawn from.
gold/merges.jsonl has pairs of events of `corpora/syria-dev` and `corpora/gulf-1987-dev`, each as a report and where a
trigger stands in it, and whether they are one happening. Of records are printed the pairs that are wrong, how many of
those put together are one, and how many of those that are one were put together.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from measures import SHARED
from statements import Share

GOLD = Path(__file__).parent / "gold/merges.jsonl"
FITTED = Path(__file__).parents[1] / "training/happenings/pairs.jsonl"
Place = tuple[str, tuple[int, int]]
"""A report, and where a trigger stands in it."""


class Pair(NamedTuple):
    """Two labelled events: whether they are one, and whether they were put together."""

    one: Place
    other: Place
    same: bool
    joined: bool


def rows(labels: Path = GOLD) -> list[dict[str, Any]]:
    """The labels."""
    return list(_lines(labels))


def drawn() -> Iterator[str]:
    """How many of the labelled pairs are one, by what they were drawn from."""
    layers: dict[str, list[bool]] = {}
    for path in (GOLD, FITTED):
        for row in rows(path):
            layers.setdefault(f"{path.stem} {row.get('drawn', 'merged')}", []).append(row["same"])
    return (f"{layer}: {Share(sum(same), len(same))}" for layer, same in layers.items())


def inputs() -> str:
    """The reports of the labels as input lines, each once."""
    wanted = {(row["corpus"], row[end][0]) for row in rows() for end in ("one", "other")}
    found: dict[str, str] = {}
    for corpus in sorted({name for name, _ in wanted}):
        for line in (SHARED / "data" / "corpora" / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if (corpus, row["doc_id"]) in wanted:
                given = {"id": "doc_id", "text": "text", "title": "title", "published": "date", "outlet": "source"}
                found.setdefault(row["doc_id"], json.dumps({name: row[field] for name, field in given.items()}))
    return "".join(f"{line}\n" for line in found.values())


def pairs(records: Path, linked: Path) -> Iterator[Pair]:
    """The labelled pairs of which both events were found."""
    reports = {record["report"]["id"]: record for record in _lines(records)}
    event_of = {
        (member["report"], member["event"]): event["id"] for event in _lines(linked) for member in event["members"]
    }
    for row in rows():
        one, other = ((name, (start, end)) for name, (start, end) in (row["one"], row["other"]))
        ids = [event_of.get((report, _event(reports[report], span))) for report, span in (one, other)]
        if None not in ids:
            yield Pair(one, other, row["same"], ids[0] == ids[1])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _event(record: dict[str, Any], span: tuple[int, int]) -> str:
    """The event with a trigger where the label has one, "" where there is none."""
    held = (event for event in record["events"] if any(a < span[1] and span[0] < b for a, b in event["trigger"]))
    return next((str(event["id"]) for event in held), "")


def score(found: Iterable[Pair]) -> dict[str, float]:
    """The share of those put together that are one, and of those that are one that were put together, in per cent."""
    judged = list(found)
    right = sum(pair.same and pair.joined for pair in judged)
    joined, same = sum(pair.joined for pair in judged), sum(pair.same for pair in judged)
    return {"right": round(100 * right / max(joined, 1), 1), "found": round(100 * right / max(same, 1), 1)}


def main(*files: Path) -> None:
    """Print what the labels say; of records what is wrong, and the figures."""
    if not files:
        print("\n".join(drawn()))
        return
    records, linked = files
    judged = list(pairs(records, linked))
    for pair in judged:
        if pair.same != pair.joined:
            print("missed" if pair.same else "wrong ", *pair[:2])
    print(score(judged))


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:3]))
