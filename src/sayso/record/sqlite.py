"""SQLite, as sayso speaks to it: one file in write-ahead mode, so readers and the writer never wait for each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.config import Server
from sayso.errors import StoreError
from sayso.model import Hit, HitPlace
from sayso.record import fts5, tables
from sayso.record.dialect import Dialect
from sayso.record.transactions import writing
from sayso.record.wording import Wanted

_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"


class SQLite(Dialect):
    """What is SQLite's own."""

    def begin_writing(self) -> str:
        return "BEGIN IMMEDIATE"

    def begin_reading(self) -> str:
        return "BEGIN"

    def set_version(self, connection: Connection, version: int) -> None:
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")

    def index(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Triggers have done it (see `searches`)."""

    def match(self, table: Table, columns: Collection[str], wanted: Wanted) -> ColumnElement[bool]:
        return fts5.match(table, columns, wanted)

    def hits(self, connection: Connection, place: HitPlace, wanted: Wanted, limit: int | None) -> Iterator[Hit]:
        for row in connection.execute(fts5.question(place, wanted).limit(limit)):
            yield Hit(*row)

    def unfit_indexes(self, connection: Connection) -> Iterator[str]:
        """SQLite wants to write for that, so a frozen store is not asked."""
        for name in connection.exec_driver_sql(_INDEXES).scalars().all():
            try:
                connection.exec_driver_sql(f'INSERT INTO "{name}" ("{name}") VALUES (\'integrity-check\')')
            except OperationalError as error:
                if "readonly" not in str(error):
                    raise
            except DatabaseError:
                yield name

    def damage(self, connection: Connection) -> Iterator[str]:
        try:
            for found in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
                yield from (line for line in found.splitlines() if line != "ok")
        except OperationalError:
            raise
        except DatabaseError as error:
            yield str(error.orig)

    def orphans(self, connection: Connection) -> Iterator[str]:
        for table, row, parent, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"row {row} of table {table} belongs to no {parent}"

    def erase(self, connection: Connection, where: Path | Server, numbers: Collection[int]) -> None:
        """SQLite overwrites what it deletes (``secure_delete``), a search index is merged so that it drops dead words,
        the file is made anew (VACUUM), the log emptied, and copies that migrations left beside it go.
        """
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        indexes = connection.exec_driver_sql(_INDEXES).scalars().all()
        with writing(connection):
            connection.execute(delete(tables.report).where(tables.report.c.number.in_(numbers)))
            for index in indexes:
                connection.exec_driver_sql(f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')')
        file = Path(str(where))
        for copy in earlier(file):
            copy.unlink()
        connection.exec_driver_sql("VACUUM")
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if busy:
            left = f"words stay in {file.name}-wal until it ends"
            raise StoreError(f"{file}: forgotten, but another program is reading: {left}")


def earlier(file: Path) -> list[Path]:
    """The copies that were left beside ``file`` when it was brought up to date."""
    return sorted(file.parent.glob(f"{file.name}.schema-*"))
