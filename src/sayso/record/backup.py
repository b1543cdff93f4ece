"""The whole record in one file, and back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Table, func, select

from sayso.config import Server
from sayso.errors import StoreError, UsageError
from sayso.record import tables
from sayso.record.connecting import connected, open_place
from sayso.record.copying import check_sound, copy_database, pour, put_in_place, writes
from sayso.record.opening import open_file
from sayso.record.pouring import pour_rows
from sayso.record.transactions import reading, speaking, writing


def back_up(store: Path | Server, target: Path, *, force: bool = False) -> int:
    """Write the record in the file or on the server as it is now to the file ``target``, while others use it.

    Gives the number of reports in the copy, which was found sound. UsageError where ``target`` is there already and
    ``force`` is not given, and where it is the record itself.
    """
    if isinstance(store, Path) and target.exists() and store.exists() and target.samefile(store):
        raise UsageError(f"{target}: is the record itself")
    if target.exists() and not force:
        raise UsageError(f"{target}: is there already; --force writes over it")
    with speaking(store if isinstance(store, Server) else target):
        open_place(store, must=True).dispose()
        if isinstance(store, Server):
            _fetch(store, target)
        else:
            copy_database(store, target)
        return _reports(target)


def restore(source: Path, store: Path | Server, *, force: bool = False) -> int:
    """Make the file or server hold what the backup ``source`` holds; the number of reports in it.

    StoreError where ``source`` is no sound store of this or an earlier sayso. UsageError where there are reports or
    known actors in ``store`` already and ``force`` is not given; a damaged store counts as one that has some.
    """
    with speaking(source):
        _check(source)
    if isinstance(store, Server):
        return _send(source, store, force=force)
    if store.exists() and not force and (store.samefile(source) or _holds_work(store)):
        raise _refusal(store)
    with speaking(store):
        store.parent.mkdir(parents=True, exist_ok=True)
        _put(source, store)
        open_file(store).dispose()
        return _reports(store)


def _fetch(server: Server, target: Path) -> None:
    """The rows on the server, as they are at one moment, into a store in a file."""
    with writes(target) as begun:
        with connected(server) as given, connected(begun) as taken:
            taken.exec_driver_sql("PRAGMA synchronous = OFF")
            with reading(given), writing(taken):
                pour_rows(given, taken)
            taken.exec_driver_sql("PRAGMA journal_mode = DELETE")
        with closing(_opened(begun)) as made:
            check_sound(made, begun)


def _send(source: Path, server: Server, *, force: bool) -> int:
    """The rows of a backup, brought up to date in a copy, to the server, where they are seen all at once."""
    with TemporaryDirectory() as folder, speaking(server):
        copy = Path(folder) / source.name
        copy_database(source, copy)
        open_place(server).dispose()
        with connected(copy) as given, connected(server) as taken, reading(given), writing(taken):
            if not force and any(_rows(taken, table) for table in (tables.report, tables.known_actor)):
                raise _refusal(server)
            pour_rows(given, taken)
            return _rows(taken, tables.report)


def _rows(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _refusal(store: Path | Server) -> UsageError:
    return UsageError(f"{store}: holds a record already; --force puts the backup in its place")


def _check(source: Path) -> None:
    if not source.is_file():
        raise StoreError(f"{source}: no such file")
    with closing(_opened(source)) as given:
        (mark,) = given.execute("PRAGMA application_id").fetchone()
        (version,) = given.execute("PRAGMA user_version").fetchone()
        if mark != tables.MARK:
            raise StoreError(f"{source}: not a store of sayso")
        tables.check_version(version, source)
        check_sound(given, source)


def _holds_work(store: Path) -> bool:
    """Whether there are reports or known actors in the store; a damaged one counts as one that has some."""
    try:
        return store.stat().st_size > 0 and (_reports(store) > 0 or _count(store, "known_actor") > 0)
    except sqlite3.Error:
        return True


def _put(source: Path, store: Path) -> None:
    """Into the file that is there, so that who has it open sees it change whole; in its place where it is damaged."""
    try:
        with closing(_opened(source)) as given, closing(sqlite3.connect(store)) as taken:
            pour(given, taken, store)
            check_sound(taken, store)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        begun = store.with_name(f"{store.name}.{os.getpid()}.part")
        copy_database(source, begun)
        for log in ("-wal", "-shm", "-journal"):
            with suppress(FileNotFoundError):
                store.with_name(f"{store.name}{log}").unlink()
        put_in_place(begun, store)


def _reports(file: Path) -> int:
    return _count(file, "report")


def _count(file: Path, table: str) -> int:
    with closing(_opened(file)) as opened:
        return int(opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
