"""Rows from a country dump of GeoNames (``SD.zip``, the format of its readme: 19 columns, tabs between them)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.knowledge.atlas.packages import country_codes, short_forms
from sayso.knowledge.atlas.row import CAPITAL, CITY, DISTRICT, REGION, Row, folded, is_name

_COLUMNS = 19
_LARGEST, _RATIO, _LONGEST = 2_000_000_000, 100, 100_000
"""Bytes unpacked, how many times the packed ones, characters of a line: a dump of the largest country stays below."""
_KINDS = {"PPLC": CAPITAL, "ADM1": REGION, "ADM2": DISTRICT}
_GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})


class _Line(NamedTuple):
    """What is read of one line."""

    id: int
    names: set[str]
    lat: float
    lon: float
    kind: int
    country: str
    first: str
    population: int


def read_dump(path: Path) -> list[Row]:
    """The populated places and the regions of the dump at ``path``; UsageError where it is none."""
    codes = country_codes()
    try:
        with zipfile.ZipFile(path) as archive:
            lines = [line for text in _lines(archive, path) if (line := _read(text, codes))]
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not a country dump of GeoNames: {str(error) or 'damaged'}") from error
    if not lines:
        raise UsageError(f"{path}: not a country dump of GeoNames: no places in it")
    regions = {(line.country, line.first): line.id for line in lines if line.kind == REGION}
    return [
        Row(name, line.id, line.kind, line.country, regions.get((line.country, line.first), 0),
            round(line.lat * 1000), round(line.lon * 1000), line.population)
        for line in lines
        for name in sorted(folded(short_forms(line.names) if line.kind in (REGION, DISTRICT) else line.names))
    ]  # fmt: skip


def _lines(archive: zipfile.ZipFile, path: Path) -> Iterator[str]:
    member = next((info for info in archive.infolist() if info.filename == f"{path.stem}.txt"), None)
    if member is None:
        raise UsageError(f"{path}: not a country dump of GeoNames: it holds no {path.stem}.txt")
    if member.file_size > _LARGEST or member.file_size > _RATIO * max(member.compress_size, 1):
        raise UsageError(f"{path}: {path.stem}.txt unpacks to {member.file_size} bytes: refused")
    with archive.open(member) as stream, io.TextIOWrapper(stream, encoding="utf-8", newline="\n") as text:
        while line := text.readline(_LONGEST):
            yield line


def _read(text: str, codes: dict[str, str]) -> _Line | None:
    """The line, None where it is broken, of another kind, or of a place that is gone."""
    parts = text.rstrip("\r\n").split("\t")
    if len(parts) != _COLUMNS or parts[6] not in ("P", "A") or parts[7] in _GONE or parts[8] not in codes:
        return None
    if parts[6] == "A" and parts[7] not in _KINDS:
        return None
    try:
        number, lat, lon, population = int(parts[0]), float(parts[4]), float(parts[5]), int(parts[14] or 0)
    except ValueError:
        return None
    if number <= 0 or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    names = {parts[1], parts[2], *(name for name in parts[3].split(",") if len(name) > 3 and is_name(name))}
    return _Line(number, names, lat, lon, _KINDS.get(parts[7], CITY), codes[parts[8]], parts[10], max(0, population))
