from __future__ import annotations

import sqlite3
from pathlib import Path

import factory
import pytest

from sayso.errors import StoreError
from sayso.record import dialect, open_store, opening, tables


def _refused(folder: Path) -> str:
    with pytest.raises(StoreError) as caught, open_store(folder):
        pass
    (line,) = str(caught.value).splitlines()
    assert str(folder) in line
    return line


def test_the_record_lasts_in_write_ahead_mode(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "folder") as store:
        store.writer().add(factory.record(), "orsk.txt")
    with open_store(tmp_path / "new" / "folder", create=False) as store:
        assert len(list(store.view().events())) == 2
    with sqlite3.connect(tmp_path / "new" / "folder" / "sayso.db") as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("SELECT count(*) FROM role").fetchone() == (4,)


def test_a_locked_store_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "PATIENCE", 0.05)
    with open_store(tmp_path) as store:
        other = sqlite3.connect(tmp_path / "sayso.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="database is locked"):
            store.writer().add(factory.record(), "orsk.txt")
        other.close()
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"


def test_what_is_no_store_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "sayso.db"
    file.write_bytes(b"not a database at all " * 100)
    before = file.read_bytes()
    assert "not a database" in _refused(tmp_path)
    assert file.read_bytes() == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "sayso.db") as raw:
        raw.execute("CREATE TABLE shopping (item TEXT)")
    assert "another program" in _refused(tmp_path)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    with sqlite3.connect(tmp_path / "sayso.db") as raw:
        raw.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    assert "newer sayso" in _refused(tmp_path)


def test_a_workspace_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    assert "file exists" in _refused(tmp_path / "taken")


def test_a_store_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="sayso read PATH"):
        open_store(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_truncated_store_is_one_line(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for number in range(50):
            store.writer().add(factory.findings(f"Text {number}. " * 50), f"{number}.txt")
    file = tmp_path / "sayso.db"
    file.write_bytes(file.read_bytes()[:20_000])
    with pytest.raises(StoreError, match="malformed"), open_store(tmp_path) as store:
        store.view().findings(50)


def test_a_folder_that_cannot_be_written_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path) as store:
        store.writer().add(factory.record(), "orsk.txt")
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with open_store(tmp_path, create=False) as store:
        assert len(list(store.view().events())) == 2
        with pytest.raises(StoreError, match="readonly"):
            store.writer().add(factory.findings("More."), "more.txt")
