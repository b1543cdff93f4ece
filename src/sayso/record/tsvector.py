"""Finding words in PostgreSQL: a table of vectors beside each table whose words can be found.

See https://www.postgresql.org/docs/current/textsearch.html. What is a word is settled here (`lexemes`), so no
configuration of the server has a part in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Select,
    Table,
    and_,
    cast,
    func,
    null,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY, REAL, TSQUERY, TSVECTOR, insert

from sayso.model import Hit, HitPlace
from sayso.record import tables
from sayso.record.indexed import INDEXED
from sayso.record.lexemes import tokens, vector
from sayso.record.snippets import snippet
from sayso.record.transactions import streamed
from sayso.record.wording import Phrase, Wanted

_LABELS = {"statement": "ABC", "event": "ABBBBCD"}
"""Of each table: the labels of its columns' words in the vector, in the order of `INDEXED`; elsewhere all are A."""
_ALIKE = cast([1.0, 1.0, 1.0, 1.0], ARRAY(REAL))
"""What a word weighs under each label."""
_BY_LENGTH = 1
"""Ranks are divided by 1 + the logarithm of the number of words."""
_PAGE = 100
_TOLD = 7
"""Columns of a question that are a hit's own; the rest are the texts of its snippet."""

schema = MetaData()
"""The tables of vectors."""


def _vectors(table: Table) -> Table:
    keys = list(table.primary_key)
    name = f"{table.name}_search"
    return Table(
        name,
        schema,
        *(Column(key.name, key.type, primary_key=True, autoincrement=False) for key in keys),
        Column("vector", TSVECTOR, nullable=False),
        ForeignKeyConstraint([key.name for key in keys], keys, ondelete="CASCADE"),
        Index(f"{name}_words", "vector", postgresql_using="gin"),
    )


_VECTORS = {name: _vectors(tables.schema.tables[name]) for name in INDEXED}


def expression(wanted: Wanted, labels: str) -> str:
    """What is wanted as PostgreSQL reads a ``tsquery``, among words with these labels only.

    >>> expression(Wanted((Phrase("Orsk Front"), Phrase("ship", True)), (Phrase("gold"),)), "AB")
    "('orsk':AB <-> 'front':AB) & ('ship':*AB) & !('gold':AB)"
    """
    parts = [_phrase(phrase, labels) for phrase in wanted.phrases]
    return " & ".join([*parts, *(f"!{_phrase(phrase, labels)}" for phrase in wanted.without)])


def index(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the vectors of rows, over those of earlier rows with the same keys."""
    vectors = _VECTORS.get(table.name)
    if vectors is not None and rows:
        keys = [key.name for key in vectors.primary_key]
        new = insert(vectors)
        new = new.on_conflict_do_update(index_elements=keys, set_={"vector": new.excluded.vector})
        connection.execute(new, [{key: row[key] for key in keys} | {"vector": _vector(table, row)} for row in rows])


def match(table: Table, columns: Collection[str], wanted: Wanted) -> ColumnElement[bool]:
    """Whether a row of the table has what is wanted in these columns of its index."""
    vectors, labels = _VECTORS[table.name], _labels(table)
    chosen = "".join(sorted({labels[column] for column in columns}))
    found = select(*vectors.primary_key).where(_holds(vectors, expression(wanted, chosen)))
    return tuple_(*table.primary_key).in_(found)


def hits(connection: Connection, place: HitPlace, wanted: Wanted, limit: int | None) -> Iterator[Hit]:
    """The hits there, the best first: those that have the words often for their length (``ts_rank``)."""
    query = (_in_reports if place == "reports" else _in_statements)(expression(wanted, "")).limit(limit)
    for row in streamed(connection, query, _PAGE):
        yield Hit(*(*row[:_TOLD], snippet(row[_TOLD:], wanted)))


def unfit(connection: Connection) -> Iterator[str]:
    """The tables of vectors that do not have the words of their rows."""
    for name, vectors in _VECTORS.items():
        table = tables.schema.tables[name]
        same = and_(*(table.c[key.name] == key for key in vectors.primary_key))
        found = func.tsvector_to_array(vectors.c.vector)
        query = select(found, *(table.c[source] for source in INDEXED[name].values()))
        query = query.select_from(table.outerjoin(vectors, same))
        with closing(streamed(connection, query, _PAGE)) as rows:
            if any(set(lexemes or ()) != _words(table, values) for lexemes, *values in rows):
                yield vectors.name


def _words(table: Table, values: Sequence[str | None]) -> set[str]:
    row = dict(zip(INDEXED[table.name].values(), values, strict=True))
    return set(re.findall("'([^']*)'", _vector(table, row)))


def _vector(table: Table, row: Mapping[str, Any]) -> str:
    labels = _labels(table)
    return vector((labels[column], row[source]) for column, source in INDEXED[table.name].items())


def _labels(table: Table) -> dict[str, str]:
    columns = INDEXED[table.name]
    return dict(zip(columns, _LABELS.get(table.name, "A" * len(columns)), strict=True))


def _phrase(phrase: Phrase, labels: str) -> str:
    *before, last = (token.word for token in tokens(phrase.words))
    mark = "*" * phrase.beginning + labels
    parts = [*((word, labels) for word in before), (last, mark)]
    return f"({' <-> '.join(f'{word!r}:{mark}'.rstrip(':') for word, mark in parts)})"


def _holds(vectors: Table, query: str) -> ColumnElement[bool]:
    return vectors.c.vector.op("@@", is_comparison=True)(cast(query, TSQUERY))


def _rank(vectors: Table, query: str) -> ColumnElement[float]:
    return func.ts_rank(_ALIKE, vectors.c.vector, cast(query, TSQUERY), _BY_LENGTH)


def _in_reports(query: str) -> Select[Any]:
    vectors, report = _VECTORS["report"], tables.report.c
    return (
        select(report.number, null(), null(), *tables.of_hit(), report.headline, report.text)
        .select_from(tables.report.join(vectors, report.number == vectors.c.number))
        .where(_holds(vectors, query))
        .order_by(_rank(vectors, query).desc(), report.number)
    )


def _in_statements(query: str) -> Select[Any]:
    vectors, report, statement = _VECTORS["statement"], tables.report.c, tables.statement.c
    same = and_(statement.report == vectors.c.report, statement.position == vectors.c.position)
    words = (statement.speaker, statement.words, statement.occasion)
    return (
        select(report.number, statement.id, statement.speaker, *tables.of_hit(), *words)
        .select_from(tables.statement.join(vectors, same).join(tables.report, report.number == statement.report))
        .where(_holds(vectors, query))
        .order_by(_rank(vectors, query).desc(), report.number, statement.position)
    )
