"""Whom words are directed at, where no object says so: "demanded that B leave", "threatened to attack B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.happening.classes import is_nation, is_place, is_somebody
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import antecedent, coordinated
from sayso.annotate.happening.triggers import Trigger
from sayso.model.event import Code

_CONCERNING: frozenset[Code] = frozenset(
    {"AGREE", "REQUEST", "REJECT", "THREATEN", "PROTEST", "CONCEDE", "ACCUSE", "SANCTION", "RETREAT", "MOBILIZE"}
)
_BEFALLING: frozenset[Code] = frozenset({"AGREE", "CONCEDE", "THREATEN", "MOBILIZE", "COERCE", "ASSAULT"})
_DOWN = frozenset(
    ["xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "nsubj", "nsubjpass", "poss", "dative", "agent", "acl"]
)
_ELSEWHERE = frozenset(
    {"in", "at", "during", "before", "after", "since", "until", "by", "as", "like", "near", "without", "despite"}
)
_WITHIN = frozenset({"in", "into", "throughout", "across"})
_MOVED = frozenset({"MOBILIZE", "RETREAT"})
_DEEPEST, _FARTHEST = 5, 8


def concerned(trigger: Trigger) -> list[Token]:
    """Those whom the event concerns though no object names them: somebody, else the place that it befalls.

    To whom one complains is not whom one accuses.
    """
    kind = trigger.frame.type
    below = [word for word in _below(trigger.word, top=True) if kind != "ACCUSE" or word.lower_ != "to"]
    found = _party(below, kind) if kind in _CONCERNING else []
    if not found and kind == "PROTEST":
        found = _party(list(_demands(trigger)), kind)
    if not found and kind in _BEFALLING and not (trigger.noun and trigger.bearer is None):
        found = _spot(trigger)
    return found


def _party(level: list[Token], kind: Code) -> list[Token]:
    """The first somebody among the tokens and below them, level by level, with what is coordinated with him."""
    for _ in range(_DEEPEST):
        for token in level:
            if _is_party(token) and not (kind in _MOVED and token.lemma_ in lexicon().members("force")):
                return list(coordinated(token))
        level = [child for token in level for child in _below(token, top=False)]
    return []


def _demands(trigger: Trigger) -> Iterator[Token]:
    """What a protest is for: "marched to demand B's resignation", "blocked roads calling on B to leave"."""
    for child in trigger.predicate.rights:
        if child.dep_ in ("advcl", "xcomp") and child.lemma_ in lexicon().members("demanding"):
            yield from _below(child, top=False)


def _spot(trigger: Trigger) -> list[Token]:
    """The place of "imposed martial law in Tarn"."""
    level = [trigger.predicate]
    for _ in range(_FARTHEST):
        inner = [child for token in level for child in token.rights if child.dep_ in _DOWN]
        for token in inner:
            if token.dep_ == "pobj" and token.head.lower_ in _WITHIN and is_place(token):
                return [token]
        level = inner
    return []


def _is_party(token: Token) -> bool:
    if token.tag_ == "PRP$":
        return False
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
