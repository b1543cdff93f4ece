"""Cuts and searches -> questions in SQL. Values are bound, never written into a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    func,
    literal_column,
    null,
    or_,
    select,
    tuple_,
)
from sqlalchemy import column as named
from sqlalchemy import table as made

from sayso.errors import UsageError
from sayso.model import Cut, EventEntry, Hit, HitPlace, ReportEntry, StatementEntry
from sayso.record import tables
from sayso.record.wording import name_query, within, words_query

PAGE = 500
_Entry = TypeVar("_Entry", ReportEntry, StatementEntry, EventEntry)
_Condition = ColumnElement[bool]
_PARTIES = "actor recipient mediator participant"
_MARKS = ("[[", "]]")
_AROUND = 24
"""Words of a snippet."""


def cut_entries(connection: Connection, kind: type[_Entry], cut: Cut) -> Iterator[_Entry]:
    """The entries of that kind that the cut leaves, in its order."""
    table, conditions = _QUESTIONS[kind]
    columns = [table.c[item.name] for item in fields(kind)]
    query = select(*columns).where(*conditions(cut)).order_by(*_order(table, kind, cut.sort)).limit(cut.limit)
    for row in connection.execution_options(yield_per=PAGE).execute(query):
        yield kind(*row)


def find_hits(connection: Connection, words: str, place: HitPlace | None, limit: int | None) -> Iterator[Hit]:
    """Where the words are: in reports, then in statements, the best first (bm25)."""
    query = words_query(words)
    left = limit
    for here, question in (("reports", _in_reports(query)), ("statements", _in_statements(query))):
        if place in {here, None} and left != 0:
            for row in connection.execute(question.limit(left)):
                left = left and left - 1
                yield Hit(*row)


def _order(table: Table, kind: type[Any], sort: str | None) -> list[Any]:
    order: list[Any] = list(table.primary_key)
    if sort is None:
        return order
    field = sort.removeprefix("-")
    if field not in {item.name for item in fields(kind)}:
        raise UsageError(f"sort: {field!r} is none of {', '.join(item.name for item in fields(kind))}")
    column: Column[Any] = table.c[field]
    key = column.collate("NOCASE") if column.type.python_type is str else column
    return [(key.desc() if sort.startswith("-") else key.asc()).nulls_last(), *order]


def _of_reports(cut: Cut) -> Iterator[_Condition]:
    report = tables.report.c
    if cut.report is not None:
        yield report.number == cut.report
    if cut.since:
        yield report.published >= cut.since
    if cut.until:
        yield report.published <= cut.until
    if cut.about is not None:
        search = made("report_search", named("rowid"))
        yield report.number.in_(select(search.c.rowid).where(_match("report_search", words_query(cut.about))))
    if cut.actor is not None:
        yield report.number.in_(_found("actor", name_query(cut.actor), "report"))
    if said := [*_speaker(cut), *_ways(cut)]:
        yield report.number.in_(select(tables.statement.c.report).where(*said))
    if cut.types:
        yield report.number.in_(select(tables.event.c.report).where(tables.event.c.type.in_(cut.types)))


def _of_statements(cut: Cut) -> Iterator[_Condition]:
    statement = tables.statement
    _refuse(cut, "a statement", "actor", "types")
    yield from _speaker(cut)
    yield from _ways(cut)
    yield from _when(statement, statement.c.said_from, statement.c.said_to, cut)
    if cut.about is not None:
        yield _among(statement, within("words occasion", words_query(cut.about)))


def _of_events(cut: Cut) -> Iterator[_Condition]:
    event = tables.event
    _refuse(cut, "an event", "stances", "standings")
    if cut.types:
        yield event.c.type.in_(cut.types)
    if cut.actor is not None:
        yield _among(event, within(_PARTIES, name_query(cut.actor)))
    if cut.speaker is not None:
        yield _among(event, within("say_so", name_query(cut.speaker)))
    yield from _when(event, event.c.begin, event.c.end, cut)
    if cut.about is not None:
        yield _among(event, within(f"words {_PARTIES} place", words_query(cut.about)))


def _refuse(cut: Cut, what: str, *names: str) -> None:
    for name in names:
        if getattr(cut, name):
            raise UsageError(f"{what} has no {name.removesuffix('s')} to cut by")


def _speaker(cut: Cut) -> Iterator[_Condition]:
    if cut.speaker is not None:
        yield _among(tables.statement, within("speaker", name_query(cut.speaker)))


def _ways(cut: Cut) -> Iterator[_Condition]:
    if cut.stances:
        yield tables.statement.c.stance.in_(cut.stances)
    if cut.standings:
        yield tables.statement.c.standing.in_(cut.standings)


def _when(table: Table, begin: Column[Any], end: Column[Any], cut: Cut) -> Iterator[_Condition]:
    """Its own days, where it has any, else the day of its report; and which report."""
    report = tables.report.c
    timeless = and_(begin.is_(None), end.is_(None))
    if cut.since:
        later = select(report.number).where(report.published >= cut.since)
        yield or_(func.coalesce(end, begin) >= cut.since, and_(timeless, table.c.report.in_(later)))
    if cut.until:
        earlier = select(report.number).where(report.published <= cut.until)
        yield or_(func.coalesce(begin, end) <= cut.until, and_(timeless, table.c.report.in_(earlier)))
    if cut.report is not None:
        yield table.c.report == cut.report


def _among(table: Table, query: str) -> _Condition:
    return tuple_(table.c.report, table.c.position).in_(_found(table.name, query, "report", "position"))


def _found(table: str, query: str, *columns: str) -> Select[Any]:
    search = made(f"{table}_search", *map(named, columns))
    return select(*(search.c[name] for name in columns)).where(_match(f"{table}_search", query))


def _match(search: str, query: str) -> _Condition:
    return literal_column(search).op("MATCH", is_comparison=True)(query)


def _in_reports(query: str) -> Select[Any]:
    search, report = made("report_search", named("rowid"), named("rank")), tables.report.c
    return (
        select(report.number, null(), null(), *_row(), _snippet("report_search"))
        .select_from(search.join(tables.report, report.number == search.c.rowid))
        .where(_match("report_search", query))
        .order_by(search.c.rank, report.number)
    )


def _in_statements(query: str) -> Select[Any]:
    search = made("statement_search", named("report"), named("position"), named("rank"))
    report, statement = tables.report.c, tables.statement.c
    same = and_(statement.report == search.c.report, statement.position == search.c.position)
    return (
        select(report.number, statement.id, statement.speaker, *_row(), _snippet("statement_search"))
        .select_from(search.join(tables.statement, same).join(tables.report, report.number == statement.report))
        .where(_match("statement_search", query))
        .order_by(search.c.rank, report.number, statement.position)
    )


def _row() -> tuple[Column[Any], ...]:
    report = tables.report.c
    return report.published, report.outlet, report.headline, report.path


def _snippet(search: str) -> ColumnElement[str]:
    return func.snippet(literal_column(search), -1, *_MARKS, "…", _AROUND)


_QUESTIONS: dict[type[Any], tuple[Table, Any]] = {
    ReportEntry: (tables.report, _of_reports),
    StatementEntry: (tables.statement, _of_statements),
    EventEntry: (tables.event, _of_events),
}
