"""Listeners: to whom a statement was made, where a name says so: "told the Harbour Times", "in a talk with the BBC"."""

from __future__ import annotations

import re

from sayso.model.actor import Actor
from sayso.model.statement import Statement

_TOLD = re.compile(r"(?:told|tells|telling|to)$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|to|by)\s+", re.IGNORECASE)
_NAME = re.compile(r"\s*((?:[Tt]he\s+)?[A-Z][\w.&’'-]*(?:\s+(?:(?:of|and|de)\s+)?[A-Z][\w.&’-]*){0,4})")
_AHEAD = 80


def listener_of(statement: Statement, text: str, actors: tuple[Actor, ...]) -> str | None:
    """The name of who stands right behind the cue, or in the occasion; None where it is no name.

    An outlet of the report goes by the name that ``actors`` have for it.
    """
    ends = [span.end for span in statement.cue if _TOLD.search(span.cut(text))]
    if statement.occasion:
        phrase = statement.occasion.cut(text)
        ends += [statement.occasion.start + found.end() for found in _WITH.finditer(phrase)]
        ends.append(statement.occasion.start)
    for end in ends:
        if found := _NAME.match(text[end : end + _AHEAD]):
            name, start = _without_full_stop(found[1]), end + found.start(1)
            outlets = (actor for actor in actors if actor.kind == "media" and actor.standing == "named")
            known = (
                actor.name
                for actor in outlets
                if any(start <= mention.start < start + len(name) for mention in actor.mentions)
            )
            return next(known, " ".join(name.split()))
    return None


def _without_full_stop(name: str) -> str:
    """The name without the full stop of its sentence; an abbreviation keeps its own ("the U.S.")."""
    last = name.rsplit(maxsplit=1)[-1]
    return name[:-1] if last.endswith(".") and "." not in last[:-1] else name
