"""Findings in memory -> the tables of SQL, for as long as a question takes: names and words are matched there only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, StaticPool, create_engine

from sayso.model import Findings
from sayso.record import tables
from sayso.record.cutting import cut_entries, find_hits
from sayso.record.rows import fill, put, report_row

__all__ = ["cut_entries", "empty_tables", "find_hits", "in_tables"]


def empty_tables() -> Engine:
    """All tables, in memory, for as long as the engine is not disposed of."""
    engine = create_engine("sqlite://", isolation_level="AUTOCOMMIT", poolclass=StaticPool)
    tables.schema.create_all(engine)
    return engine


@contextmanager
def in_tables(shelf: Iterable[tuple[int, str, Findings]]) -> Iterator[Connection]:
    """The reports with these numbers and paths, in tables of their own."""
    engine = create_engine("sqlite://")
    try:
        with engine.connect() as connection:
            tables.schema.create_all(connection)
            for number, path, findings in shelf:
                put(connection, tables.report, [report_row(number, path, findings)])
                fill(connection, number, findings)
            yield connection
    finally:
        engine.dispose()
