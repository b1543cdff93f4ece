"""All rows of one store into another of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, select, update

from sayso.record import tables
from sayso.record.rows import Row, put

_PAGE = 200


def pour_rows(given: Connection, taken: Connection) -> None:
    """What ``given`` holds in place of what ``taken`` held, in the transactions that both are in."""
    for table in reversed(tables.schema.sorted_tables):
        taken.execute(delete(table))
    for table in tables.schema.sorted_tables:
        later = _of_own_table(table)
        for page in _pages(given, table):
            put(taken, table, [row | dict.fromkeys(column.name for column in later) for row in page])
        for column in later:
            _point(given, taken, table, column)


def _of_own_table(table: Table) -> list[Column[Any]]:
    """The columns that point at rows of the same table, which may come later."""
    return [column for column in table.c if any(key.column.table is table for key in column.foreign_keys)]


def _point(given: Connection, taken: Connection, table: Table, column: Column[Any]) -> None:
    (key,) = table.primary_key
    for number, target in given.execute(select(key, column).where(column.is_not(None))).all():
        taken.execute(update(table).where(key == number).values({column: target}))


def _pages(given: Connection, table: Table) -> Iterator[list[Row]]:
    query = select(table).order_by(*table.primary_key)
    with given.execute(query, execution_options={"yield_per": _PAGE}) as found:
        yield from ([dict(row) for row in page] for page in found.mappings().partitions())
