"""Chains of reporting: which statement is reported inside which, and which events stand inside which statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from sayso.marks import EventMark, Phrase, StatementMark

_KIN = ("NOUN", "PROPN", "VERB", "NUM")
_ALIKE = 0.5
_REACH = 40


def chain(statements: list[StatementMark], actors: list[str | None]) -> None:
    """Point each statement that is reported inside another's to the shortest one whose content holds it.

    ``actors`` are the speakers, statement by statement: no one reports himself.
    """
    cues = sorted((statement.cue[0].start, index) for index, statement in enumerate(statements) if statement.cue)
    shortest: dict[int, tuple[int, int]] = {}
    for index, outer in enumerate(statements):
        size = _length(outer.content)
        for inner in _starting_in(cues, outer.content):
            apart = actors[index] is None or actors[index] != actors[inner]
            if inner != index and apart and _reported_in(statements[inner], outer):
                shortest[inner] = min(shortest.get(inner, (size, index)), (size, index))
    for index, statement in enumerate(statements):
        statement.via = shortest[index][1] if index in shortest else None


def _starting_in(places: list[tuple[int, int]], content: Sequence[Phrase]) -> Iterator[int]:
    """The indices that stand with the places inside the content."""
    for part in content:
        for _, index in places[bisect_left(places, (part.start, -1)) : bisect_left(places, (part.end, -1))]:
            yield index


def _reported_in(inner: StatementMark, outer: StatementMark) -> bool:
    """Cue and content lie in the outer content, which is the longer."""
    if _length(inner.content) >= _length(outer.content):
        return False
    return all(_within(phrase, outer.content) for phrase in (*inner.cue, *inner.content))


def _within(phrase: Phrase, content: Sequence[Phrase]) -> bool:
    return any(part.start <= phrase.start and phrase.end <= part.end for part in content)


def _length(content: Sequence[Phrase]) -> int:
    return sum(part.end - part.start for part in content)


def say_so(events: list[EventMark], statements: list[StatementMark]) -> None:
    """Tie each event to the statements whose content holds one of its triggers, the shortest first."""
    triggers = sorted((trigger.start, index) for index, event in enumerate(events) for trigger in event.trigger)
    holding: dict[int, set[tuple[int, int]]] = {}
    for number, statement in enumerate(statements):
        for index in _starting_in(triggers, statement.content):
            if any(_within(trigger, statement.content) for trigger in events[index].trigger):
                holding.setdefault(index, set()).add((_length(statement.content), number))
    for index, event in enumerate(events):
        event.statements = [number for _, number in sorted(holding.get(index, ()))]


def find_about(doc: Doc, statements: list[StatementMark], events: list[EventMark]) -> None:
    """What denials and refusals are about: the nearest earlier statement that says much the same, else an event."""
    first_event: dict[int, int] = {}
    for index, event in enumerate(events):
        for number in event.statements:
            first_event.setdefault(number, index)
    for number, statement in enumerate(statements):
        if statement.stance not in ("denies", "declines"):
            continue
        words = _words(doc, statement)
        earlier = range(number - 1, max(-1, number - 1 - _REACH), -1)
        statement.about = next(
            (
                index
                for index in earlier
                if statements[index].via != number and _alike(_words(doc, statements[index]), words)
            ),
            None,
        )
        if statement.about is None:
            statement.about_event = first_event.get(number)


def _words(doc: Doc, statement: StatementMark) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower() for part in statement.content for token in doc[part.start : part.end] if token.pos_ in _KIN
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= max(2, _ALIKE * min(len(one), len(other)))
