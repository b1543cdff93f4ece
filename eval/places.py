"""How well places are resolved where somebody says which words are places.

    python eval/places.py [lgl|geovirus]

The gold spans of ../shared/data/geo are handed in; the score is the share of those with coordinates that lie within
161 km.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

import sayso
from sayso import Report, Sayso
from sayso.annotate.toponyms import Mention, find_toponyms, mention_at
from sayso.annotate.whereabouts import resolve
from sayso.knowledge.gazetteer import Toponym

DATA = Path(__file__).parents[2] / "shared" / "data" / "geo"
NEAR, RADIUS = 161.0, 6371.0


def rows(name: str) -> list[dict[str, Any]]:
    """The documents of a corpus."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def mentions(doc: Doc, gold: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Mention]]:
    """A mention for each gold span; what was found on the same words keeps what was found about it."""
    found = {(one.start, one.end): one for one in find_toponyms(doc)}
    for one in gold:
        span = doc.char_span(one["start"], one["end"], alignment_mode="expand")
        if span is not None:
            yield one, found.get((span.start, span.end)) or mention_at(doc, span.start, span.end)


def kilometres(gold: dict[str, Any], place: Toponym) -> float:
    """The distance on the sphere."""
    one, other = math.radians(gold["lat"]), math.radians(place.lat or 0.0)
    across = math.radians((place.lon or 0.0) - gold["lon"])
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(across / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(half))


def is_near(gold: dict[str, Any], mention: Mention) -> bool:
    """Whether the place chosen is the gold one, or lies near it."""
    place = mention.chosen
    if place is None or place.lat is None:
        return False
    return str(place.id) == str(gold.get("geonameid")) or kilometres(gold, place) <= NEAR


def without_demonyms(records: Path) -> str:
    """The records' lines, "Syrian" and the like left out of their places: GeoVirus's gold has none of them."""
    kept = []
    for line in records.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        record["places"] = [place for place in record["places"] if place["use"] != "demonym"]
        kept.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(kept)


def resolved(say: Sayso, name: str) -> float:
    """The share of gold toponyms with coordinates that are resolved to within 161 km, in per cent."""
    near = total = 0
    for number, row in enumerate(rows(name)):
        doc = say._parsed(Report(str(number), row["text"]))
        gold = [one for one in row["toponyms"] if not one.get("non_locational")]
        pairs = list(mentions(doc, gold))
        resolve([mention for _, mention in pairs])
        total += sum(one.get("lat") is not None for one in gold)
        near += sum(one.get("lat") is not None and is_near(one, mention) for one, mention in pairs)
    return round(100 * near / total, 1)


if __name__ == "__main__":
    if DATA.is_dir():
        reader = sayso.load()
        for corpus in sys.argv[1:] or ("lgl", "geovirus"):
            print(f"{corpus}, spans given: {resolved(reader, corpus)} % within 161 km")
    else:
        print(f"{DATA} is not there: nothing to score against")
