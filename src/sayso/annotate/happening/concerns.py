"""Whom words are directed at, where no object says so: "demanded that B leave", "threatened to attack B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.happening.classes import is_nation, is_somebody
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import antecedent, coordinated
from sayso.model.event import EventType

CONCERNING: frozenset[EventType] = frozenset(
    {"AGREE", "REQUEST", "REJECT", "THREATEN", "PROTEST", "CONCEDE", "ACCUSE", "SANCTION", "RETREAT", "MOBILIZE"}
)
_DOWN = frozenset(
    ["xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "nsubj", "nsubjpass", "poss", "dative", "agent", "acl"]
)
_ELSEWHERE = frozenset(
    {"in", "at", "during", "before", "after", "since", "until", "by", "as", "like", "near", "without"}
)
_MOVED = frozenset({"MOBILIZE", "RETREAT"})
_DEEPEST = 5


def concerned(word: Token, event_type: EventType) -> list[Token]:
    """The first somebody below the word, level by level, with what is coordinated with him."""
    level = list(_below(word, top=True))
    for _ in range(_DEEPEST):
        for token in level:
            if _is_party(token) and not (event_type in _MOVED and token.lemma_ in lexicon().members("force")):
                return list(coordinated(token))
        level = [child for token in level for child in _below(token, top=False)]
    return []


def _is_party(token: Token) -> bool:
    if token.pos_ == "PRON" and (antecedent(token) is not None or token.lower_ in ("it", "who", "we", "i", "you")):
        return False
    if token.pos_ in ("NOUN", "PROPN", "PRON"):
        return is_somebody(token)
    return token.pos_ == "ADJ" and is_nation(token)


def _below(word: Token, *, top: bool) -> Iterator[Token]:
    for child in word.children:
        if child.dep_ in _DOWN:
            if top and (child.dep_ in ("nsubj", "nsubjpass", "agent", "poss") or child.i < word.i):
                continue
            if child.dep_ != "prep" or child.lower_ not in _ELSEWHERE:
                yield child
        elif child.dep_ in ("compound", "amod", "nmod") and not top and is_nation(child):
            yield child
