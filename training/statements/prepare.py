"""PolNeAR articles as word pieces with their attributions: what `train.py` reads. Runs with the project's own Python.

python training/statements/prepare.py ../shared/data/polnear/train.jsonl OUT.pickle
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

import spacy

from sayso.annotate.attribution.reading import cut_doc
from sayso.model import Report
from sayso.segment import segment

PARTS = ("cue", "source", "content")


def article(row: dict, tokenize) -> dict:
    """One article: the arrays of its pieces, and its attributions as ranges of pieces."""
    doc = segment(Report(row["id"], row["text"], row["published"], row["outlet"]), tokenize)
    pieces = cut_doc(doc)

    def ranges(spans):
        firsts = [int(pieces.ends.searchsorted(start, "right")) for start, _ in spans]
        lasts = [int(pieces.starts.searchsorted(end)) for _, end in spans]
        return [(first, last) for first, last in zip(firsts, lasts, strict=True) if first < last]

    attributions = [{part: ranges(found[part]) for part in PARTS} for found in row["attributions"]]
    return {
        "id": row["id"],
        "ids": pieces.ids,
        "marks": pieces.marks,
        "starts": pieces.starts,
        "ends": pieces.ends,
        "blocks": pieces.blocks,
        "attributions": [found for found in attributions if found["content"]],
        "discard": ranges(row["discard"]),
    }


def main() -> None:
    """Read the articles, write them as pieces."""
    source, target = map(Path, sys.argv[1:])
    nlp = spacy.blank("en")
    with source.open(encoding="utf-8") as rows:
        articles = [article(json.loads(row), nlp.make_doc) for row in rows]
    target.write_bytes(pickle.dumps(articles))


if __name__ == "__main__":
    main()
