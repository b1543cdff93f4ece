"""Cuts and searches -> questions in SQL. Values are bound, never written into a question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields
from typing import Any, TypeVar, get_args

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, func, or_, select

from sayso.errors import UsageError
from sayso.model import Cut, EventEntry, Hit, HitPlace, ReportEntry, StatementEntry
from sayso.record import tables
from sayso.record.dialect import dialect_of
from sayso.record.transactions import streamed
from sayso.record.wording import Wanted, wanted_name, wanted_words

_Entry = TypeVar("_Entry", ReportEntry, StatementEntry, EventEntry)
_Condition = ColumnElement[bool]
_Match = Callable[[Table, Collection[str], Wanted], _Condition]
_PARTIES = ("actor", "recipient", "mediator", "participant")


def cut_entries(connection: Connection, kind: type[_Entry], cut: Cut) -> Iterator[_Entry]:
    """The entries of that kind that the cut leaves, in its order."""
    table, conditions = _QUESTIONS[kind]
    columns = [table.c[item.name] for item in fields(kind)]
    query = (
        select(*columns)
        .where(*conditions(cut, dialect_of(connection).match))
        .order_by(*_order(table, kind, cut.sort))
        .limit(cut.limit)
    )
    for row in streamed(connection, query):
        yield kind(*row)


def find_hits(connection: Connection, words: str, place: HitPlace | None, limit: int | None) -> Iterator[Hit]:
    """Where the words are: in reports, then in statements, the best first."""
    wanted, left = wanted_words(words), limit
    for here in get_args(HitPlace):
        if place in {here, None} and left != 0:
            for hit in dialect_of(connection).hits(connection, here, wanted, left):
                left = left and left - 1
                yield hit


def _order(table: Table, kind: type[Any], sort: str | None) -> list[Any]:
    order: list[Any] = list(table.primary_key)
    if sort is None:
        return order
    field = sort.removeprefix("-")
    if field not in {item.name for item in fields(kind)}:
        raise UsageError(f"sort: {field!r} is none of {', '.join(item.name for item in fields(kind))}")
    column: Column[Any] = table.c[field]
    key = func.lower(column) if column.type.python_type is str else column
    return [(key.desc() if sort.startswith("-") else key.asc()).nulls_last(), *order]


def _of_reports(cut: Cut, match: _Match) -> Iterator[_Condition]:
    report, actor = tables.report.c, tables.actor
    if cut.report is not None:
        yield report.number == cut.report
    if cut.since:
        yield report.published >= cut.since
    if cut.until:
        yield report.published <= cut.until
    if cut.about is not None:
        yield match(tables.report, ("headline", "text"), wanted_words(cut.about))
    if cut.actor is not None:
        named = match(actor, ("name",), wanted_name(cut.actor))
        yield report.number.in_(select(actor.c.report).where(named))
    if said := [*_speaker(cut, match), *_ways(cut)]:
        yield report.number.in_(select(tables.statement.c.report).where(*said))
    if cut.types:
        yield report.number.in_(select(tables.event.c.report).where(tables.event.c.type.in_(cut.types)))


def _of_statements(cut: Cut, match: _Match) -> Iterator[_Condition]:
    statement = tables.statement
    _refuse(cut, "a statement", "actor", "types")
    yield from _speaker(cut, match)
    yield from _ways(cut)
    yield from _when(statement, statement.c.said_from, statement.c.said_to, cut)
    if cut.about is not None:
        yield match(statement, ("words", "occasion"), wanted_words(cut.about))


def _of_events(cut: Cut, match: _Match) -> Iterator[_Condition]:
    event = tables.event
    _refuse(cut, "an event", "stances", "standings")
    if cut.types:
        yield event.c.type.in_(cut.types)
    if cut.actor is not None:
        yield match(event, _PARTIES, wanted_name(cut.actor))
    if cut.speaker is not None:
        yield match(event, ("say_so",), wanted_name(cut.speaker))
    yield from _when(event, event.c.begin, event.c.end, cut)
    if cut.about is not None:
        yield match(event, ("words", *_PARTIES, "place"), wanted_words(cut.about))


def _refuse(cut: Cut, what: str, *names: str) -> None:
    for name in names:
        if getattr(cut, name):
            raise UsageError(f"{what} has no {name.removesuffix('s')} to cut by")


def _speaker(cut: Cut, match: _Match) -> Iterator[_Condition]:
    if cut.speaker is not None:
        yield match(tables.statement, ("speaker",), wanted_name(cut.speaker))


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


_QUESTIONS: dict[type[Any], tuple[Table, Callable[[Cut, _Match], Iterator[_Condition]]]] = {
    ReportEntry: (tables.report, _of_reports),
    StatementEntry: (tables.statement, _of_statements),
    EventEntry: (tables.event, _of_events),
}
