"""Names that reports bear often and that have no code."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from sqlalchemy import Connection, func, select

from sayso.knowledge.names import name_key
from sayso.model import Findings
from sayso.model.actor import ActorKind
from sayso.model.known import Candidate
from sayso.record import tables

_CONTEXTS = 3
_AROUND = 60
"""Characters of a context to either side of the name."""


def candidates(connection: Connection, known: Collection[str], least: int, limit: int | None) -> list[Candidate]:
    """Named actors without a code in at least ``least`` reports, their keys not ``known``; the most frequent first."""
    actor = tables.actor.c
    count = func.count(actor.report.distinct())
    query = (
        select(actor.name, func.min(actor.kind), count)
        .where(actor.standing == "named", actor.code.is_(None))
        .group_by(actor.name)
        .having(count >= least)
        .order_by(count.desc(), actor.name)
    )
    found: list[Candidate] = []
    for name, kind, reports in connection.execute(query).all():
        if name_key(name) not in known:
            found.append(Candidate(name, cast(ActorKind, kind), reports, _contexts(connection, name)))
        if limit is not None and len(found) >= limit:
            break
    return found


def _contexts(connection: Connection, name: str) -> tuple[str, ...]:
    """The words around its first mention, in the first reports that have it."""
    report, actor = tables.report.c, tables.actor.c
    holding = select(actor.report).where(actor.name == name, actor.standing == "named")
    query = select(report.findings).where(report.number.in_(holding)).order_by(report.number).limit(_CONTEXTS)
    return tuple(_context(Findings.from_json(found), name) for found in connection.execute(query).scalars().all())


def _context(findings: Findings, name: str) -> str:
    text = findings.report.text
    mentions = (span for actor in findings.actors if actor.name == name for span in actor.mentions)
    first = min(mentions, key=lambda span: span.start)
    start, end = max(0, first.start - _AROUND), min(len(text), first.end + _AROUND)
    around = f"{text[start : first.start]}[[{text[first.start : first.end]}]]{text[first.end : end]}"
    return f"{'…' * (start > 0)}{' '.join(around.split())}{'…' * (end < len(text))}"
