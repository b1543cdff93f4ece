"""Transactions: connections leave them to us, for those of the drivers begin too late to be safe."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select
from sqlalchemy.exc import SQLAlchemyError

from sayso.config import Server
from sayso.errors import StoreError
from sayso.record.dialect import dialect_of


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """All that the body writes, or nothing of it. Other writers wait from the beginning on."""
    connection.exec_driver_sql(dialect_of(connection).begin_writing())
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """The body sees the store as it is at its first question, whatever is written meanwhile."""
    connection.exec_driver_sql(dialect_of(connection).begin_reading())
    try:
        yield
    finally:
        _roll_back(connection)


class Session:
    """The way of one writer to a database: all that it writes between begin and end goes through one connection."""

    def __init__(self, where: Path | Server, engine: Engine) -> None:
        self._where, self._engine = where, engine
        self._open: Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that the body writes, or nothing of it."""
        with speaking(self._where), self._engine.connect() as connection:
            self._open = connection
            try:
                with writing(connection):
                    yield
            finally:
                self._open = None

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """The connection of the transaction, outside of one another for this question alone."""
        if self._open is not None:
            yield self._open
            return
        with speaking(self._where), self._engine.connect() as connection:
            yield connection

    @property
    def is_open(self) -> bool:
        """Whether a transaction lasts."""
        return self._open is not None

    @property
    def open(self) -> Connection:
        """The connection of the transaction; StoreError where there is none."""
        if self._open is None:
            raise StoreError(f"{self._where}: nothing is written outside a transaction")
        return self._open


def streamed(connection: Connection, query: Select[Any], at_once: int = 500) -> Generator[Any]:
    """The rows of an answer, so many in memory at once."""
    with connection.execute(query, execution_options={"yield_per": at_once}) as found:
        yield from found


@contextmanager
def speaking(where: Path | Server) -> Iterator[None]:
    """Whatever the file system or the database has against it becomes one line."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{error.filename or where}: {(error.strerror or str(error)).lower()}") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(f"{where}: {reason}") from error


def _roll_back(connection: Connection) -> None:
    with suppress(SQLAlchemyError):  # a full disk has done it already, and a server that is gone
        connection.exec_driver_sql("ROLLBACK")
