"""Verb groups: the words of a cue."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.annotate.attribution.contents import Argument
from sayso.marks import Phrase

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})


def verb_group(verb: Token, found: Argument | None = None) -> Phrase:
    """The verb with the auxiliaries, negations and particles that touch it, and the preposition of its content."""
    start, end = verb.i, verb.i + 1
    for child in reversed(list(verb.lefts)):
        if child.dep_ not in _GROUP or child.i + 1 != start:
            break
        start = child.i
    for child in verb.rights:
        if child.dep_ in _GROUP and child.i == end:
            end += 1
    if found is not None and found.preposition is not None:
        end = max(end, found.preposition.i + 1) if found.preposition.i - end < 4 else end
    return Phrase(start, end, verb.i)
