"""MUC-4's reports of terrorism: attack or not, by whom, on whom.

    python eval/muc.py inputs GOLD.json > in.jsonl
    sayso annotate in.jsonl --out records.jsonl
    python eval/muc.py score GOLD.json records.jsonl

An attack is any ASSAULT that occurred. A filler is right where it shares its last word with a filler of the key, as the
lenient scorers of MUC-4 had it; the key's fillers are `PerpInd` and `PerpOrg`, `Victim` and `Target`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SIDES = {"actor": ("PerpInd", "PerpOrg"), "recipient": ("Victim", "Target")}
Row = dict[str, Any]


def rows(path: str) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def last(words: str) -> str:
    """The last word, without quotation marks."""
    return (words.replace('"', " ").split() or [""])[-1].casefold()


def fillers(record: Row, role: str) -> set[str]:
    """The last words of who stands in the role of an attack that occurred."""
    text, named = record["report"]["text"], {actor["id"]: actor["name"] for actor in record["actors"]}
    attacks = [event for event in record["events"] if event["type"] == "ASSAULT" and event["status"] == "occurred"]
    parts = [part for event in attacks for part in event["roles"] if part["role"] == role]
    return {last(named.get(part["actor"]) or text[slice(*part["spans"][0])]) for part in parts}


def share(part: int, whole: int) -> float:
    """The part of the whole; 0 of nothing."""
    return part / whole if whole else 0.0


def shown(p: float, r: float) -> str:
    """Precision, recall and F1 in per cent."""
    return f"P {100 * p:.1f}  R {100 * r:.1f}  F1 {200 * p * r / (p + r) if p + r else 0.0:.1f}"


def score(gold: list[Row], records: dict[str, Row]) -> None:
    """Print the three figures."""
    is_attack = [any(row["extracts"].values()) for row in gold]
    said = [
        any(e["type"] == "ASSAULT" and e["status"] == "occurred" for e in records[row["docid"]]["events"])
        for row in gold
    ]
    both = sum(a and b for a, b in zip(is_attack, said, strict=True))
    print(f"attack or not  {shown(share(both, sum(said)), share(both, sum(is_attack)))}")
    for role, keys in SIDES.items():
        right = found = wanted = covered = 0
        for row in gold:
            entities = [{last(name) for name, _ in names} for key in keys for names in row["extracts"][key]]
            got = fillers(records[row["docid"]], role)
            right += sum(any(word in names for names in entities) for word in got)
            covered += sum(bool(names & got) for names in entities)
            found, wanted = found + len(got), wanted + len(entities)
        print(f"{role:13}  {shown(share(right, found), share(covered, wanted))}")


def main(verb: str, gold: str, *records: str) -> None:
    """Write the input lines, or score."""
    if verb == "score":
        score(rows(gold), {row["report"]["id"]: row for row in rows(records[0])})
        return
    for row in rows(gold):
        print(json.dumps({"id": row["docid"], "text": row["doctext"]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
