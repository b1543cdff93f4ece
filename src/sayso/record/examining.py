"""Whether a store is sound: its file, its keys, and every span, row and column against the record they came from."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, Table, select

from sayso.config import Server
from sayso.errors import DecodeError
from sayso.model import Findings, Span
from sayso.record import tables
from sayso.record.connecting import connected
from sayso.record.dialect import Dialect, dialect_of
from sayso.record.rows import Row, finding_rows, placed, report_row
from sayso.record.transactions import reading, speaking, streamed

_PAGE = 100


class Trouble(NamedTuple):
    """What is wrong with the report of that number; with the store itself where it is None."""

    report: int | None
    what: str


def examine(where: Path | Server) -> Iterator[Trouble]:
    """All that is wrong with the store there, one report in memory at a time; nothing is changed.

    It is seen as it is at the beginning, whatever is written meanwhile. Of a damaged file only the damage is told.
    """
    with speaking(where), connected(where) as connection:
        dialect = dialect_of(connection)
        yield from _indexes(connection, dialect)
        with reading(connection):
            damages = [Trouble(None, f"damaged: {line}") for line in dialect.damage(connection)]
            yield from damages
            if not damages:
                yield from (Trouble(None, what) for what in dialect.orphans(connection))
                yield from _reports(connection)


def _indexes(connection: Connection, dialect: Dialect) -> Iterator[Trouble]:
    for name in dialect.unfit_indexes(connection):
        yield Trouble(None, f"the search index {name} does not fit its rows")


def _reports(connection: Connection) -> Iterator[Trouble]:
    for found in streamed(connection, select(tables.report).order_by(tables.report.c.number), _PAGE):
        row = found._mapping
        for what in (*_contradictions(connection, row), *_changed_original(connection, row["number"])):
            yield Trouble(row["number"], what)


def _contradictions(connection: Connection, row: RowMapping) -> Iterator[str]:
    try:
        findings = Findings.from_json(row["findings"])
    except DecodeError as error:
        yield f"its record cannot be read: {error.reason}"
        return
    outside = [span for span in _spans(findings) if not 0 <= span.start < span.end <= len(findings.report.text)]
    for span in outside:
        yield f"evidence at {span.start} to {span.end} lies outside the text"
    if outside:
        return
    try:
        yield from _different("report", [dict(row)], [report_row(row["number"], row["path"], findings)])
        for table, rows in finding_rows(row["number"], findings):
            yield from _different(table.name, _stored(connection, table, row["number"]), placed(row["number"], rows))
    except (LookupError, AttributeError) as error:
        yield f"its record points at what is not there: {error}"


def _changed_original(connection: Connection, number: int) -> Iterator[str]:
    query = select(tables.original).where(tables.original.c.report == number)
    found = connection.execute(query).mappings().one_or_none()
    try:
        if found and hashlib.sha256(zlib.decompress(found["packed"])).hexdigest() != found["sha256"]:
            yield "its original is not as it came: other bytes than its sha256 says"
    except zlib.error as error:
        yield f"its original cannot be unpacked: {error}"


def _different(table: str, stored: list[Row], told: list[Row]) -> Iterator[str]:
    """Where rows are not what the record tells: then their words are no longer the evidence they were cut from."""
    if len(stored) != len(told):
        yield f"{table}: {len(stored)} rows, but {len(told)} in the record"
        return
    for kept, row in zip(stored, told, strict=True):
        columns = [name for name, value in row.items() if kept.get(name) != value]
        if columns:
            name = f"{table} {row.get('id') or row['name']}"
            yield f"{name}: not as in the record: {', '.join(columns)}"


def _stored(connection: Connection, table: Table, number: int) -> list[Row]:
    query = select(table).where(table.c.report == number).order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(query).mappings()]


def _spans(found: Any) -> Iterator[Span]:
    """Every span in a noun, however deep."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for part in found:
            yield from _spans(part)
    elif is_dataclass(found):
        for item in fields(found):
            yield from _spans(getattr(found, item.name))
