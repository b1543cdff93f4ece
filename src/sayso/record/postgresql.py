"""PostgreSQL, as sayso speaks to it: writers take turns by a lock of their own, readers never wait."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Integer, Table, Text, delete, insert
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.exc import OperationalError

from sayso.config import Server
from sayso.errors import StoreError
from sayso.model import Hit, HitPlace
from sayso.record import dialect, tables, tsvector
from sayso.record.transactions import reading, writing
from sayso.record.wording import Wanted

VERSIONS = Table("sayso_version", tsvector.schema, Column("version", Integer, primary_key=True, autoincrement=False))
"""One row: the version of the tables. A schema that has this table is a store of sayso."""

_SEEING = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) >= age(CAST(%s AS xid))"""
"""How many other transactions may still see what the transaction of that number has deleted."""

_LOCKED = "55P03"
"""What PostgreSQL calls a lock that was not to be had (``lock_not_available``)."""


class PostgreSQL(dialect.Dialect):
    """What is PostgreSQL's own."""

    def begin_writing(self) -> str:
        """Each statement sees what was committed before it, whatever the server's default: the turn may come late."""
        return (
            f"BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = {int(dialect.PATIENCE * 1000)}; "
            f"SELECT pg_advisory_xact_lock({tables.MARK}, hashtext(current_schema()))"
        )

    def begin_reading(self) -> str:
        return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

    def set_version(self, connection: Connection, version: int) -> None:
        connection.execute(delete(VERSIONS))
        connection.execute(insert(VERSIONS), {"version": version})

    def index(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        tsvector.index(connection, table, rows)

    def match(self, table: Table, columns: Collection[str], wanted: Wanted) -> ColumnElement[bool]:
        return tsvector.match(table, columns, wanted)

    def hits(self, connection: Connection, place: HitPlace, wanted: Wanted, limit: int | None) -> Iterator[Hit]:
        return tsvector.hits(connection, place, wanted, limit)

    def unfit_indexes(self, connection: Connection) -> Iterator[str]:
        with reading(connection):
            yield from tsvector.unfit(connection)

    def damage(self, connection: Connection) -> Iterator[str]:
        """PostgreSQL tells of it when the rows are read."""
        return iter(())

    def orphans(self, connection: Connection) -> Iterator[str]:
        """PostgreSQL never lets a row become one."""
        return iter(())

    def erase(self, connection: Connection, where: Path | Server, numbers: Collection[int]) -> None:
        """The tables are made anew (VACUUM FULL), as soon as nobody sees the reports any more."""
        with writing(connection):
            connection.execute(delete(tables.report).where(tables.report.c.number.in_(numbers)))
            now = connection.exec_driver_sql("SELECT CAST(pg_current_xact_id() AS xid)").scalar_one()
        end = time.monotonic() + dialect.PATIENCE
        still_used = StoreError(
            f"{where}: forgotten, but another program is reading: words stay in its tables until VACUUM FULL"
        )
        while connection.exec_driver_sql(_SEEING, (now,)).scalar_one():
            if time.monotonic() > end:
                raise still_used
            time.sleep(0.05)
        try:
            _make_anew(connection)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) == _LOCKED:
                raise still_used from error
            raise


def _make_anew(connection: Connection) -> None:
    """All tables, and the samples of their words that the server keeps for planning."""
    connection.exec_driver_sql(f"SET lock_timeout = {int(dialect.PATIENCE * 1000)}")
    for table in (*tables.schema.sorted_tables, *tsvector.schema.sorted_tables):
        told = connection.dialect.identifier_preparer
        name = told.format_table(table)
        if samples := [
            f"ALTER COLUMN {told.format_column(column)} TYPE {column.type.compile(connection.dialect)}"
            for column in table.c
            if isinstance(column.type, Text | TSVECTOR)
        ]:
            connection.exec_driver_sql(f"ALTER TABLE {name} {', '.join(samples)}")  # to its own type: samples go
        connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {name}")
    connection.exec_driver_sql("VACUUM FULL pg_catalog.pg_statistic")  # passed by where the database is not ours
    connection.exec_driver_sql("RESET lock_timeout")
