"""The last file that sees a Doc: marks become nouns, token runs become spans, and every finding gets its id."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso import marks
from sayso.model import (
    AboutEvent,
    AboutStatement,
    Count,
    Event,
    Findings,
    MadeBy,
    Order,
    Role,
    Source,
    Spans,
    Statement,
)


def collect(doc: Doc, made_by: tuple[MadeBy, ...]) -> Findings:
    """The findings on the Doc, frozen."""
    statements, events = marks.get_statements(doc), marks.get_events(doc)
    return Findings(
        report=replace(marks.get_report(doc), contexts=marks.get_contexts(doc)),
        actors=tuple(marks.get_cast(doc).actors),
        times=tuple(mark.time for mark in marks.get_times(doc)),
        places=tuple(mark.place for mark in marks.get_places(doc)),
        statements=tuple(_statement(doc, number, mark) for number, mark in enumerate(statements)),
        events=tuple(_event(doc, number, mark) for number, mark in enumerate(events)),
        made_by=made_by,
    )


def _statement(doc: Doc, number: int, mark: marks.StatementMark) -> Statement:
    source = mark.source and Source(_spans(doc, [mark.source, *mark.also]), _actor(doc, mark.source))
    about = None if mark.about is None else AboutStatement(_statement_id(mark.about))
    return Statement(
        id=_statement_id(number),
        source=source,
        cue=_spans(doc, mark.cue),
        content=_spans(doc, mark.content),
        mode=mark.mode,
        stance=mark.stance,
        standing=mark.standing,
        anonymity=mark.anonymity,
        via=None if mark.via is None else _statement_id(mark.via),
        about=about if mark.about_event is None else AboutEvent(_event_id(mark.about_event)),
        occasion=mark.occasion and marks.span_of(doc, mark.occasion),
        time=mark.time,
        confidence=round(mark.confidence, 2),
    )


def _event(doc: Doc, number: int, mark: marks.EventMark) -> Event:
    return Event(
        id=_event_id(number),
        trigger=_spans(doc, mark.trigger),
        type=mark.type,
        mode=mark.mode,
        status=mark.status,
        roles=_roles(doc, mark),
        time=mark.times[0] if mark.times else None,
        times=tuple(mark.times),
        place=mark.places[0] if mark.places else None,
        places=tuple(mark.places),
        historical=mark.historical,
        counts=tuple(
            Count(count.what, count.low, count.high, marks.span_of(doc, count.phrase), None) for count in mark.counts
        ),
        statements=tuple(_statement_id(index) for index in mark.statements),
        order=tuple(Order(relation, _event_id(other)) for relation, other in mark.order),
        confidence=round(mark.confidence, 2),
    )


def _roles(doc: Doc, mark: marks.EventMark) -> tuple[Role, ...]:
    """The roles, no actor in two of them: the first that names him stands."""
    roles: list[Role] = []
    taken: set[str] = set()
    for role in mark.roles:
        actor = _actor(doc, role.phrase)
        if actor is None or actor not in taken:
            roles.append(Role(role.role, actor, (marks.span_of(doc, role.phrase),)))
            taken |= {actor} if actor else set()
    return tuple(roles)


def _actor(doc: Doc, phrase: marks.Phrase) -> str | None:
    return marks.get_cast(doc).actor_of.get(phrase.head)


def _spans(doc: Doc, phrases: list[marks.Phrase]) -> Spans:
    return tuple(sorted({marks.span_of(doc, phrase) for phrase in phrases}))


def _statement_id(number: int) -> str:
    return f"s{number + 1}"


def _event_id(number: int) -> str:
    return f"e{number + 1}"
