"""The gazetteer's file is made whole or not at all, from packages, lists and dumps."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import GazetteerError, UsageError
from sayso.knowledge.atlas import build, packages
from sayso.knowledge.atlas.dump import read_dump
from sayso.knowledge.atlas.row import CITY, REGION, Row

FEW = [Row("tarn", 7, CITY, "FRA", 0, 44000, 2000, 900), Row("orsk", 8, CITY, "RUS", 0, 51000, 58000, 90)]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and packages of two places."""
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(packages, "rows", lambda: iter(FEW))
    return tmp_path / "cache"


def names(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as base:
        return {name for (name,) in base.execute("SELECT name FROM place WHERE kind != 4")}


def digest(path: Path) -> str:
    with closing(sqlite3.connect(path)) as base:
        return str(base.execute("SELECT digest FROM made").fetchone()[0])


def dumped(path: Path, *lines: str, member: str | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member or f"{path.stem}.txt", "".join(f"{line}\n" for line in lines))
    return path


def line(id: str, name: str, kind: str, *, first: str = "29", lat: str = "13.5", country: str = "SD") -> str:
    level, code = ("A", kind) if kind.startswith("ADM") else ("P", kind)
    return "\t".join([id, name, name, "", lat, "25.0", level, code, country, "", first, *[""] * 3, "500", *[""] * 4])


def test_it_is_made_once_and_told_of(cache: Path) -> None:
    told: list[str] = []
    path = build.ensure(told.append)
    assert len(told) == 1
    assert names(path) == {"tarn", "orsk"}
    made = path.stat().st_mtime_ns
    assert build.ensure(told.append) == path
    assert (len(told), path.stat().st_mtime_ns) == (1, made)


def test_the_same_rows_give_the_same_digest_in_any_order(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = digest(build.build())
    monkeypatch.setattr(packages, "rows", lambda: iter(FEW[::-1]))
    assert digest(build.build()) == first


def test_what_fails_half_way_leaves_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows() -> Iterator[Row]:
        yield FEW[0]
        raise OSError(28, "No space left on device")

    whole = build.build()
    before = whole.read_bytes()
    monkeypatch.setattr(packages, "rows", rows)
    with pytest.raises(GazetteerError, match="no space left"):
        build.build()
    assert whole.read_bytes() == before
    assert list(whole.parent.glob("*.part")) == []


def test_a_cache_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "file"))
    with pytest.raises(GazetteerError) as raised:
        build.ensure()
    assert str(tmp_path / "file") in str(raised.value)
    assert "\n" not in str(raised.value)


def test_processes_that_need_it_at_once_make_one(tmp_path: Path) -> None:
    script = (
        "from sayso.knowledge.atlas import build, packages\n"
        "from sayso.knowledge.atlas.row import Row\n"
        "packages.rows = lambda: iter([Row('tarn', 7, 0, 'FRA', 0, 1, 2, 3)])\n"
        "told = []; build.ensure(told.append); print(len(told))\n"
    )
    env = os.environ | {"SAYSO_CACHE": str(tmp_path)}
    started = [subprocess.Popen([sys.executable, "-c", script], env=env, stdout=subprocess.PIPE) for _ in range(4)]
    assert sorted(process.communicate()[0].strip() for process in started) == [b"0", b"0", b"0", b"1"]


def test_a_dump_is_taken_in_and_stays(cache: Path, tmp_path: Path) -> None:
    dump = dumped(
        tmp_path / "SD.zip",
        line("11", "Northern Orsk State", "ADM1"),
        line("12", "Zorva", "PPL"),
        line("13", "Oldzorva", "PPLQ"),
        line("14", "Faraway", "PPL", lat="95"),
        "broken\tline",
        line("x", "Numberless", "PPL"),
    )
    assert build.take_in(dump) == 2
    assert names(build.build()) == {"tarn", "orsk", "northern orsk state", "northern orsk", "zorva"}
    rows = {row.name: row for row in read_dump(dump)}
    assert rows["zorva"] == Row("zorva", 12, CITY, "SDN", 11, 13500, 25000, 500)
    assert rows["northern orsk"].kind == REGION


def test_a_dump_wins_over_the_packages(cache: Path, tmp_path: Path) -> None:
    build.take_in(dumped(tmp_path / "FR.zip", line("7", "Newtarn", "PPL", country="FR")))
    assert names(build.gazetteer_file()) == {"newtarn", "orsk"}


@pytest.mark.parametrize("lines", [[], ["no tabs at all"], ["\t" * 18]])
def test_what_is_no_dump_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(UsageError, match=r"SD\.zip: not a country dump"):
        read_dump(dumped(tmp_path / "SD.zip", *lines))


def test_other_files_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "SD.zip"
    text.write_bytes(b"PK\x03\x04 no zip")
    for path in (
        text,
        tmp_path / "missing.zip",
        dumped(tmp_path / "SS.zip", line("1", "A", "PPL"), member="../SS.txt"),
    ):
        with pytest.raises(UsageError, match=path.name):
            read_dump(path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="refused"):
        read_dump(dumped(tmp_path / "SD.zip", "0" * 30_000_000))
