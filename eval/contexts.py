"""The contexts of reports, against labels made by reading.

    python eval/contexts.py inputs > in.jsonl
    sayso annotate in.jsonl --out records.jsonl
    python eval/contexts.py score records.jsonl

``gold/contexts.jsonl`` has for each report what it is plainly about (``contexts``) and what another reader might add
(``arguable``, counted neither right nor wrong); the texts are those of ../shared/data/corpora. Both draws were labelled
before the program had read them; the word lists were last changed after the first was scored and before the second was.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPORA = HERE.parents[1] / "shared" / "data" / "corpora"
GOLD = HERE / "gold" / "contexts.jsonl"
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def inputs() -> Iterator[Row]:
    """The labelled reports as input lines; ends with one line where a text is another than the one labelled."""
    texts: dict[str, Row] = {}
    for gold in rows(GOLD):
        corpus, _, document = gold["report"].partition("/")
        if corpus not in texts:
            texts[corpus] = {row["doc_id"]: row for row in rows(CORPORA / f"{corpus}-dev.jsonl")}
        row = texts[corpus][document]
        if hashlib.sha256(row["text"].encode()).hexdigest() != gold["sha256"]:
            sys.exit(f"{gold['report']}: its text is not the one that was labelled")
        yield {"id": gold["report"], "text": row["text"], "published": row["date"], "outlet": row["source"]}


def score(records: list[Row], draw: int | None = None) -> dict[str, float]:
    """Precision, recall and F1 in per cent of the contexts of the reports of one draw, or of both."""
    told = {record["report"]["id"]: set(record["report"]["contexts"]) for record in records}
    right = said = wanted = 0
    missed: Counter[str] = Counter()
    spare: Counter[str] = Counter()
    for gold in (row for row in rows(GOLD) if draw in (None, row["draw"])):
        found, plain = told[gold["report"]] - set(gold["arguable"]), set(gold["contexts"])
        right, said, wanted = right + len(found & plain), said + len(found), wanted + len(plain)
        missed.update(plain - found)
        spare.update(found - plain)
    print("missed:", dict(missed.most_common()), "\nspare:", dict(spare.most_common()))
    p, r = 100 * right / max(said, 1), 100 * right / max(wanted, 1)
    return {"precision": round(p, 1), "recall": round(r, 1), "f1": round(2 * p * r / (p + r), 1) if p + r else 0.0}


def main(verb: str, *records: str) -> None:
    """Write the input lines, or score."""
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA} is not there: nothing to score with")
    if verb == "score":
        for draw in (1, 2):
            print(f"draw {draw}:", score(rows(Path(records[0])), draw))
        return
    for line in inputs():
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
