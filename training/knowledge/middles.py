"""Makes src/sayso/knowledge/middles.tsv: `python training/knowledge/middles.py`.

Code, latitude and longitude of the middle of every country, from countryinfo (MIT), mended where it is far off.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pycountry

OUT = Path(__file__).parents[2] / "src/sayso/knowledge/middles.tsv"
# GeoNames' own middles of countries that countryinfo has more than 150 km off, and of one that it has not.
MENDED = {"USA": (39.76, -98.5), "COD": (-2.5, 23.5), "MMR": (21.0, 96.0), "KOS": (42.6, 20.9)}


def main() -> None:
    """Write the table anew."""
    found = dict(MENDED)
    for path in files("countryinfo").joinpath("data").iterdir():
        if path.name.endswith(".json"):
            row = json.loads(path.read_text(encoding="utf-8"))
            code = row.get("ISO", {}).get("alpha3")
            if code and len(row.get("latlng", [])) == 2 and pycountry.countries.get(alpha_3=code):
                found.setdefault(code, tuple(map(float, row["latlng"])))
    lines = [f"{code}\t{lat}\t{lon}\n" for code, (lat, lon) in sorted(found.items())]
    OUT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
