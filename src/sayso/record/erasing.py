"""Forgetting: reports leave the file so that no word of them is left in it, nor in its log, nor in copies of ours."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Connection, delete

from sayso.errors import StoreError
from sayso.record import tables
from sayso.record.opening import earlier, transaction

INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
"""The full-text indexes."""


def erase(connection: Connection, file: Path, numbers: Collection[int]) -> None:
    """Remove the reports; what was found in them goes with them.

    SQLite overwrites what it deletes (``secure_delete``), a search index is merged so that it drops dead words, the
    file is made anew (VACUUM) and the log emptied. StoreError where another program holds the log for `PATIENCE`.
    """
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    indexes = connection.exec_driver_sql(INDEXES).scalars().all()
    with transaction(connection):
        connection.execute(delete(tables.report).where(tables.report.c.number.in_(numbers)))
        for index in indexes:
            connection.exec_driver_sql(f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')')
    for copy in earlier(file):
        copy.unlink()
    connection.exec_driver_sql("VACUUM")
    busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if busy:
        raise StoreError(
            f"{file}: forgotten, but another program is reading: words stay in {file.name}-wal until it ends"
        )
