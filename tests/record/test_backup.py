from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event, Thread

import factory
import pytest

from sayso.errors import StoreError, UsageError
from sayso.record import open_store, tables
from sayso.record.backup import back_up, restore
from sayso.record.examining import examine


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_store(tmp_path / "w") as store:
        store.writer().add(factory.record(published="2031-03-06"), "orsk.txt")
        store.writer().add(factory.findings("Another report."), "other.txt")
    return tmp_path / "w" / "sayso.db"


def _rows(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as raw:
        return list(raw.iterdump())


def test_a_backup_restored_is_the_same_record(store: Path, tmp_path: Path) -> None:
    assert back_up(store, tmp_path / "copy") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "w"]
    assert restore(tmp_path / "copy", tmp_path / "new" / "sayso.db") == 2
    assert _rows(store) == _rows(tmp_path / "copy") == _rows(tmp_path / "new" / "sayso.db")
    assert list(examine(tmp_path / "new" / "sayso.db")) == []


def test_a_backup_during_reading_is_whole(tmp_path: Path) -> None:
    enough = Event()

    def read() -> None:
        with open_store(tmp_path / "w") as store:
            writer = store.writer()
            for number in count():
                if enough.is_set():
                    return
                writer.add(factory.findings(f"Text {number}."), f"{number}.txt")

    reading = Thread(target=read)
    reading.start()
    counts: list[int] = []
    try:
        while len(set(counts)) < 3 and reading.is_alive():
            if (tmp_path / "w" / "sayso.db").exists():
                counts.append(back_up(tmp_path / "w" / "sayso.db", tmp_path / "copy", force=True))
                assert list(examine(tmp_path / "copy")) == []
    finally:
        enough.set()
        reading.join()
    assert counts == sorted(counts)
    assert len(set(counts)) == 3


def test_nothing_is_written_over_unasked(store: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("precious")
    with pytest.raises(UsageError, match="--force"):
        back_up(store, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "precious"
    back_up(store, tmp_path / "copy", force=True)
    with pytest.raises(UsageError, match="--force"):
        restore(tmp_path / "copy", store)
    with open_store(tmp_path / "w") as opened:
        opened.writer().add(factory.findings("More."), "more.txt")
        assert restore(tmp_path / "copy", store, force=True) == 2
        assert [entry.path for entry in opened.view().reports()] == ["orsk.txt", "other.txt"]


def test_a_damaged_store_is_replaced(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "copy")
    store.write_bytes(b"no database" * 1000)
    with pytest.raises(UsageError):
        restore(tmp_path / "copy", store)
    assert restore(tmp_path / "copy", store, force=True) == 2
    assert _rows(store) == _rows(tmp_path / "copy")


def test_what_is_no_store_is_not_restored(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "newer")
    back_up(store, tmp_path / "cut")
    with closing(sqlite3.connect(tmp_path / "newer")) as raw:
        raw.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    with closing(sqlite3.connect(tmp_path / "other")) as raw:
        raw.execute("CREATE TABLE shopping (item TEXT)")
    (tmp_path / "text").write_text("a text, not a store")
    content = (tmp_path / "cut").read_bytes()
    (tmp_path / "cut").write_bytes(content[: len(content) // 2])
    before = _rows(store)
    for name, reason in (
        ("missing", "no such file"),
        ("text", "not a database"),
        ("other", "not a store of sayso"),
        ("newer", "newer sayso"),
        ("cut", "malformed|damaged"),
    ):
        with pytest.raises(StoreError, match=reason):
            restore(tmp_path / name, store, force=True)
        with pytest.raises(StoreError, match=reason):
            restore(tmp_path / name, tmp_path / "new" / "sayso.db")
    assert _rows(store) == before
    assert not (tmp_path / "new").exists()


def test_a_backup_of_first_light_is_brought_up_to_date(tmp_path: Path) -> None:
    dump = (Path(__file__).parent / "first-light.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "old")) as raw:
        raw.executescript(f"{dump} PRAGMA application_id = {tables.MARK}; PRAGMA user_version = 1;")
    assert restore(tmp_path / "old", tmp_path / "w" / "sayso.db") == 1
    assert list(examine(tmp_path / "w" / "sayso.db")) == []
