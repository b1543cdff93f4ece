"""Which reports carry another's text, against 100 pairs labelled by reading.

    python eval/copies.py

The pairs of gold/copies.jsonl are compared as texts; a pair counts as found only where the two also share a key, since
sayso never compares others. Printed: precision and recall, and the pairs that are wrong.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from measures import SHARED

from sayso.model.findings import Findings
from sayso.model.report import Report
from sayso.resolve.copies.compare import Copying, compare_copies, copy_keys
from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of

GOLD = Path(__file__).parent / "gold/copies.jsonl"
CORPUS = SHARED / "data/corpora/syria-dev.jsonl"


@dataclass(frozen=True)
class Pair:
    """Two reports, whether they are copies, and what was found."""

    a: Gist
    b: Gist
    copy: bool
    found: Copying | None


def gists(corpus: Path) -> dict[str, Gist]:
    """The reports of a corpus by their ids, from their texts alone."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    reports = {row["doc_id"]: Report(row["doc_id"], row["text"], row["date"], row["source"]) for row in rows}
    return {name: gist_of(Findings(report)) for name, report in reports.items()}


def pairs(labels: Path, reports: dict[str, Gist]) -> list[Pair]:
    """The labelled pairs with what is found of each."""
    lines = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    return [_pair(reports[line["a"]], reports[line["b"]], line["copy"]) for line in lines]


def _pair(a: Gist, b: Gist, copy: bool) -> Pair:
    meet = set(copy_keys(a)) & set(copy_keys(b))
    return Pair(a, b, copy, compare_copies(a, b) if meet else None)


def score(labels: Path = GOLD, corpus: Path = CORPUS) -> dict[str, float]:
    """Precision and recall of copies, in per cent."""
    judged = pairs(labels, gists(corpus))
    right = sum(pair.copy for pair in judged if pair.found)
    found, wanted = sum(pair.found is not None for pair in judged), sum(pair.copy for pair in judged)
    return {"precision": round(100 * right / found, 1) if found else 0.0, "recall": round(100 * right / wanted, 1)}


def main() -> None:
    """Print the figures and what is wrong."""
    for pair in pairs(GOLD, gists(CORPUS)):
        if pair.copy != (pair.found is not None):
            print("missed" if pair.copy else "wrong ", pair.a.id, pair.b.id, pair.found)
    print(score())


if __name__ == "__main__":
    main()
