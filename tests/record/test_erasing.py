"""No word of what was forgotten is left in any file of the workspace."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import factory
import psycopg
import pytest
from cluster import Cluster

from sayso.errors import StoreError
from sayso.record import copying, dialect, open_store, sqlite
from sayso.record.backup import back_up
from sayso.record.examining import examine

WORDS = ("elia", "altese", "talk again", "orsk front", "arbour times")
"""In small letters and some without their first: a search index leaves out what a word shares with the one before."""


def _left(folder: Path) -> set[str]:
    """The words that some file in the folder holds."""
    contents = [path.read_bytes().lower() for path in folder.rglob("*") if path.is_file()]
    return {word for word in WORDS for content in contents if word.encode() in content}


def test_no_word_is_left(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        writer = store.writer()
        for number in range(50):
            writer.add(factory.findings(f"Text {number} with other words."), f"{number}.txt")
        writer.add(factory.record(published="2031-03-06"), "orsk.txt")
        writer.add(factory.findings("The last one."), "last.txt")
        copying.copy_database(tmp_path / "sayso.db", tmp_path / "sayso.db.schema-1")
        assert _left(tmp_path) == set(WORDS)
        writer.forget({51})
        assert _left(tmp_path) == set()
        assert not sqlite.earlier(tmp_path / "sayso.db")
        assert len(list(store.view().reports())) == 51
    assert _left(tmp_path) == set()
    assert list(examine(tmp_path / "sayso.db")) == []


def test_what_an_earlier_reading_found_is_gone_too(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.writer().add(factory.record(), "orsk.txt")
        store.writer().add(factory.record(published="2031-03-06"), "orsk.txt")
        store.writer().forget({1})
        assert _left(tmp_path) == set()


def test_a_reader_that_holds_the_log_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "PATIENCE", 0.2)
    with open_store(tmp_path) as store:
        store.writer().add(factory.record(), "orsk.txt")
        with closing(sqlite3.connect(tmp_path / "sayso.db")) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM report").fetchone()
            with pytest.raises(StoreError, match="another program is reading"):
                store.writer().forget({1})
        assert not list(store.view().reports())
    assert _left(tmp_path) == set()


def test_a_backup_made_before_keeps_its_words(tmp_path: Path) -> None:
    with open_store(tmp_path / "w") as store:
        store.writer().add(factory.record(), "orsk.txt")
        back_up(tmp_path / "w" / "sayso.db", tmp_path / "copy")
        store.writer().forget({1})
    assert _left(tmp_path / "w") == set()
    assert _left(tmp_path) == set(WORDS)


def test_no_word_is_left_in_the_tables_of_a_server(server: Cluster) -> None:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute("CREATE DATABASE forgetting")
        (folder,) = connection.execute("SELECT oid::text FROM pg_database WHERE datname = 'forgetting'").fetchall()[0]
    dsn = f"{server.dsn} dbname=forgetting"

    def left() -> set[str]:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("CHECKPOINT")
        return _left(server.folder / "data" / "base" / folder)

    always = left()
    with open_store(f"postgresql://tests@/forgetting?host={server.folder}") as store:
        writer = store.writer()
        for number in range(3):
            writer.add(factory.findings(f"Text {number} with other words."), f"{number}.txt")
        writer.add(factory.record(), "orsk.txt")
        writer.add(factory.record(published="2031-03-06"), "orsk.txt")
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("ANALYZE")
        assert left() - always >= {"talk again", "orsk front", "arbour times"}
        writer.forget({4})
        assert [entry.number for entry in store.view().reports()] == [1, 2, 3]
        assert len(list(store.view().search("words"))) == 3
    assert left() == always


def test_a_reader_that_still_sees_the_words_is_told(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "PATIENCE", 0.2)
    with open_store(database) as store, psycopg.connect(database) as other:
        store.writer().add(factory.record(), "orsk.txt")
        other.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        other.execute("SELECT 1")
        with pytest.raises(StoreError, match="another program is reading"):
            store.writer().forget({1})
        assert not list(store.view().reports())
        other.rollback()
        other.execute("SELECT count(*) FROM statement")
        with pytest.raises(StoreError, match="another program is reading"):
            store.writer().forget({1})
