"""In which provinces press releases put what happened, against their gold: a place counts for the province it lies in.

    python eval/provinces.py RECORDS.jsonl

Records are those of `sayso annotate` on ../shared/data/corpora/isaf-dev.jsonl. The place of the dateline is left aside:
nearly every release is filed from Kabul, which is a province as well.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from sayso.knowledge.gazetteer import places_named

GOLD = Path(__file__).parents[2] / "shared" / "data" / "corpora" / "isaf-dev.jsonl"
SPELT = {"paktya": "paktia"}
"""Provinces that the gold spells as the gazetteer does not."""


class Shares(NamedTuple):
    """Of the releases, in per cent: those whose province is named, and those whose events lie in no other."""

    named: float
    events: float


def region(name: str) -> int:
    """The GeoNames id of an Afghan province."""
    found = places_named(SPELT.get(name, name))
    return next(place.region for place in found if place.kind == "region" and place.country == "AFG")


def lies_in(place: dict[str, Any]) -> int:
    """The GeoNames id of the first-level region that a record's place is or lies in, 0 where unknown."""
    if place["country"] != "AFG" or place["use"] != "literal":
        return 0
    return next((one.region for one in places_named(place["name"]) if one.id == place["geonames"]), 0)


def score(records: Path) -> Shares:
    """How many releases have their province."""
    gold = {row["doc_id"]: {region(name) for name in row["gold"]["province"]} for row in lines(GOLD)}
    named = placed = 0
    found = lines(records)
    for record in found:
        wanted = gold[record["report"]["id"]]
        dateline = (record["report"]["dateline"] or {}).get("place")
        regions = {place["id"]: lies_in(place) for place in record["places"] if place["id"] != dateline}
        of_events = {regions.get(event["place"], 0) for event in record["events"] if event["place"]} - {0}
        named += wanted <= set(regions.values())
        placed += bool(of_events) and of_events <= wanted
    return Shares(*(round(100 * count / len(found), 1) for count in (named, placed)))


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    with path.open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


if __name__ == "__main__":
    if GOLD.is_file():
        print("named {} %, events nowhere else {} %".format(*score(Path(sys.argv[1]))))
    else:
        print(f"{GOLD} is not there: nothing to score against")
