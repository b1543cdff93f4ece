"""Whom a deed was meant for: "detained two men while searching for B", "a raid in pursuit of B".

B is part of the happening, and neither did it nor had it done to him: a participant.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.happening.classes import is_somebody
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import complements, prepositions, undergoers
from sayso.model.event import Code

HUNTING: frozenset[Code] = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_DOWN = frozenset({"prep", "pobj", "pcomp", "advcl", "acl", "dobj"})
_AFTER = frozenset({"for", "of"})
_DEEPEST = 6


def hunted(predicate: Token) -> list[Token]:
    """The somebodies that the clause of the predicate says were looked for, in the order of the text."""
    found: list[Token] = []
    level = [predicate]
    for _ in range(_DEEPEST):
        level = [child for token in level for child in token.rights if child.dep_ in _DOWN]
        found += [noun for token in level for noun in _sought(token) if is_somebody(noun)]
    return sorted(set(found), key=lambda noun: noun.i)


def _sought(word: Token) -> Iterator[Token]:
    lemma = word.lemma_.lower()
    if lemma in lexicon().members("hunting" if word.pos_ == "VERB" else "hunt"):
        for preposition in prepositions(word):
            if preposition.lower_ in _AFTER:
                yield from complements(preposition)
    if word.pos_ == "VERB" and lemma in lexicon().members("pursuing"):
        yield from undergoers(word)
