"""Findings -> the rows of the tables. What SQLAlchemy wants as dicts is made here and goes nowhere else."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, insert

from sayso.model import Findings, Index
from sayso.record import tables
from sayso.record.dialect import dialect_of
from sayso.record.entries import event_entries, report_entry, statement_entries
from sayso.record.store import hash_of

Row = dict[str, Any]


def report_row(number: int, path: str, findings: Findings) -> Row:
    """The row of the report itself."""
    report, given = findings.report, findings.report.as_given()
    return asdict(report_entry(number, path, findings)) | {
        "sha256": hashlib.sha256(report.text.encode()).hexdigest(),
        "given_published": given.published,
        "given_outlet": given.outlet,
        "url": report.url,
        "title": report.title,
        "text": report.text,
        "made_by": hash_of(findings.made_by),
        "findings": findings.to_json(),
    }


def original_row(number: int, original: bytes) -> Row:
    """The row of the bytes that the text of report ``number`` was taken out of."""
    return {"report": number, "sha256": hashlib.sha256(original).hexdigest(), "packed": zlib.compress(original)}


def finding_rows(number: int, findings: Findings) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of everything found in report ``number``, table by table, parents first."""
    yield tables.actor, [_cut(tables.actor, asdict(actor)) for actor in findings.actors]
    yield tables.statement, [asdict(entry) for entry in statement_entries(number, findings)]
    yield tables.event, [asdict(entry) for entry in event_entries(number, findings)]
    yield tables.role, list(_role_rows(findings))


def placed(number: int, rows: list[Row]) -> list[Row]:
    """The rows with the number of their report and their position in it."""
    return [{"position": position} | row | {"report": number} for position, row in enumerate(rows)]


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write new rows, so that their words are found."""
    if rows:
        connection.execute(insert(table), rows)
        dialect_of(connection).index(connection, table, rows)


def fill(connection: Connection, number: int, findings: Findings) -> None:
    """Write the rows of everything found in report ``number``."""
    for table, rows in finding_rows(number, findings):
        put(connection, table, placed(number, rows))


def _cut(table: Table, found: Row) -> Row:
    return {name: value for name, value in found.items() if name in table.columns}


def _role_rows(findings: Findings) -> Iterator[Row]:
    index = Index(findings)
    for position, event in enumerate(findings.events):
        for role in event.roles:
            name, words = index.party(role), index.words(role.spans)
            yield {"event": position, "role": role.role, "actor": role.actor, "name": name, "words": words}
