"""Whether a head on the frozen encoder tells the type of an event better than the patterns do.

    python training/events/measure.py STORIES.csv.zip GOLD.jsonl RECORDS.jsonl

STORIES is `plover/synthetic-stories.csv.zip` (fitting), GOLD `plover/gsr-dev.jsonl` (measuring only), RECORDS what
`sayso annotate` made of GOLD. A softmax regression over the mean of the encoder's vectors of a story's first pieces is
fitted on whole headlines, one in ten left out; then it re-ranks the events of each record, by several weights.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.inference.pieces import Stretch, cut
from sayso.inference.shelf import open_session

_CLS, _SEP = 101, 102
_FIRST = 96
"""Pieces of a story that are read."""
_STEPS, _RATE, _PENALTY = 400, 0.05, 1e-4
_WEIGHTS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.5)
Matrix = NDArray[np.float32]
Row = dict[str, Any]


def vectors(texts: list[str]) -> Matrix:
    """The mean vector of each text."""
    encoder = open_session("statements", "encoder")
    found = []
    for text in texts:
        pieces = cut(text, [Stretch(0, len(text), False)], [])
        ids = np.concatenate([[_CLS], pieces.ids[:_FIRST], [_SEP]]).astype(np.int64)[None]
        printed = np.concatenate([[0], pieces.marks[:_FIRST], [0]]).astype(np.int64)[None]
        found.append(encoder.run(None, {"ids": ids, "marks": printed})[0][0].mean(0))
    return np.stack(found)


def fit(seen: Matrix, labels: NDArray[np.int64], classes: int) -> Matrix:
    """Weights of a softmax regression, bias last, by Adam over all rows."""
    rows = np.hstack([seen, np.ones((len(seen), 1), np.float32)])
    weights, first, second = (np.zeros((rows.shape[1], classes), np.float32) for _ in range(3))
    wanted = np.eye(classes, dtype=np.float32)[labels]
    for step in range(1, _STEPS + 1):
        slope = rows.T @ (softmax(rows @ weights) - wanted) / len(rows) + _PENALTY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def softmax(scores: Matrix) -> Matrix:
    """Probabilities, row by row."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), np.float32)


def told(seen: Matrix, weights: Matrix) -> Matrix:
    """The probabilities of the types."""
    return softmax(np.hstack([seen, np.ones((len(seen), 1), np.float32)]) @ weights)


def stories(path: str) -> list[Row]:
    """The rows of the table in the archive."""
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as file:
        return list(csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")))


def macro(right: list[str], said: list[str | None]) -> float:
    """Macro-F1 in per cent."""
    scores = []
    for kind in sorted(set(right)):
        hit = sum(a == b == kind for a, b in zip(right, said, strict=True))
        size = sum(a == kind for a in right) + sum(b == kind for b in said)
        scores.append(2 * hit / size if size else 0.0)
    return round(100 * sum(scores) / len(scores), 1)


def ranked(record: Row, chances: dict[str, float], weight: float) -> str | None:
    """The type of the record's main event, confidence and head weighed together."""

    def weighed(event: Row) -> float:
        return float(event["confidence"] + weight * np.log(chances[event["type"]] + 1e-6))

    main = max(record["events"], key=weighed, default=None)
    return main and main["type"]


def rows(path: str) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main(stories_path: str, gold_path: str, records_path: str) -> None:
    """Fit, and print how often each way is right."""
    table = stories(stories_path)
    kinds = sorted({row["label"] for row in table})
    labels = np.array([kinds.index(row["label"]) for row in table])
    held = np.array([int(hashlib.sha256(row["title"].encode()).hexdigest(), 16) % 10 == 0 for row in table])
    seen = vectors([row["text"] for row in table])
    middle, spread = seen[~held].mean(0), seen[~held].std(0) + 1e-6
    weights = fit((seen[~held] - middle) / spread, labels[~held], len(kinds))
    guess = told((seen[held] - middle) / spread, weights).argmax(1)
    print(f"stories of other headlines: {100 * (guess == labels[held]).mean():.1f} % of {held.sum()}")
    gold, records = rows(gold_path), {row["report"]["id"]: row for row in rows(records_path)}
    chances = told((vectors([row["text"] for row in gold]) - middle) / spread, weights)
    right = [row["event"] for row in gold]
    print("head alone: macro-F1", macro(right, [kinds[one] for one in chances.argmax(1)]))
    for weight in _WEIGHTS:
        said = [
            ranked(records[row["id"]], dict(zip(kinds, map(float, chance), strict=True)), weight)
            for row, chance in zip(gold, chances, strict=True)
        ]
        print(f"patterns, head weighed {weight}: macro-F1", macro(right, said))


if __name__ == "__main__":
    main(*sys.argv[1:])
