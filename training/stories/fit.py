"""How alike reports of one story must be: the likeness at which B3 is best on the training half of ECB+.

    sayso annotate TRAIN.in.jsonl --out TRAIN.records.jsonl
    python training/stories/fit.py ../shared/data/xdoc/ecbplus-train.jsonl TRAIN.records.jsonl

Prints B3 for each likeness, and its mean with those beside it, since one more or one less is chance. `LEAST` in
src/sayso/resolve/stories/grouping.py lies in the middle of where these means are best.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "eval"))

from stories import b_cubed, gold_of, read, scored  # noqa: E402  (eval is not a package)

from sayso.resolve.linkage import grouped  # noqa: E402  (as above)

STEPS = [number / 100 for number in range(4, 26, 2)]


def main(gold: Path, records: Path) -> None:
    """Print B3 at each step."""
    wanted, gists = gold_of(gold, "subtopic"), read(records)
    scores = scored(gists)
    found = []
    for least in STEPS:
        groups = grouped((gist.id for gist in gists), scores, least)
        found.append(b_cubed(wanted, {name: group[0] for group in groups for name in group}))
    for number, least in enumerate(STEPS):
        beside = found[max(0, number - 1) : number + 2]
        print(f"{least:.2f} {found[number]:.1f} {sum(beside) / len(beside):.1f}")  # noqa: T201  (a script speaks)


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:]))
