"""Cards: one statement or event each, told in a line, with its evidence beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.model import AboutEvent, AboutStatement, Count, Event, Index, Place, Role, Statement, Time
from sayso.model.event import RoleName
from sayso.tell.listing import LOW
from sayso.tell.page.clean import clean
from sayso.tell.page.handles import Handle, Handles
from sayso.tell.wording import days, did_to

NOBODY = "(not said who)"
OWN = "the report’s own"
_STANDINGS = {"media": "another outlet", "none": "no source"}


class Piece(NamedTuple):
    """A bit of evidence: the report's own ``words``, what they ``mean``, or either as the way ``to`` an element."""

    text: str
    words: bool = False
    to: str | None = None


class Row(NamedTuple):
    """One field of a card."""

    label: str
    pieces: tuple[Piece, ...]


class Card(NamedTuple):
    """``kind`` is the standing of a statement's source, or ``event``; ``told`` are the events on its say-so."""

    handle: Handle
    kind: str
    title: str
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    unsure: bool
    told: tuple[Card, ...] = ()


class Dealer:
    """Makes the cards of one record."""

    def __init__(self, index: Index, handles: Handles) -> None:
        self.index = index
        self.handles = handles

    def statement(self, statement: Statement, told: Iterable[Event]) -> Card:
        """The card of a statement: speaker, standing, chain, and the events that are told in it."""
        chain = [self.speaker(outer) for outer in self.index.chain(statement)[1:]]
        return Card(
            handle=self.handles.statements[statement.id],
            kind=statement.standing,
            title=self.speaker(statement),
            tags=(_STANDINGS.get(statement.standing, statement.standing), statement.stance, *_unsure(statement)),
            notes=(f"reported by {', reported by '.join(chain)}",) if chain else (),
            rows=tuple(self.statement_rows(statement)),
            unsure=statement.confidence < LOW,
            told=tuple(map(self.event, told)),
        )

    def event(self, event: Event) -> Card:
        """The card of an event: type, status, who did it to whom, when and where."""
        when = dict.fromkeys(self.when(time)[-1].text for time in self.times(event))
        where = dict.fromkeys(clean(place.name) for place in self.places(event))
        tolls = [f"{_range(count)} {count.what}" for count in event.counts]
        meta = " · ".join(filter(None, ("; ".join(tolls), ", ".join(where), "; ".join(when))))
        own = () if any(id in self.index.statements for id in event.statements) else (OWN,)
        tags = (event.type.lower(), event.mode, event.status.replace("-", " "), *own, *_unsure(event))
        return Card(
            handle=self.handles.events[event.id],
            kind="event",
            title=self.parties(event) or f"“{clean(self.index.mentions(event))}”",
            tags=tuple(clean(tag) for tag in tags if tag),
            notes=(meta,) if meta else (),
            rows=tuple(self.event_rows(event)),
            unsure=event.confidence < LOW,
        )

    def statement_rows(self, statement: Statement) -> Iterator[Row]:
        source, named = statement.source, self.speaker(statement)
        mark = f"{self.handles.statements[statement.id].element}-m1"
        yield Row("words", (self.words(self.index.words(statement.content)),))
        yield Row("cue", (Piece(clean(self.index.words(statement.cue)) or "in the text", bool(statement.cue), mark),))
        if source:
            words = clean(self.index.words(source.spans))
            yield Row("speaker", (Piece(words, words=True), *([] if words == named else [Piece(named)])))
        if outer := self.index.statements.get(statement.via or ""):
            yield Row("reported in", (self.to_statement(outer),))
        if anonymity := statement.anonymity:
            many = f"{anonymity.count} of them" if anonymity.count and anonymity.count > 1 else ""
            stated = (self.words(span.cut(self.index.text)) for span in (anonymity.reason, anonymity.position) if span)
            yield Row("anonymity", (Piece(", ".join(filter(None, (anonymity.grade, many)))), *stated))
        if statement.about:
            yield Row("about", (self.about(statement.about),))
        if statement.occasion:
            yield Row("occasion", (self.words(statement.occasion.cut(self.index.text)),))
        if time := self.index.times.get(statement.time or ""):
            yield Row("said", self.when(time))
        yield Row("sure", (Piece(f"{statement.confidence:.2f}, {statement.mode}"),))

    def event_rows(self, event: Event) -> Iterator[Row]:
        element = self.handles.events[event.id].element
        text = self.index.text
        mentions = enumerate(event.trigger, 1)
        yield Row("words", tuple(Piece(clean(span.cut(text)), True, f"{element}-m{n}") for n, span in mentions))
        for role in event.roles:
            yield Row(role.role, self.party(role))
        for time in self.times(event):
            yield Row("when", self.when(time))
        for place in self.places(event):
            yield Row("where", (self.words(place.span.cut(text)), Piece(_where(place))))
        for count in event.counts:
            yield Row(count.what, (self.words(count.span.cut(text)), Piece(_range(count))))
        for order in event.order:
            if other := self.index.events.get(order.event):
                yield Row(order.relation, (self.to_event(other),))
        told = [self.index.statements[id] for id in event.statements if id in self.index.statements]
        yield Row("say-so", tuple(map(self.to_statement, told)) or (Piece(OWN),))
        yield Row("sure", (Piece(f"{event.confidence:.2f}{', background' if event.historical else ''}"),))

    def speaker(self, statement: Statement) -> str:
        return clean(self.index.speaker(statement) or NOBODY)

    def words(self, words: str) -> Piece:
        return Piece(clean(words), words=True)

    def party(self, role: Role) -> tuple[Piece, ...]:
        words, name = clean(self.index.words(role.spans)), clean(self.index.party(role))
        return (Piece(words, words=True), *([] if words == name else [Piece(name)]))

    def parties(self, event: Event) -> str:
        def beside(role: RoleName) -> str | None:
            return "; ".join(self.index.parties(event, role)) or None

        return clean(did_to(beside("actor"), beside("recipient"), via=beside("mediator"), beside=beside("participant")))

    def about(self, about: AboutStatement | AboutEvent) -> Piece:
        if isinstance(about, AboutEvent):
            event = self.index.events.get(about.event)
            return self.to_event(event) if event else Piece("an event")
        statement = self.index.statements.get(about.statement)
        return self.to_statement(statement) if statement else Piece("a statement")

    def to_statement(self, statement: Statement) -> Piece:
        handle = self.handles.statements[statement.id]
        return Piece(f"{handle.label} {self.speaker(statement)}", to=handle.element)

    def to_event(self, event: Event) -> Piece:
        handle = self.handles.events[event.id]
        return Piece(f"{handle.label} {clean(self.index.mentions(event))}", to=handle.element)

    def times(self, event: Event) -> list[Time]:
        return [self.index.times[id] for id in event.times if id in self.index.times]

    def places(self, event: Event) -> list[Place]:
        return [self.index.places[id] for id in event.places if id in self.index.places]

    def when(self, time: Time) -> tuple[Piece, ...]:
        words = self.words(time.span.cut(self.index.text))
        day = days(time.begin, time.end) or time.value
        return (words, Piece(clean(day))) if day else (words,)


def _unsure(found: Statement | Event) -> tuple[str, ...]:
    return ("unsure",) if found.confidence < LOW else ()


def _where(place: Place) -> str:
    return clean(", ".join(filter(None, (place.name, place.country, place.precision, place.relation))))


def _range(count: Count) -> str:
    if count.high is None:
        return f"{count.low} or more"
    return str(count.low) if count.high == count.low else f"{count.low}–{count.high}"
