"""Events on PLOVER's examples, with 95 % intervals by the bootstrap, all lines and each half.

    python eval/events.py GOLD.jsonl RECORDS.jsonl

The scorer is ../shared/bench/bench.py. Errors are read in the even lines only: the odd ones tell what holds elsewhere.
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

BENCH = Path(__file__).parents[2] / "shared/bench/bench.py"
ROWS = ("type macro", "triple", "sentences with an event", "events a sentence")
DRAWS, SEED = 500, 1
Gold = list[dict[str, Any]]


def scorer() -> ModuleType:
    """The module of the scorer; ends with one line where it is not there."""
    spec = importlib.util.spec_from_file_location("bench", BENCH)
    if spec is None or spec.loader is None or not BENCH.is_file():
        sys.exit(f"{BENCH} is not there: nothing to score with")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(bench: ModuleType, gold: Gold, records: dict[str, Any]) -> dict[str, float]:
    """The first figure of each row of `ROWS`."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("".join(json.dumps(row) + "\n" for row in gold))
        file.flush()
        found = bench.events(file.name, records, 0)
    return {name: float(next(iter(found[name].values()))) for name in ROWS}


def main(gold_path: str, records_path: str) -> None:
    """Print each row with its interval, and the two halves."""
    bench = scorer()
    gold, records = bench.rows(gold_path), {row["report"]["id"]: row for row in bench.rows(records_path)}
    draw = random.Random(SEED)
    drawn = [scores(bench, draw.choices(gold, k=len(gold)), records) for _ in range(DRAWS)]
    whole, even, odd = (scores(bench, part, records) for part in (gold, gold[1::2], gold[::2]))
    for name in ROWS:
        ranked = sorted(one[name] for one in drawn)
        low, high = ranked[round(0.025 * DRAWS)], ranked[round(0.975 * DRAWS) - 1]
        print(f"{name:26}{whole[name]:6} [{low}, {high}]  even {even[name]}  odd {odd[name]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
