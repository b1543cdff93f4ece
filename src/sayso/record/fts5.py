"""Finding words in SQLite, by FTS5. Every word is quoted: nothing that a person asks for is syntax.

See https://www.sqlite.org/fts5.html#full_text_query_syntax.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, literal_column, null, select, tuple_
from sqlalchemy import column as named
from sqlalchemy import table as made

from sayso.model import HitPlace
from sayso.record import tables
from sayso.record.wording import Phrase, Wanted

_MARKS = ("[[", "]]")
_AROUND = 24
"""Words of a snippet."""


def expression(wanted: Wanted, columns: Collection[str] = ()) -> str:
    """What is wanted as FTS5 reads it, in these columns only where there are any.

    >>> expression(Wanted((Phrase("Orsk Front"), Phrase("ship", True)), (Phrase("gold"),)), ["words"])
    '{words} : (("Orsk Front" AND "ship" *) NOT ("gold"))'
    """
    without = f" NOT ({' OR '.join(map(_quoted, wanted.without))})" if wanted.without else ""
    whole = f"({' AND '.join(map(_quoted, wanted.phrases))}){without}"
    return f"{{{' '.join(columns)}}} : ({whole})" if columns else whole


def match(table: Table, columns: Collection[str], wanted: Wanted) -> ColumnElement[bool]:
    """Whether a row of the table has what is wanted in these columns of its index."""
    name = f"{table.name}_search"
    keys = ("rowid",) if table is tables.report else ("report", "position")
    search = made(name, *map(named, keys))
    found = select(*(search.c[key] for key in keys)).where(_match(name, expression(wanted, columns)))
    if table is tables.report:
        return tables.report.c.number.in_(found)
    return tuple_(table.c.report, table.c.position).in_(found)


def question(place: HitPlace, wanted: Wanted) -> Select[Any]:
    """The hits there, the best first (bm25)."""
    return _in_reports(expression(wanted)) if place == "reports" else _in_statements(expression(wanted))


def _quoted(phrase: Phrase) -> str:
    doubled = phrase.words.replace('"', '""')
    return f'"{doubled}"' + " *" * phrase.beginning


def _match(search: str, query: str) -> ColumnElement[bool]:
    return literal_column(search).op("MATCH", is_comparison=True)(query)


def _in_reports(query: str) -> Select[Any]:
    search, report = made("report_search", named("rowid"), named("rank")), tables.report.c
    return (
        select(report.number, null(), null(), *tables.of_hit(), _snippet("report_search"))
        .select_from(search.join(tables.report, report.number == search.c.rowid))
        .where(_match("report_search", query))
        .order_by(search.c.rank, report.number)
    )


def _in_statements(query: str) -> Select[Any]:
    search = made("statement_search", named("report"), named("position"), named("rank"))
    report, statement = tables.report.c, tables.statement.c
    same = and_(statement.report == search.c.report, statement.position == search.c.position)
    return (
        select(report.number, statement.id, statement.speaker, *tables.of_hit(), _snippet("statement_search"))
        .select_from(search.join(tables.statement, same).join(tables.report, report.number == statement.report))
        .where(_match("statement_search", query))
        .order_by(search.c.rank, report.number, statement.position)
    )


def _snippet(search: str) -> ColumnElement[str]:
    return func.snippet(literal_column(search), -1, *_MARKS, "…", _AROUND)
