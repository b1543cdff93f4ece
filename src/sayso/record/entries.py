"""Findings -> entries: the lines of the lists, in words that need no look-up."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Event, EventEntry, Findings, Index, ReportEntry, Statement, StatementEntry
from sayso.model.event import RoleName

_FIRST_WORDS = 100


def report_entry(number: int, path: str, findings: Findings) -> ReportEntry:
    """The line that the report has in the list of reports."""
    report = findings.report
    return ReportEntry(
        number=number,
        id=report.id,
        path=path,
        published=report.published,
        outlet=report.outlet,
        language=report.language,
        headline=_headline(findings),
        statements=len(findings.statements),
        events=len(findings.events),
    )


def statement_entries(number: int, findings: Findings) -> list[StatementEntry]:
    """The lines of its statements."""
    index = Index(findings)
    return [_statement(number, index, statement) for statement in findings.statements]


def event_entries(number: int, findings: Findings) -> list[EventEntry]:
    """The lines of its events."""
    index = Index(findings)
    return [_event(number, index, event) for event in findings.events]


def _headline(findings: Findings) -> str:
    report = findings.report
    if report.title or report.headline is None:
        return report.title or report.text.strip().splitlines()[0][:_FIRST_WORDS]
    return report.headline.cut(report.text)


def _statement(number: int, index: Index, statement: Statement) -> StatementEntry:
    said = index.times.get(statement.time or "")
    return StatementEntry(
        report=number,
        id=statement.id,
        speaker=index.speaker(statement),
        standing=statement.standing,
        stance=statement.stance,
        mode=statement.mode,
        cue=index.words(statement.cue),
        words=index.words(statement.content),
        via=_joined((_speaker(index, outer) for outer in index.chain(statement)[1:]), " ← "),
        occasion=statement.occasion and statement.occasion.cut(index.text),
        said_from=said.begin if said else None,
        said_to=said.end if said else None,
        confidence=statement.confidence,
    )


def _event(number: int, index: Index, event: Event) -> EventEntry:
    def parties(role: RoleName) -> str | None:
        return _joined(index.parties(event, role), "; ")

    time, place = index.times.get(event.time or ""), index.places.get(event.place or "")
    return EventEntry(
        report=number,
        id=event.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        trigger=index.mentions(event),
        actor=parties("actor"),
        recipient=parties("recipient"),
        mediator=parties("mediator"),
        participant=parties("participant"),
        when=time.span.cut(index.text) if time else None,
        begin=time.begin if time else None,
        end=time.end if time else None,
        where=place.name if place else None,
        country=place.country if place else None,
        say_so=_say_so(index, event),
        historical=event.historical,
        confidence=event.confidence,
    )


def _say_so(index: Index, event: Event) -> str | None:
    """The innermost statement's speaker and those who report it; others who say the same are in the record."""
    if not event.statements or event.statements[0] not in index.statements:
        return None
    chain = index.chain(index.statements[event.statements[0]])
    return _joined((_speaker(index, statement) for statement in chain), " ← ")


def _speaker(index: Index, statement: Statement) -> str:
    return index.speaker(statement) or "(not said who)"


def _joined(names: Iterable[str], mark: str) -> str | None:
    return mark.join(names) or None
