"""A store in one SQLite file, in write-ahead mode: readers never wait for the writer, nor it for them."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from sayso.errors import StoreError, UsageError
from sayso.model import Cut, EventEntry, FailureEntry, Findings, Hit, HitPlace, Report, ReportEntry, StatementEntry
from sayso.model.catalogue import Catalogue
from sayso.record import tables
from sayso.record.catalogued import SQLCatalogue
from sayso.record.cutting import PAGE, cut_entries, find_hits
from sayso.record.entries import report_entry
from sayso.record.erasing import erase
from sayso.record.opening import open_file, speaking, transaction
from sayso.record.register import Register
from sayso.record.rows import fill, original_row, report_row
from sayso.record.store import SHORTEST_PREFIX, WHOLE, Kept, Store, View, Writer

_FINDINGS = (tables.actor, tables.statement, tables.role, tables.event)
_Entry = TypeVar("_Entry", ReportEntry, FailureEntry)
_Listed = TypeVar("_Listed", ReportEntry, StatementEntry, EventEntry)


class SQLiteStore(Store):
    """The store in ``file``, made with its folder where it is missing; StoreError where it cannot be used."""

    def __init__(self, file: Path) -> None:
        with speaking(file):
            self._file, self._engine = file, open_file(file)

    def writer(self) -> Writer:
        """A way to write."""
        return _SQLiteWriter(self._file, self._engine)

    def view(self) -> View:
        """A way to read."""
        return _SQLiteView(self._file, self._engine)

    def register(self) -> Register:
        """Who the workspace knows by name."""
        return Register(self._file, self._engine, self._engine.connect)

    def catalogue(self) -> Catalogue:
        """What its reports have in common."""
        return SQLCatalogue(self._file, self._engine)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


class _SQLiteWriter(Writer):
    def __init__(self, file: Path, engine: Engine) -> None:
        self._file, self._engine = file, engine
        self._open: Connection | None = None

    def fail(self, failure: FailureEntry) -> None:
        with self._transaction():
            self._settle(failure.name)
            self._opened().execute(insert(tables.failure), asdict(failure))

    def settle(self, name: str) -> None:
        with self._transaction():
            self._settle(name)

    def forget(self, numbers: Collection[int]) -> None:
        with speaking(self._file), self._engine.connect() as connection:
            erase(connection, self._file, numbers)

    def _settle(self, name: str) -> None:
        self._opened().execute(delete(tables.failure).where(tables.failure.c.name == name))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with speaking(self._file), self._engine.connect() as connection:
            self._open = connection
            try:
                with transaction(connection):
                    yield
            finally:
                self._open = None

    def _kept(self, id: str) -> Kept | None:
        if self._open is None:
            with speaking(self._file), self._engine.connect() as connection:
                return _kept(connection, id)
        return _kept(self._open, id)

    def _insert(self, findings: Findings, path: str) -> ReportEntry:
        connection = self._opened()
        done = connection.execute(insert(tables.report), report_row(None, path, findings))
        number = cast("tuple[int]", done.inserted_primary_key)[0]
        fill(connection, number, findings)
        return report_entry(number, path, findings)

    def _replace(self, number: int, findings: Findings, path: str) -> ReportEntry:
        connection = self._opened()
        row = report_row(number, path, findings)
        connection.execute(update(tables.report).where(tables.report.c.number == number), row)
        for table in _FINDINGS:
            connection.execute(delete(table).where(table.c.report == number))
        fill(connection, number, findings)
        return report_entry(number, path, findings)

    def _attach(self, number: int, original: bytes) -> None:
        row = original_row(number, original)
        self._opened().execute(insert(tables.original).prefix_with("OR IGNORE"), row)

    def _opened(self) -> Connection:
        if self._open is None:
            raise StoreError(f"{self._file}: nothing is written outside a transaction")
        return self._open


class _SQLiteView(View):
    def __init__(self, file: Path, engine: Engine) -> None:
        self._file, self._engine = file, engine

    def reports(self, cut: Cut = WHOLE) -> Iterator[ReportEntry]:
        return self._cut(ReportEntry, cut)

    def statements(self, cut: Cut = WHOLE) -> Iterator[StatementEntry]:
        return self._cut(StatementEntry, cut)

    def events(self, cut: Cut = WHOLE) -> Iterator[EventEntry]:
        return self._cut(EventEntry, cut)

    def search(self, words: str, place: HitPlace | None = None, limit: int | None = None) -> Iterator[Hit]:
        with speaking(self._file), self._engine.connect() as connection:
            yield from find_hits(connection, words, place, limit)

    def _cut(self, kind: type[_Listed], cut: Cut) -> Iterator[_Listed]:
        with speaking(self._file), self._engine.connect() as connection:
            yield from cut_entries(connection, kind, cut)

    def failures(self) -> Iterator[FailureEntry]:
        return self._entries(tables.failure, FailureEntry, order=(tables.failure.c.at.desc(), text("rowid DESC")))

    def findings(self, number: int) -> Findings:
        query = select(tables.report.c.findings).where(tables.report.c.number == number)
        with speaking(self._file), self._engine.connect() as connection:
            found = connection.execute(query).scalar_one_or_none()
        if found is None:
            raise UsageError(f"no report {number}: `sayso reports` lists them")
        return Findings.from_json(found, f"report {number}")

    def original(self, number: int) -> bytes | None:
        query = select(tables.original.c.packed).where(tables.original.c.report == number)
        with speaking(self._file), self._engine.connect() as connection:
            packed = connection.execute(query).scalar_one_or_none()
        return None if packed is None else zlib.decompress(packed)

    def _entries(self, table: Table, kind: type[_Entry], *where: Any, order: Sequence[Any] = ()) -> Iterator[_Entry]:
        query = select(*_columns(table, kind)).where(*where).order_by(*(order or table.primary_key))
        with speaking(self._file), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=PAGE).execute(query):
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
