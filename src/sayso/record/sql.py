"""A store in a database of SQL: a file of SQLite, or a database of PostgreSQL."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

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
    update,
)

from sayso.config import Server
from sayso.errors import UsageError
from sayso.model import Cut, EventEntry, FailureEntry, Findings, Hit, HitPlace, Report, ReportEntry, StatementEntry
from sayso.model.catalogue import Catalogue
from sayso.record import tables
from sayso.record.catalogued import SQLCatalogue, mark_read, withdraw
from sayso.record.connecting import open_place
from sayso.record.cutting import cut_entries, find_hits
from sayso.record.dialect import dialect_of
from sayso.record.entries import report_entry
from sayso.record.register import Register
from sayso.record.rows import fill, original_row, put, report_row
from sayso.record.store import SHORTEST_PREFIX, WHOLE, Kept, Store, View, Writer
from sayso.record.transactions import Session, reading, speaking, streamed, writing

_FINDINGS = (tables.actor, tables.statement, tables.role, tables.event)
_Entry = TypeVar("_Entry", ReportEntry, FailureEntry)
_Listed = TypeVar("_Listed", ReportEntry, StatementEntry, EventEntry)


class SQLStore(Store):
    """The store in the file or on the server, made where it is missing; StoreError where it cannot be used."""

    def __init__(self, where: Path | Server, *, must: bool = False) -> None:
        with speaking(where):
            self._where, self._engine = where, open_place(where, must=must)

    def writer(self) -> Writer:
        """A way to write."""
        return _SQLWriter(self._where, self._engine)

    def view(self) -> View:
        """A way to read."""
        return _SQLView(self._where, self._engine)

    def register(self) -> Register:
        """Who the workspace knows by name."""
        return Register(self._where, self._engine, self._engine.connect)

    def catalogue(self) -> Catalogue:
        """What its reports have in common."""
        return SQLCatalogue(self._where, self._engine)

    def close(self) -> None:
        """Let go of its connections."""
        self._engine.dispose()


class _SQLWriter(Writer):
    def __init__(self, where: Path | Server, engine: Engine) -> None:
        self._where, self._engine = where, engine
        self._session = Session(where, engine)

    def fail(self, failure: FailureEntry) -> None:
        with self._transaction():
            self._settle(failure.name)
            number = _next(self._session.open, tables.failure)
            self._session.open.execute(insert(tables.failure), {"number": number} | asdict(failure))

    def settle(self, name: str) -> None:
        with self._transaction():
            self._settle(name)

    def forget(self, numbers: Collection[int]) -> None:
        with speaking(self._where), self._engine.connect() as connection:
            with writing(connection):
                withdraw(connection, numbers)
            dialect_of(connection).erase(connection, self._where, numbers)

    def _settle(self, name: str) -> None:
        self._session.open.execute(delete(tables.failure).where(tables.failure.c.name == name))

    def _transaction(self) -> AbstractContextManager[None]:
        return self._session.transaction()

    def _kept(self, id: str) -> Kept | None:
        with self._session.asking() as connection:
            return _kept(connection, id)

    def _insert(self, findings: Findings, path: str) -> ReportEntry:
        connection = self._session.open
        number = _next(connection, tables.report)
        put(connection, tables.report, [report_row(number, path, findings)])
        fill(connection, number, findings)
        mark_read(connection, findings.report.id)
        return report_entry(number, path, findings)

    def _replace(self, number: int, findings: Findings, path: str) -> ReportEntry:
        connection = self._session.open
        row = report_row(number, path, findings)
        connection.execute(update(tables.report).where(tables.report.c.number == number), row)
        dialect_of(connection).index(connection, tables.report, [row])
        for table in _FINDINGS:
            connection.execute(delete(table).where(table.c.report == number))
        fill(connection, number, findings)
        mark_read(connection, findings.report.id)
        return report_entry(number, path, findings)

    def _attach(self, number: int, original: bytes) -> None:
        kept = select(tables.original.c.report).where(tables.original.c.report == number)
        if self._session.open.execute(kept).first() is None:
            self._session.open.execute(insert(tables.original), original_row(number, original))


class _SQLView(View):
    def __init__(self, where: Path | Server, engine: Engine) -> None:
        self._where, self._engine = where, engine

    def reports(self, cut: Cut = WHOLE) -> Iterator[ReportEntry]:
        return self._cut(ReportEntry, cut)

    def statements(self, cut: Cut = WHOLE) -> Iterator[StatementEntry]:
        return self._cut(StatementEntry, cut)

    def events(self, cut: Cut = WHOLE) -> Iterator[EventEntry]:
        return self._cut(EventEntry, cut)

    def search(self, words: str, place: HitPlace | None = None, limit: int | None = None) -> Iterator[Hit]:
        with self._reading() as connection:
            yield from find_hits(connection, words, place, limit)

    def _cut(self, kind: type[_Listed], cut: Cut) -> Iterator[_Listed]:
        with self._reading() as connection:
            yield from cut_entries(connection, kind, cut)

    def failures(self) -> Iterator[FailureEntry]:
        failure = tables.failure.c
        query = select(*_columns(tables.failure, FailureEntry)).order_by(failure.at.desc(), failure.number.desc())
        with self._reading() as connection:
            for row in streamed(connection, query):
                yield FailureEntry(*row)

    def findings(self, number: int) -> Findings:
        query = select(tables.report.c.findings).where(tables.report.c.number == number)
        with self._reading() as connection:
            found = connection.execute(query).scalar_one_or_none()
        if found is None:
            raise UsageError(f"no report {number}: `sayso reports` lists them")
        return Findings.from_json(found, f"report {number}")

    def original(self, number: int) -> bytes | None:
        query = select(tables.original.c.packed).where(tables.original.c.report == number)
        with self._reading() as connection:
            packed = connection.execute(query).scalar_one_or_none()
        return None if packed is None else zlib.decompress(packed)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with speaking(self._where), self._engine.connect() as connection, reading(connection):
            yield connection

    def _matching(self, reference: str) -> list[ReportEntry]:
        report, end = tables.report.c, f"/{reference}"
        ending = func.substr(report.path, func.length(report.path) - len(end) + 1, type_=report.path.type)
        meant = [report.id == reference, report.path == reference, ending == end]
        if reference.isascii() and reference.isdigit() and len(reference) < 19:
            meant.append(report.number == int(reference))
        if len(reference) >= SHORTEST_PREFIX:
            meant.append(func.substr(report.id, 1, len(reference), type_=report.id.type) == reference)
        query = select(*_columns(tables.report, ReportEntry)).where(or_(*meant)).order_by(report.number)
        with self._reading() as connection:
            return [ReportEntry(*row) for row in connection.execute(query)]


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


def _next(connection: Connection, table: Table) -> int:
    """The number after the highest; nobody else takes it before this transaction has ended."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.number), 0) + 1)).scalar_one())
