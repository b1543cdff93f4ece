"""Fit the status head: logistic regressions over signs of status on predicates of news with judged factuality.

    python training/status/fit.py UW-TRAIN.jsonl MEANTIME-TRAIN.jsonl

Writes src/sayso/annotate/lexicon/status_head.json. One regression a class (occurred, did-not, unsettled), one against
the rest; what is rare gets ``OFFSET`` more, because all three classes count alike in the measure. The rules' own answer
is one of the signs, so the head learns where they can be trusted.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "eval"), str(ROOT / "training/cues")]

from logistic import Rows, fit  # noqa: E402  (the folder of the other fit is not a package)
from status import CLASSES, Judged, judged  # noqa: E402  (as above)

HEAD = ROOT / "src/sayso/annotate/lexicon/status_head.json"
PENALTY, SELDOM, OFFSET = 2.0, 5, {"occurred": 0.0, "did-not": 1.25, "unsettled": 1.25}


def fitted(rows: list[Judged]) -> dict[str, dict[str, float]]:
    """The weights of every sign that stands with `SELDOM` predicates or more, a class; the empty sign always stands."""
    seen = Counter(sign for row in rows for sign in set(row.signs))
    names = ["", *sorted(sign for sign, count in seen.items() if count >= SELDOM)]
    column = {sign: number for number, sign in enumerate(names)}
    matrix = Rows.of([[0, *sorted(column[s] for s in set(row.signs) if s in column)] for row in rows], len(names))
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 1e-3
    weights: dict[str, dict[str, float]] = {}
    for name in CLASSES:
        found = fit(matrix, np.array([float(row.gold == name) for row in rows]), penalty)
        found[0] += OFFSET[name]
        weights[name] = {sign: round(float(w), 2) for sign, w in zip(names, found, strict=True) if abs(w) >= 0.005}
    return weights


def main(paths: list[Path]) -> None:
    """Fit on the files and write the head with the SHA-256 of what it was fitted on."""
    rows = [row for path in paths for row in judged(path)]
    sources = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    table = {"fitted_on": sources, "predicates": len(rows), "weights": fitted(rows)}
    HEAD.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{HEAD}: {len(rows)} predicates")  # noqa: T201  (a script speaks)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
