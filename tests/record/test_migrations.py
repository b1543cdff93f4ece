"""Every schema that was ever given out becomes that of today, or stays as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import factory
import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from sayso.config import Server
from sayso.errors import StoreError
from sayso.record import migrations, open_store, store_place, tables, tsvector
from sayso.record.connecting import connected
from sayso.record.examining import examine
from sayso.record.migrations import migrate

FIRST_LIGHT = Path(__file__).parent / "first-light.sql"
"""A store of schema 1 as SQLite's `.dump` writes it, with one report in it."""


FIRST_POSTGRESQL = Path(__file__).parent / "first-postgresql.sql"
"""A store of schema 6, the first on PostgreSQL, as `pg_dump --inserts` writes it, with one report in it."""

NEXT = """
from alembic import op
from sqlalchemy import Column, ForeignKey

from sayso.record.columns import NUMBER, WORDS

revision = "{later:04}"
down_revision = "{before:04}"


def upgrade():
    key = ForeignKey("report.number", ondelete="CASCADE")
    op.create_table("story", Column("report", NUMBER, key, primary_key=True), Column("name", WORDS, nullable=False))
    op.execute("INSERT INTO story (report, name) SELECT number, headline FROM report")
"""


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
def old_server(database: str) -> str:
    """A workspace on PostgreSQL as sayso left it when it began there."""
    with psycopg.connect(database) as connection:
        connection.execute(FIRST_POSTGRESQL.read_bytes())
    return database


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A sayso with one version more: it has stories."""
    later = tables.VERSION + 1
    scripts = shutil.copytree(migrations.SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / f"v{later:04}_stories.py").write_text(NEXT.format(later=later, before=later - 1))
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    monkeypatch.setattr(tables, "VERSION", later)
    return later


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
    def is_of_sqlite(found: object, name: str | None, *_: object) -> bool:
        return "_search" not in (name or "") and name not in {"ix_report_id", "ix_failure_name"}

    context = MigrationContext.configure(migrated, opts={"include_object": is_of_sqlite})
    assert compare_metadata(context, tables.schema) == []
    assert migrated.exec_driver_sql("PRAGMA user_version").scalar_one() == tables.VERSION


def test_the_head_is_the_schema_of_today_on_a_server_too(old_server: str) -> None:
    def is_of_postgresql(found: Any, name: str | None, kind: str, *_: object) -> bool:
        return kind != "unique_constraint" or found.table.name not in {"report", "failure"}

    with open_store(old_server, create=False), connected(Server(old_server)) as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_of_postgresql})
        assert compare_metadata(context, [tables.schema, tsvector.schema]) == []


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


def test_failures_of_an_older_store_stay_in_their_order(tmp_path: Path) -> None:
    scripts = ScriptDirectory(str(migrations.SCRIPTS))
    engine = create_engine(f"sqlite:///{tmp_path / 'sayso.db'}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection, Operations.context(MigrationContext.configure(connection)):
        for script in reversed(list(scripts.iterate_revisions("0005", "base"))):
            script.module.upgrade()
        for name in ("/c", "/a", "/b"):
            values = f"('{name}', '{name}', 'read', 'empty', '2031-03-06T10:00:00+00:00')"
            connection.exec_driver_sql(f"INSERT INTO failure (name, source, stage, reason, at) VALUES {values}")
        connection.exec_driver_sql("PRAGMA user_version = 5")
        connection.exec_driver_sql(f"PRAGMA application_id = {tables.MARK}")
    engine.dispose()
    with open_store(tmp_path) as store:
        assert [failure.name for failure in store.view().failures()] == ["/b", "/a", "/c"]


def test_an_older_store_on_either_database_is_brought_up_to_date(
    workspace: str, next_version: int, request: pytest.FixtureRequest
) -> None:
    if workspace.startswith("postgresql:"):
        workspace = request.getfixturevalue("old_server")
    else:
        workspace = str(request.getfixturevalue("old"))
    with open_store(workspace, create=False) as store:
        assert store.view().findings(1) == factory.record(published="2031-03-06")
        assert [hit.statement for hit in store.view().search("again")] == [None, "s2"]
        assert store.writer().add(factory.findings("More."), "more.txt").verdict == "new"
    with connected(store_place(workspace, must=True)) as connection:
        assert connection.exec_driver_sql("SELECT report, name FROM story").all() == [(1, factory.HEADLINE)]
    with open_store(workspace, create=False) as store:
        store.writer().forget({1})
    with connected(store_place(workspace, must=True)) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM story").scalar_one() == 0
    assert next_version == tables.VERSION
    assert list(examine(store_place(workspace, must=True))) == []


def test_a_failing_migration_of_a_server_changes_nothing(
    old_server: str, next_version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(connection: Connection, version: int) -> None:
        migrate(connection, version)
        connection.exec_driver_sql("DELETE FROM report")
        connection.exec_driver_sql("DROP TABLE missing")

    monkeypatch.setattr(migrations, "migrate", half)
    with pytest.raises(StoreError, match='"missing" does not exist'):
        open_store(old_server)
    monkeypatch.undo()
    with open_store(old_server) as store:
        assert len(list(store.view().events())) == 2


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


def test_many_at_once_migrate_a_server_once(old_server: str, next_version: int) -> None:
    assert _at_once(old_server) == []
    with psycopg.connect(old_server) as connection:
        assert connection.execute("SELECT version FROM sayso_version").fetchall() == [(next_version,)]


def test_many_at_once_make_one_store(workspace: str) -> None:
    assert _at_once(workspace) == []


def test_many_at_once_migrate_it_once(old: Path) -> None:
    assert _at_once(str(old)) == []


def _at_once(workspace: str) -> list[StoreError]:
    """What goes wrong where eight open the workspace at once."""
    failed: list[StoreError] = []

    def use() -> None:
        try:
            with open_store(workspace) as store:
                list(store.view().reports())
        except StoreError as error:
            failed.append(error)

    threads = [Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def _dump(workspace: Path) -> list[str]:
    with closing(sqlite3.connect(workspace / "sayso.db")) as raw:
        return [f"{raw.execute('PRAGMA user_version').fetchone()}", *raw.iterdump()]
