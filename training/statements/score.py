"""How well a model reads held-out articles: PolNeAR's measures, without the rules that sayso adds.

python training/statements/score.py MODELS_FOLDER GOLD.jsonl ARTICLES.pickle   (MODELS_FOLDER holds statements/*.onnx)
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from sayso.inference import shelf
from sayso.inference.attributions import Attribution, attributions
from sayso.inference.pieces import Pieces

BENCH = Path(__file__).parents[3] / "shared" / "bench"
FIELDS = ("ids", "marks", "starts", "ends", "blocks")


def spoken(pieces: Pieces, one: Attribution) -> dict:
    """An attribution in characters, as the scorer wants it."""

    def characters(runs):
        return sorted((int(pieces.starts[start]), int(pieces.ends[end - 1])) for start, end in runs)

    source = characters([one.source] if one.source else [])
    return {"source": source, "cue": characters([one.cue]), "content": characters(one.contents)}


def predictions(articles: list[dict]) -> dict[str, list[dict]]:
    """The attributions of each article, in characters."""
    found = {}
    for article in articles:
        pieces = Pieces(*(article[name] for name in FIELDS))
        found[article["id"]] = [spoken(pieces, one) for one in attributions(pieces)]
    return found


def main() -> None:
    """Read, score, print."""
    sys.path.insert(0, str(BENCH))
    import score_attribution as scorer

    shelf.SHELF = Path(sys.argv[1])
    gold = scorer.load_gold(sys.argv[2])
    articles = [one for one in pickle.loads(Path(sys.argv[3]).read_bytes()) if one["id"] in gold]
    scorer.table(sys.argv[1], scorer.score(gold, predictions(articles)))


if __name__ == "__main__":
    main()
