"""What databases say differently: beginning a transaction, marking a version, finding words, forgetting.

All else is the same SQL for all of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table

from sayso.config import Server
from sayso.model import Hit, HitPlace
from sayso.record.wording import Wanted

PATIENCE = 60
"""Seconds to wait for another program's transaction. Ours take milliseconds, but for migrations and forgetting."""


class Dialect(ABC):
    """One kind of database."""

    @abstractmethod
    def begin_writing(self) -> str:
        """What begins a transaction that no other writer's overlaps."""

    @abstractmethod
    def begin_reading(self) -> str:
        """What begins a transaction that sees one state of the store."""

    @abstractmethod
    def set_version(self, connection: Connection, version: int) -> None:
        """Keep the version of the tables, in the transaction that made them so."""

    @abstractmethod
    def index(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Make rows that were just written to ``table`` findable by their words."""

    @abstractmethod
    def match(self, table: Table, columns: Collection[str], wanted: Wanted) -> ColumnElement[bool]:
        """Whether a row of ``table`` has the words in these columns of its index (see `searches.INDEXED`)."""

    @abstractmethod
    def hits(self, connection: Connection, place: HitPlace, wanted: Wanted, limit: int | None) -> Iterator[Hit]:
        """Where the words are, the best first."""

    @abstractmethod
    def unfit_indexes(self, connection: Connection) -> Iterator[str]:
        """The indexes of words that do not fit their rows."""

    @abstractmethod
    def damage(self, connection: Connection) -> Iterator[str]:
        """What is broken below the rows, and leaves nothing else to be looked at."""

    @abstractmethod
    def orphans(self, connection: Connection) -> Iterator[str]:
        """Rows that belong to none."""

    @abstractmethod
    def erase(self, connection: Connection, where: Path | Server, numbers: Collection[int]) -> None:
        """Remove the reports so that no word of them is left in the database; what was found in them goes with them.

        StoreError where another program keeps words of them in use for longer than `PATIENCE`.
        """


def dialect_of(connection: Connection) -> Dialect:
    """The dialect that the connection's database speaks."""
    if connection.dialect.name == "postgresql":
        from sayso.record.postgresql import PostgreSQL

        return PostgreSQL()
    from sayso.record.sqlite import SQLite

    return SQLite()
