"""Every schema that was ever given out becomes that of today, or stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import factory
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from sayso.errors import StoreError
from sayso.record import migrations, open_store, tables
from sayso.record.migrations import migrate

FIRST_LIGHT = Path(__file__).parent / "first-light.sql"
"""A store of schema 1 as SQLite's `.dump` writes it, with one report in it."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workspace as sayso left it at first light."""
    with closing(sqlite3.connect(tmp_path / "sayso.db")) as raw:
        raw.executescript(FIRST_LIGHT.read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {tables.MARK}")
        raw.execute("PRAGMA user_version = 1")
        raw.execute("PRAGMA journal_mode = WAL")
    return tmp_path


@pytest.fixture
def migrated() -> Iterator[Connection]:
    engine = create_engine("sqlite://", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        migrate(connection, 0)
        yield connection
    engine.dispose()


def _version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def test_the_head_is_the_schema_of_today(migrated: Connection) -> None:
    def is_table(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or "_search" not in (name or "")

    context = MigrationContext.configure(migrated, opts={"include_name": is_table})
    assert compare_metadata(context, tables.schema) == []
    assert migrated.exec_driver_sql("PRAGMA user_version").scalar_one() == tables.VERSION


def test_a_migrated_store_has_the_very_tables_of_a_new_one(migrated: Connection, tmp_path: Path) -> None:
    columns = "SELECT m.name, c.* FROM sqlite_master m, pragma_table_xinfo(m.name) c ORDER BY 1, 2"
    keys = "SELECT m.name, k.* FROM sqlite_master m, pragma_foreign_key_list(m.name) k ORDER BY 1, 2, 3"
    with open_store(tmp_path), closing(sqlite3.connect(tmp_path / "sayso.db")) as made:
        for query in (columns, keys):
            assert made.execute(query).fetchall() == [tuple(row) for row in migrated.exec_driver_sql(query)]


def test_an_older_store_is_brought_up_to_date_and_kept_beside(old: Path) -> None:
    with open_store(old, create=False) as store:
        assert store.view().findings(1) == factory.record(published="2031-03-06")
        assert len(list(store.view().statements())) == 2
        assert [hit.statement for hit in store.view().search("again")] == [None, "s2"]
        assert store.writer().add(factory.findings("More."), "more.txt").verdict == "new"
    assert _version(old / "sayso.db") == tables.VERSION
    assert _version(old / "sayso.db.schema-1") == 1
    with closing(sqlite3.connect(old / "sayso.db.schema-1")) as raw:
        assert raw.execute("SELECT count(*) FROM report").fetchone() == (1,)


def test_a_failing_migration_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(connection: Connection, version: int) -> None:
        migrate(connection, version)
        connection.exec_driver_sql("DELETE FROM report")
        connection.exec_driver_sql("DROP TABLE missing")

    before = _dump(old)
    monkeypatch.setattr(migrations, "migrate", half)
    with pytest.raises(StoreError, match="no such table"), open_store(old):
        pass
    assert _dump(old) == before
    monkeypatch.undo()
    with open_store(old) as store:
        assert len(list(store.view().events())) == 2


def test_rows_that_a_migration_would_orphan_stop_it(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "migrate", lambda connection, _: connection.exec_driver_sql("DELETE FROM report"))
    with pytest.raises(StoreError, match="without their report"), open_store(old):
        pass
    with closing(sqlite3.connect(old / "sayso.db")) as raw:
        assert raw.execute("SELECT count(*) FROM report").fetchone() == (1,)


def test_many_at_once_migrate_it_once(old: Path) -> None:
    failed: list[StoreError] = []

    def use() -> None:
        try:
            with open_store(old) as store:
                list(store.view().reports())
        except StoreError as error:
            failed.append(error)

    threads = [Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def _dump(workspace: Path) -> list[str]:
    with closing(sqlite3.connect(workspace / "sayso.db")) as raw:
        return [f"{raw.execute('PRAGMA user_version').fetchone()}", *raw.iterdump()]
