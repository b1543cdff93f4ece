"""Chains of reporting: which statement is reported inside which, and which events stand inside which statement."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.marks import EventMark, Phrase, StatementMark

_KIN = ("NOUN", "PROPN", "VERB", "NUM")
_ALIKE = 0.5


def chain(statements: list[StatementMark], actors: list[str | None]) -> None:
    """Point each statement that is reported inside another's to the shortest one whose content holds it.

    ``actors`` are the speakers, statement by statement: no one reports himself.
    """
    for number, inner in enumerate(statements):
        holders = [
            (_length(outer.content), index)
            for index, outer in enumerate(statements)
            if index != number
            and _reported_in(inner, outer)
            and (actors[index] is None or actors[index] != actors[number])
        ]
        inner.via = min(holders)[1] if holders else None


def _reported_in(inner: StatementMark, outer: StatementMark) -> bool:
    """Cue and content lie in the outer content, which is the longer."""
    if not inner.cue or _length(inner.content) >= _length(outer.content):
        return False
    return all(_within(phrase, outer.content) for phrase in (*inner.cue, *inner.content))


def _within(phrase: Phrase, content: Sequence[Phrase]) -> bool:
    return any(part.start <= phrase.start and phrase.end <= part.end for part in content)


def _length(content: Sequence[Phrase]) -> int:
    return sum(part.end - part.start for part in content)


def say_so(events: list[EventMark], statements: list[StatementMark]) -> None:
    """Tie each event to the statements whose content holds one of its triggers, the shortest first."""
    for event in events:
        holding = [
            (_length(statement.content), index)
            for index, statement in enumerate(statements)
            if any(_within(trigger, statement.content) for trigger in event.trigger)
        ]
        event.statements = [index for _, index in sorted(holding)]


def find_about(doc: Doc, statements: list[StatementMark], events: list[EventMark]) -> None:
    """What denials and refusals are about: the nearest earlier statement that says much the same, else an event."""
    kin = [_words(doc, statement) for statement in statements]
    for number, statement in enumerate(statements):
        if statement.stance not in ("denies", "declines"):
            continue
        earlier = (index for index in range(number - 1, -1, -1) if _alike(kin[index], kin[number]))
        statement.about = next((index for index in earlier if statements[index].via != number), None)
        if statement.about is None:
            statement.about_event = next(
                (index for index, event in enumerate(events) if number in event.statements), None
            )


def _words(doc: Doc, statement: StatementMark) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower() for part in statement.content for token in doc[part.start : part.end] if token.pos_ in _KIN
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= max(2, _ALIKE * min(len(one), len(other)))
