"""Status with gold predicates handed in: did it happen? Against the factuality of judged predicates.

    python eval/status.py GOLD.jsonl ...

A line of gold is {"text", "start", "end", "score"}, the score in [-3, 3]. 1.5 and more is `occurred`, -1.5 and less is
`did-not`, what lies between is `unsettled`, as are all other statuses of sayso. Three columns: what everybody gets who
says `occurred`, the cue rules alone, sayso.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.annotate import load_language
from sayso.annotate.happening.head import settled
from sayso.annotate.happening.signs import signs
from sayso.annotate.happening.status import ruled_status
from sayso.annotate.happening.triggers import bearer_of

CLASSES = ("occurred", "did-not", "unsettled")
SURE = 1.5


class Judged(NamedTuple):
    """A predicate: its class by people, by the rules, by sayso, and its signs."""

    gold: str
    ruled: str
    said: str
    signs: tuple[str, ...]


def judged(path: Path) -> Iterator[Judged]:
    """The predicates of a file, text by text."""
    by_text: dict[str, list[dict[str, str | int | float]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_text.setdefault(row["text"], []).append(row)
    nlp = load_language()
    parse = [name for name in nlp.pipe_names if not name.startswith("sayso_") and name != "ner"]
    with nlp.select_pipes(enable=parse):
        for doc in nlp.pipe(by_text):
            for row in by_text[doc.text]:
                span = doc.char_span(int(row["start"]), int(row["end"]), alignment_mode="expand")
                if span is None:
                    continue
                word, score = span.root, float(row["score"])
                bearer = bearer_of(word)
                ruled = ruled_status(word, bearer)
                gold = "occurred" if score >= SURE else "did-not" if score <= -SURE else "unsettled"
                said = settled(word, bearer, ruled)
                yield Judged(gold, _class(ruled), _class(said), tuple(signs(word, bearer, ruled)))


def _class(status: str) -> str:
    return status if status in CLASSES else "unsettled"


def macro(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of each class in per cent, and their mean, of pairs of gold and answer."""
    scores: dict[str, float] = {}
    for name in CLASSES:
        right = sum(gold == said == name for gold, said in pairs)
        both = sum(gold == name for gold, _ in pairs) + sum(said == name for _, said in pairs)
        scores[name] = round(200 * right / both, 1) if both else 0.0
    return scores | {"macro": round(sum(scores.values()) / len(CLASSES), 1)}


def main(paths: Sequence[Path]) -> None:
    """Print the three columns for each file."""
    for path in paths:
        rows = list(judged(path))
        columns = {
            "all occurred": macro([(row.gold, "occurred") for row in rows]),
            "cue rules": macro([(row.gold, row.ruled) for row in rows]),
            "sayso": macro([(row.gold, row.said) for row in rows]),
        }
        print(f"{path.stem}: {len(rows)} predicates")
        for name in (*CLASSES, "macro"):
            print(f"  {name:10}" + "".join(f"  {column} {scores[name]:5}" for column, scores in columns.items()))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
