"""A store in one SQLite file, in write-ahead mode: readers never wait for the writer, nor it for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Table,
    create_engine,
    delete,
    event,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from sayso.errors import StoreError, UsageError
from sayso.model import EventEntry, Findings, Report, ReportEntry, StatementEntry
from sayso.record import tables
from sayso.record.entries import report_entry
from sayso.record.rows import finding_rows, placed, report_row
from sayso.record.store import SHORTEST_PREFIX, Kept, Store, View, Writer

_PATIENCE = 10
"""Seconds to wait for another program's transaction; ours take milliseconds."""

_PAGE = 500
_FINDINGS = (tables.actor, tables.statement, tables.role, tables.event)
_Entry = TypeVar("_Entry", ReportEntry, StatementEntry, EventEntry)


class SQLiteStore(Store):
    """The store in ``file``, made with its folder where it is missing; StoreError where it cannot be used."""

    def __init__(self, file: Path) -> None:
        with _speaking(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            self._file, self._engine = file, _engine(file)
            with self._engine.connect() as connection:
                _prepare(connection, file)

    def writer(self) -> Writer:
        """A way to write."""
        return _SQLiteWriter(self._file, self._engine)

    def view(self) -> View:
        """A way to read."""
        return _SQLiteView(self._file, self._engine)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


class _SQLiteWriter(Writer):
    def __init__(self, file: Path, engine: Engine) -> None:
        self._file, self._engine = file, engine
        self._open: Connection | None = None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _speaking(self._file), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._open = connection
            try:
                yield
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                with suppress(SQLAlchemyError):  # a full disk has rolled it back already
                    connection.exec_driver_sql("ROLLBACK")
                raise
            finally:
                self._open = None

    def _kept(self, id: str) -> Kept | None:
        if self._open is None:
            with _speaking(self._file), self._engine.connect() as connection:
                return _kept(connection, id)
        return _kept(self._open, id)

    def _insert(self, findings: Findings, path: str) -> ReportEntry:
        connection = self._opened()
        done = connection.execute(insert(tables.report), report_row(None, path, findings))
        number = cast("tuple[int]", done.inserted_primary_key)[0]
        _fill(connection, number, findings)
        return report_entry(number, path, findings)

    def _replace(self, number: int, findings: Findings, path: str) -> ReportEntry:
        connection = self._opened()
        row = report_row(number, path, findings)
        connection.execute(update(tables.report).where(tables.report.c.number == number), row)
        for table in _FINDINGS:
            connection.execute(delete(table).where(table.c.report == number))
        _fill(connection, number, findings)
        return report_entry(number, path, findings)

    def _opened(self) -> Connection:
        if self._open is None:
            raise StoreError(f"{self._file}: nothing is written outside a transaction")
        return self._open


class _SQLiteView(View):
    def __init__(self, file: Path, engine: Engine) -> None:
        self._file, self._engine = file, engine

    def reports(self) -> Iterator[ReportEntry]:
        return self._entries(tables.report, ReportEntry)

    def statements(self) -> Iterator[StatementEntry]:
        return self._entries(tables.statement, StatementEntry)

    def events(self) -> Iterator[EventEntry]:
        return self._entries(tables.event, EventEntry)

    def findings(self, number: int) -> Findings:
        query = select(tables.report.c.findings).where(tables.report.c.number == number)
        with _speaking(self._file), self._engine.connect() as connection:
            found = connection.execute(query).scalar_one_or_none()
        if found is None:
            raise UsageError(f"no report {number}: `sayso reports` lists them")
        return Findings.from_json(found, f"report {number}")

    def _entries(self, table: Table, kind: type[_Entry], *where: Any) -> Iterator[_Entry]:
        query = select(*_columns(table, kind)).where(*where).order_by(*table.primary_key)
        with _speaking(self._file), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=_PAGE).execute(query):
                yield kind(*row)

    def _matching(self, reference: str) -> list[ReportEntry]:
        report = tables.report.c
        end = f"/{reference}"
        meant = [report.id == reference, report.path == reference, func.substr(report.path, -len(end)) == end]
        if reference.isascii() and reference.isdigit() and len(reference) < 19:
            meant.append(report.number == int(reference))
        if len(reference) >= SHORTEST_PREFIX:
            meant.append(func.substr(report.id, 1, len(reference)) == reference)
        return list(self._entries(tables.report, ReportEntry, or_(*meant)))


def _kept(connection: Connection, id: str) -> Kept | None:
    report = tables.report.c
    given = (report.text, report.given_published, report.given_outlet, report.url, report.title)
    query = select(report.made_by, *given, *_columns(tables.report, ReportEntry)).where(report.id == id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    made_by, *values = row
    return Kept(ReportEntry(*values[len(given) :]), Report(id, *values[: len(given)]), made_by)


def _columns(table: Table, kind: type[_Entry]) -> list[Column[Any]]:
    return [table.c[item.name] for item in fields(kind)]


def _fill(connection: Connection, number: int, findings: Findings) -> None:
    for table, rows in finding_rows(number, findings):
        if rows:
            connection.execute(insert(table), placed(number, rows))


def _engine(file: Path) -> Engine:
    """Connections that leave transactions to us (those of sqlite3 begin too late to be safe) and watch foreign keys."""
    engine = create_engine(_url(file), isolation_level="AUTOCOMMIT", connect_args={"timeout": _PATIENCE})

    @event.listens_for(engine, "connect")
    def _watch(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def _url(file: Path) -> URL:
    """The file; where its folder cannot be written, so that nobody changes it, as one that needs no lock to be read."""
    if not file.is_file() or os.access(file.parent, os.W_OK):
        return URL.create("sqlite", database=str(file))
    return URL.create("sqlite", database=f"file:{quote(str(file))}", query={"immutable": "1", "uri": "true"})


def _prepare(connection: Connection, file: Path) -> None:
    """Make the tables of an empty file; refuse a file that is another program's or a newer sayso's."""
    if _is_ours(connection, file):
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    if not _is_ours(connection, file):
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            raise StoreError(f"{file}: a database of another program, not a store of sayso")
        tables.schema.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {tables.MARK}")
        connection.exec_driver_sql(f"PRAGMA user_version = {tables.VERSION}")
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _is_ours(connection: Connection, file: Path) -> bool:
    """Whether the file holds our tables; StoreError where it holds later ones."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if mark == tables.MARK and version > tables.VERSION:
        newer = f"made by a newer sayso (schema {version}, this one knows {tables.VERSION}): update sayso"
        raise StoreError(f"{file}: {newer}")
    return bool(mark == tables.MARK)


@contextmanager
def _speaking(file: Path) -> Iterator[None]:
    """Whatever the file system or SQLite has against it becomes one line."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{error.filename or file}: {(error.strerror or str(error)).lower()}") from error
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(f"{file}: {reason}") from error
