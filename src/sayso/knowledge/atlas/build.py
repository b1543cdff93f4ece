"""The gazetteer's file in the user's cache: where it is, and how it is made.

Made once a version of the packages, under a lock and under another name until it is complete, so that two processes
that need it at once make one, and nobody ever opens half of one. Country dumps that were imported are kept beside it
and go into every file that is made later.
"""

from __future__ import annotations

import csv
import fcntl
import hashlib
import os
import sqlite3
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from sayso.config import Settings
from sayso.errors import GazetteerError
from sayso.knowledge.atlas import packages
from sayso.knowledge.atlas.dump import read_dump
from sayso.knowledge.atlas.row import AREA, Row, folded

_FORM = 1
"""The form of the tables; raised whenever what is written into the file changes."""


def gazetteer_file() -> Path:
    """Where the gazetteer of this version of the packages is, or will be."""
    name = packages.sources().replace(", ", "-").replace(" ", "-")
    return _folder() / f"gazetteer-{_FORM}-{name}.sqlite"


def ensure(told: Callable[[str], None] | None = None) -> Path:
    """The gazetteer's file, made first where there is none, of which ``told`` hears; GazetteerError where it fails."""
    path = gazetteer_file()
    return path if path.is_file() else build(told, anew=False)


def build(told: Callable[[str], None] | None = None, *, anew: bool = True) -> Path:
    """Make the gazetteer's file, ``anew`` even where it is there; GazetteerError where it cannot be written."""
    path = gazetteer_file()
    with _locked(path.parent):
        if anew or not path.is_file():
            if told:
                told(f"Making the gazetteer from {packages.sources()}: once, less than a minute")
            _write(path)
    return path


def take_in(dump: Path, told: Callable[[str], None] | None = None) -> int:
    """Keep the country dump at ``dump`` and make the gazetteer anew with it; how many places it has.

    UsageError where it is no dump, GazetteerError where the gazetteer cannot be written.
    """
    rows = read_dump(dump)
    with _locked(_folder()):
        kept = _folder() / f"imported-{dump.stem}.tsv"
        half = kept.with_suffix(".part")
        with half.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter="\t", lineterminator="\n").writerows(sorted(set(rows)))
        half.replace(kept)
    build(told)
    return len({row.id for row in rows})


def _folder() -> Path:
    return Settings.gather({}).cache / "places"


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise GazetteerError(f"{folder}: the gazetteer cannot be made here: {reason.lower()}") from error


def _write(path: Path) -> None:
    imported = _imported(path.parent)
    replaced = {row.id for row in imported}
    rows = sorted({*(row for row in packages.rows() if row.id not in replaced), *imported, *_areas()})
    half = path.with_suffix(f".{os.getpid()}.part")
    half.unlink(missing_ok=True)
    try:
        _write_tables(half, rows, sorted(_middles()))
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _write_tables(path: Path, rows: list[Row], middles: list[tuple[str, int, float, float]]) -> None:
    base = sqlite3.connect(path)
    try:
        base.execute("PRAGMA journal_mode = OFF")
        base.execute(
            "CREATE TABLE place (name TEXT, id INTEGER, kind INTEGER, country TEXT, region INTEGER, lat INTEGER,"
            " lon INTEGER, population INTEGER, PRIMARY KEY (name, id)) WITHOUT ROWID"
        )
        base.execute("CREATE TABLE country (code TEXT PRIMARY KEY, id INTEGER, lat REAL, lon REAL) WITHOUT ROWID")
        base.execute("CREATE TABLE made (digest TEXT, sources TEXT)")
        base.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        base.executemany("INSERT INTO country VALUES (?, ?, ?, ?)", middles)
        base.execute("INSERT INTO made VALUES (?, ?)", (_digest(rows, middles), packages.sources()))
        base.commit()
    finally:
        base.close()


def _digest(rows: list[Row], middles: list[tuple[str, int, float, float]]) -> str:
    """SHA-256 of what the tables hold, the same whichever version of SQLite wrote them."""
    sha = hashlib.sha256()
    for row in (*rows, *middles):
        sha.update(repr(tuple(row)).encode())
    return f"sha256:{sha.hexdigest()}"


def _imported(folder: Path) -> list[Row]:
    found: list[Row] = []
    for path in sorted(folder.glob("imported-*.tsv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for name, id, kind, country, region, lat, lon, population in csv.reader(stream, delimiter="\t"):
                found.append(
                    Row(name, int(id), int(kind), country, int(region), int(lat), int(lon), int(population))
                )  # fmt: skip
    return found


def _areas() -> Iterator[Row]:
    """Seas, deserts, ranges and the like, from areas.toml."""
    table = tomllib.loads(files("sayso.knowledge").joinpath("areas.toml").read_text(encoding="utf-8"))
    number = 0
    for group in table.values():
        for names, (lat, lon) in group.items():
            number -= 1
            for name in folded(set(names.split("|"))):
                yield Row(name, number, AREA, "", 0, round(lat * 1000), round(lon * 1000), 0)


def _middles() -> Iterator[tuple[str, int, float, float]]:
    """Code, GeoNames id, latitude and longitude of the middle of every country, from middles.tsv."""
    ids = packages.country_ids()
    for line in files("sayso.knowledge").joinpath("middles.tsv").read_text(encoding="utf-8").splitlines():
        code, lat, lon = line.split("\t")
        if code in ids:
            yield code, ids[code], float(lat), float(lon)
