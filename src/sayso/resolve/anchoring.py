"""Decisions of persons held to the words they were about: ids change with the reader, the text of a report never does.

A decision is kept by where the first words of each event stand in their report; whatever event a later reading finds
there is the one that was meant.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.judgement import Judgement
from sayso.model.span import Span
from sayso.resolve.gist import Gist, Mention

Event = tuple[str, str]
"""The ids of a report and of an event in it; kept, the id of a report and an anchor."""


def anchored(judgement: Judgement, gist_of: Callable[[str], Gist]) -> Judgement:
    """The decision as it is kept: each event by the place of its first words ("12-15")."""
    first, second = sorted(_anchored(end, gist_of) for end in (judgement.first, judgement.second))
    return Judgement(first, second, judgement.same)


def bound(kept: Judgement, gist_of: Callable[[str], Gist]) -> Judgement | None:
    """The decision on the events that are read there now; None where nothing is read there any more."""
    ends = [_found(end, gist_of) for end in (kept.first, kept.second)]
    if None in ends or ends[0] == ends[1]:
        return None
    first, second = sorted(end for end in ends if end)
    return Judgement(first, second, kept.same)


def _anchored(event: Event, gist_of: Callable[[str], Gist]) -> Event:
    report, id = event
    span = next(mention.trigger[0] for mention in gist_of(report).mentions if mention.id == id)
    return report, f"{span.start}-{span.end}"


def _found(kept: Event, gist_of: Callable[[str], Gist]) -> Event | None:
    report, anchor = kept
    try:
        mentions = gist_of(report).mentions
    except KeyError:
        return None
    start, _, end = anchor.partition("-")
    words = Span(int(start), int(end))
    there = [(_shared(mention, words), mention.id) for mention in mentions if _shared(mention, words)]
    return (report, min(there, key=lambda one: (-one[0], one[1]))[1]) if there else None


def _shared(mention: Mention, words: Span) -> int:
    """How many characters of the words tell of the event."""
    return sum(max(0, min(span.end, words.end) - max(span.start, words.start)) for span in mention.trigger)
