"""Links between mentions on the news, interviews and speeches of OntoGUM, training and development half, in five folds.

    python eval/links.py

The rules are fitted to nothing, so each fold is scored as it is: the spread between folds says how far one figure goes.
The folds are drawn by the SHA-256 of the documents' ids.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from gate import SHARED, annotate, run

FILES = tuple(SHARED / "data/coref" / f"ontogum-{half}.jsonl" for half in ("train", "dev"))
GENRES = ("news", "interview", "speech")
FOLDS = 5


def rows() -> list[dict[str, Any]]:
    """The documents of these genres."""
    lines = (line for file in FILES for line in file.read_text(encoding="utf-8").splitlines() if line)
    return [row for row in map(json.loads, lines) if row["genre"] in GENRES]


def fold_of(row: dict[str, Any]) -> int:
    """The fold of a document."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % FOLDS


def score(gold: list[dict[str, Any]], records: Path, folder: Path) -> dict[str, float]:
    """Precision, recall and F1 of the links of these documents."""
    wanted, file, found = {row["id"] for row in gold}, folder / "gold.jsonl", folder / "found.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
    lines = records.read_text(encoding="utf-8").splitlines(keepends=True)
    found.write_text("".join(line for line in lines if json.loads(line)["report"]["id"] in wanted), encoding="utf-8")
    script = str(SHARED / "bench/bench.py")
    scores = json.loads(run(sys.executable, script, "score", "links", str(file), str(found), "--json"))
    return {key: float(value) for key, value in scores["links"].items()}


def main() -> None:
    """Print the figures of all documents and of each fold."""
    gold = rows()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        everything, inputs = folder / "all.jsonl", folder / "inputs.jsonl"
        everything.write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
        script = str(SHARED / "bench/bench.py")
        inputs.write_text(run(sys.executable, script, "inputs", "links", str(everything)), encoding="utf-8")
        records = annotate(inputs, workers=1)
        whole = score(gold, records, folder)
        folds = [score([row for row in gold if fold_of(row) == fold], records, folder)["f1"] for fold in range(FOLDS)]
    print(f"{len(gold)} documents: F1 {whole['f1']}, precision {whole['p']}, recall {whole['r']}")
    print(f"folds: {', '.join(map(str, folds))}; mean {mean(folds):.1f}, standard deviation {stdev(folds):.1f}")


if __name__ == "__main__":
    if not SHARED.is_dir():
        sys.exit("../shared is not there: nothing to score against")
    main()
