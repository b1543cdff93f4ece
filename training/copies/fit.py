"""Fit the weighing of copies: a logistic regression over what two texts share.

    python training/copies/fit.py SYRIA-DEV.jsonl ISAF-DEV.jsonl

Writes src/sayso/resolve/copies/weighing.toml. The pairs of labelled.jsonl were labelled by reading, as those of
eval/gold/copies.jsonl and apart from them; every two press releases of ISAF that share a quarter of their text tell of
different raids from one template. Prints precision and recall over five folds, for several thresholds.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "eval"))

from copies import gists, pairs  # noqa: E402  (eval is not a package)

from sayso.resolve.copies.compare import same_outlet, signs_of  # noqa: E402  (as above)
from sayso.resolve.copies.likeness import Likeness  # noqa: E402  (as above)
from sayso.resolve.gist import Gist  # noqa: E402  (as above)

WEIGHING = ROOT / "src/sayso/resolve/copies/weighing.toml"
LABELLED = Path(__file__).with_name("labelled.jsonl")
PENALTY, LEAST, TEMPLATE, EVERY, FOLDS = 0.03, 0.3, 0.25, 3, 5
Vector = NDArray[np.float64]


def likeness(a: Gist, b: Gist) -> Likeness:
    """How alike the two are, the one with fewer fingerprints first."""
    return Likeness.of(*sorted((a.copy, b.copy), key=lambda sketch: (len(sketch.prints), sketch.sha256)))


def templates(releases: list[Gist]) -> list[tuple[Gist, Gist]]:
    """Every third pair of press releases that share a quarter of the shorter's fingerprints."""
    holders: dict[int, list[int]] = {}
    for number, release in enumerate(releases):
        for one in release.copy.prints:
            holders.setdefault(one, []).append(number)
    met = Counter(pair for numbers in holders.values() for pair in combinations(numbers, 2))
    close = [(releases[i], releases[j]) for i, j in sorted(met)]
    return [(a, b) for a, b in close if likeness(a, b).contained >= TEMPLATE][::EVERY]


def row(a: Gist, b: Gist) -> list[float]:
    """What is weighed of a pair."""
    return list(signs_of(likeness(a, b), same_outlet(a, b)).values())


def fitted(matrix: Vector, right: Vector) -> Vector:
    """The likeliest weights under the penalty, by Newton's method; the first column is not penalised."""
    penalty = np.r_[1e-6, np.full(matrix.shape[1] - 1, PENALTY)]
    weights = np.zeros(matrix.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - share) - penalty * weights
        weights += np.linalg.solve((matrix.T * (share * (1 - share))) @ matrix + np.diag(penalty), slope)
    return weights


def held_out(matrix: Vector, right: Vector) -> Vector:
    """The score of each pair by weights fitted without its fold."""
    fold, scores = np.arange(len(right)) % FOLDS, np.zeros(len(right))
    for number in range(FOLDS):
        out = fold == number
        scores[out] = 1 / (1 + np.exp(-matrix[out] @ fitted(matrix[~out], right[~out])))
    return scores


def main(syria: Path, isaf: Path) -> None:
    """Fit, write, and print how it does on pairs left out."""
    labelled = pairs(LABELLED, gists(syria))
    rows = [(row(pair.a, pair.b), float(pair.copy)) for pair in labelled]
    rows += [(row(a, b), 0.0) for a, b in templates(list(gists(isaf).values()))]
    matrix, right = np.array([signs for signs, _ in rows]), np.array([copy for _, copy in rows])
    scores = held_out(matrix, right)
    print(f"{len(rows)} pairs, {int(right.sum())} copies")  # noqa: T201  (a script speaks)
    for least in (0.2, 0.3, 0.4, 0.5):
        found = scores >= least
        precision, recall = right[found].mean(), right[found].sum() / right.sum()
        print(f"from {least}: precision {precision:.2f}, recall {recall:.2f}")  # noqa: T201  (as above)
    names = signs_of(likeness(labelled[0].a, labelled[0].b), 0.0)
    lines = [f"{name} = {weight:.2f}" for name, weight in zip(names, fitted(matrix, right), strict=True)]
    head = "# What is weighed to tell whether two texts are copies. Written by training/copies/fit.py.\n\n[weights]\n"
    WEIGHING.write_text(head + "\n".join([*lines, f"least = {LEAST}"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:]))
