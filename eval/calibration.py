"""How far confidences of statements can be believed: of those that are this sure, how many are right.

Right is what matches source and content by half (lenient_dice of ../shared/bench/score_attribution.py). The calibration
error is the mean distance of confidence and share of right ones over ten bins (Guo et al. 2017), in per cent.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parent.parent.parent / "shared"
SURE = 0.9


def calibration(gold_path: Path, records_path: Path) -> dict[str, float]:
    """The share of sure statements that are right, their share of all, and the calibration error, in per cent."""
    pairs = _judged(gold_path, records_path)
    sure = [right for confidence, right in pairs if confidence >= SURE]
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        bins.setdefault(min(9, int(10 * confidence)), []).append((confidence, right))
    gap = sum(abs(sum(confidence - right for confidence, right in inside)) for inside in bins.values())
    return {
        "sure.right": round(100 * sum(sure) / max(1, len(sure)), 1),
        "sure.share": round(100 * len(sure) / max(1, len(pairs)), 1),
        "error": round(100 * gap / max(1, len(pairs)), 1),
    }


def _judged(gold_path: Path, records_path: Path) -> list[tuple[float, bool]]:
    """Each statement's confidence, and whether it is right; what lies out of play is left out."""
    sys.path.insert(0, str(SHARED / "bench"))
    import score_attribution as scorer

    gold = scorer.load_gold(str(gold_path))
    found: list[tuple[float, bool]] = []
    for record in map(json.loads, records_path.read_text(encoding="utf-8").splitlines()):
        name = record["report"]["id"]
        told = [_told(statement) for statement in record["statements"] if statement["content"]]
        sureness = {
            json.dumps(one): statement["confidence"] for one, statement in zip(told, record["statements"], strict=True)
        }
        details: dict[str, Any] = {}
        scorer.score({name: gold[name]}, {name: told}, details=details)
        right = {number for _, number in details[name]["lenient_dice"]}
        found += [(sureness[json.dumps(one["raw"])], number in right) for number, one in enumerate(details[name]["P"])]
    return found


def _told(statement: dict[str, Any]) -> dict[str, list[list[int]]]:
    source = (statement["source"] or {}).get("spans") or []
    return {"source": sorted(source), "cue": sorted(statement["cue"]), "content": sorted(statement["content"])}
