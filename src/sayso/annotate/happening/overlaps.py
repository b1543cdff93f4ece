"""What is told once, in words that two patterns fit, or that PLOVER counts once."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.annotate.happening.drafts import Draft
from sayso.annotate.happening.syntax import undergoers

_CLAIMS = frozenset({"REQUEST", "ACCUSE"})
_ANSWERS = frozenset({"REJECT", "AGREE"})
_BELOW = frozenset({"xcomp", "advcl", "acl", "prep", "pcomp", "pobj", "dobj", "conj"})
_HIGHEST = 5


def without_overlaps(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts but those whose word is part of another's pattern, what a protest demands, what is eased or answered.

    The manual of 2021 counts a protest and its demand once, of a curfew or a fight that ends the ending, and of a
    demand that is rejected the rejection, whose recipient made it.
    """
    parts = {word.i for draft in drafts for word in draft.trigger.words if word != draft.trigger.word}
    parts |= {noun.i for draft in drafts if _ends(draft) for noun in _objects(draft)}
    answered = {noun.i for draft in drafts if draft.mark.type in _ANSWERS for noun in _objects(draft)}
    parts |= {draft.trigger.word.i for draft in drafts if draft.mark.type == "REQUEST"} & answered
    protests = {word.i for draft in drafts if draft.mark.type == "PROTEST" for word in _carried(draft)}
    return [
        draft
        for draft in drafts
        if draft.trigger.word.i not in parts and not (draft.mark.type in _CLAIMS and _is_for(draft, protests))
    ]


def _ends(draft: Draft) -> bool:
    return draft.mark.type == "CONCEDE" or draft.mark.mode == "ceasefire"


def _objects(draft: Draft) -> list[Token]:
    return [] if draft.trigger.noun else [noun for noun in undergoers(draft.trigger.word) if noun.pos_ == "NOUN"]


def _carried(draft: Draft) -> list[Token]:
    return [draft.trigger.word, draft.trigger.predicate]


def _is_for(draft: Draft, protests: set[int]) -> bool:
    """Whether the draft hangs on a protest as its purpose: "marched to demand", "a strike in protest at"."""
    word = draft.trigger.word
    for _ in range(_HIGHEST):
        if word.dep_ not in _BELOW or word.head == word or (word.dep_ == "conj" and word.pos_ == "VERB"):
            return False
        word = word.head
        if word.i in protests:
            return True
    return False
