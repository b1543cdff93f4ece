"""Mention spans: whole noun phrases, as the contract settles them.

A mention holds title, adjectives and of-phrase ("leaders of the Haqqani network"), and no relative clause, apposition or
bracket. Every component that needs the phrase of a head asks here, so that a source, a role and an actor's mention are
the same span.
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.marks import Phrase

_INSIDE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "advmod", "neg"})
_OUTER_PREPOSITIONS = frozenset({"of"})


def noun_phrase(head: Token) -> Phrase:
    """The mention whose syntactic head is ``head``."""
    start, end = _left_edge(head), head.i + 1
    for child in head.rights:
        if child.dep_ in _INSIDE and child.i == end:
            end = child.right_edge.i + 1
        elif child.dep_ == "prep" and child.lower_ in _OUTER_PREPOSITIONS and child.i == end:
            end = max([end, *(noun_phrase(noun).end for noun in child.children if noun.dep_ == "pobj")])
        else:
            break
    return Phrase(start, end, head.i)


def _left_edge(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _INSIDE or child.right_edge.i + 1 != start:
            break
        start = child.left_edge.i
    return start
