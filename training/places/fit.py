"""Fits the weights of places: `python training/places/fit.py ../shared/data/geo/geovirus.jsonl`.

A conditional logit (McFadden 1974) over the places that each name can mean, one choice a name and document, drawn to
the weights that stand in lexicon/places.toml; five folds, each document in one of them. It prints accuracies and
weights: they are written into the file by hand where they are better than those that stand there.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))
from places import NEAR, kilometres, mentions

import sayso
from sayso import Report
from sayso.annotate.place_words import weights
from sayso.annotate.whereabouts import groups_of, resolve, values_of, votes_of

FOLDS, STEPS, RATE, PULL = 5, 400, 0.3, 0.002
Matrix = numpy.ndarray[Any, numpy.dtype[numpy.float64]]


class Choice(NamedTuple):
    """One name in one document: a row of features for each place it can mean, and which rows are right."""

    document: int
    rows: Matrix
    right: Matrix
    populations: list[int]


def main() -> None:
    """Fit, cross-validate, print."""
    names = [name for name in weights() if name != "type"]
    start = numpy.array([weights()[name] for name in names])
    choices = collect(Path(sys.argv[1]), names)
    print(f"{len(choices)} names with a choice")
    print(f"most populous: {accuracy_of_largest(choices):.1f} %, weights that stand: {accuracy(choices, start):.1f} %")
    held = [
        (accuracy(part, fit([c for c in choices if c.document % FOLDS != fold], start)), len(part))
        for fold in range(FOLDS)
        if (part := [c for c in choices if c.document % FOLDS == fold])
    ]
    print(f"fitted, on documents left out: {sum(a * n for a, n in held) / sum(n for _, n in held):.1f} %")
    for name, weight in zip(names, fit(choices, start), strict=True):
        print(f'"{name}" = {weight:.2f}')


def collect(path: Path, names: list[str]) -> list[Choice]:
    """The choices of the corpus: names that can mean a right place and a wrong one."""
    say = sayso.load()
    found: list[Choice] = []
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    for number, row in enumerate(documents):
        pairs = list(mentions(say._parsed(Report(str(number), row["text"])), row["toponyms"]))
        every = [mention for _, mention in pairs]
        resolve(every)
        votes, gold = votes_of(every), {id(mention): one for one, mention in pairs}
        for group in groups_of(every).values():
            one = gold[id(group[0])]
            senses = [sense for sense in group[0].senses if sense.lat is not None]
            if one.get("lat") is None or len(senses) < 2:
                continue
            right = numpy.array([float(kilometres(one, sense) <= NEAR) for sense in senses])
            values = [values_of(sense, group, votes) for sense in senses]
            rows = numpy.array([[value.get(name, 0.0) for name in names] for value in values])
            if 0 < right.sum() < len(senses):
                found.append(Choice(number, rows, right, [sense.population for sense in senses]))
    return found


def fit(choices: list[Choice], start: Matrix) -> Matrix:
    """The weights of the greatest likelihood, drawn to ``start``, by gradient ascent."""
    found = start.copy()
    for step in range(STEPS):
        slope = -PULL * (found - start)
        for choice in choices:
            odds = _odds(choice.rows @ found)
            wanted = odds * choice.right
            slope += (wanted / max(wanted.sum(), 1e-12) - odds) @ choice.rows / len(choices)
        found = found + RATE / math.sqrt(1 + step / 50) * slope
    return found


def accuracy(choices: list[Choice], weights: Matrix) -> float:
    """The share of choices whose best place is right, in per cent."""
    return 100 * float(numpy.mean([choice.right[int(numpy.argmax(choice.rows @ weights))] for choice in choices]))


def accuracy_of_largest(choices: list[Choice]) -> float:
    """The same of the most populous place."""
    return 100 * float(numpy.mean([choice.right[int(numpy.argmax(choice.populations))] for choice in choices]))


def _odds(scores: Matrix) -> Matrix:
    raised = numpy.exp(scores - scores.max())
    return raised / raised.sum()


if __name__ == "__main__":
    main()
