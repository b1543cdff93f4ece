"""The file of a store in SQLite: found or made, refused where it is another's, brought up to date where it is older."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

from sayso.errors import StoreError
from sayso.record import dialect, tables
from sayso.record.copying import copy_database
from sayso.record.transactions import reading, writing


def open_file(file: Path) -> Engine:
    """Connections to ``file``, which holds the tables of today; StoreError where it cannot be used.

    They leave transactions to us (those of sqlite3 begin too late to be safe) and watch foreign keys.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    frozen = _is_frozen(file)
    engine = create_engine(_url(file, frozen), isolation_level="AUTOCOMMIT", connect_args={"timeout": dialect.PATIENCE})

    @event.listens_for(engine, "connect")
    def _watch(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")

    try:
        with engine.connect() as connection:
            _prepare(connection, file, frozen=frozen)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _is_frozen(file: Path) -> bool:
    """Whether nobody can change the file, since its folder cannot be written: then it needs no lock to be read."""
    return file.is_file() and not os.access(file.parent, os.W_OK)


def _url(file: Path, frozen: bool) -> URL:
    if not frozen:
        return URL.create("sqlite", database=str(file))
    return URL.create("sqlite", database=f"file:{quote(str(file))}", query={"immutable": "1", "uri": "true"})


def _prepare(connection: Connection, file: Path, *, frozen: bool) -> None:
    """Make the tables of an empty file, migrate older ones; refuse what is another program's or a newer sayso's."""
    version = _version_now(connection, file)
    if version != tables.VERSION and frozen:
        raise StoreError(f"{file}: made by an older sayso, and cannot be brought up to date in a read-only folder")
    if version == 0:
        _make(connection, file)
    elif version < tables.VERSION:
        _update(connection, file)
    if not frozen:
        _use_log(connection)


def _version_now(connection: Connection, file: Path) -> int:
    """`_version` at one moment, whatever another program is just making of the file."""
    with reading(connection):
        return _version(connection, file)


def _version(connection: Connection, file: Path) -> int:
    """The version of the tables, 0 where there are none; StoreError where they are others' or later ones."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if mark != tables.MARK:
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            raise StoreError(f"{file}: a database of another program, not a store of sayso")
        return 0
    tables.check_version(version, file)
    return version


def _make(connection: Connection, file: Path) -> None:
    with writing(connection):
        if _version(connection, file) == 0:
            tables.schema.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {tables.MARK}")
            connection.exec_driver_sql(f"PRAGMA user_version = {tables.VERSION}")


def _update(connection: Connection, file: Path) -> None:
    """Migrate, after a copy of the file as it was; others wait, and find the tables of today."""
    from sayso.record.migrations import migrate

    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # SQLite changes a table by making it anew
    with writing(connection):
        version = _version(connection, file)
        if version < tables.VERSION:
            copy_database(file, file.with_name(f"{file.name}.schema-{version}"))
            migrate(connection, version)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise StoreError(f"{file}: rows without their report: it stays as it was (`sayso doctor` says more)")
    connection.exec_driver_sql("PRAGMA foreign_keys = ON")


def _use_log(connection: Connection) -> None:
    """Write ahead. SQLite does not wait for others when it changes to that; so we do."""
    end = time.monotonic() + dialect.PATIENCE
    while connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
        try:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
