"""Who did it, where only another clause of the sentence says so: "shelled a village, killing 12", "held in a raid".

A participle shares the doer of what it goes with, and so does the operation in whose course something was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.annotate.happening.drafts import Draft
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import is_passive, undergoers
from sayso.marks import RoleMark
from sayso.model.event import Code

_FORCE: frozenset[Code] = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_COURSE = frozenset({"during", "in", "amid"})
_HIGHEST, _BACK = 6, 3


def lend_actors(drafts: Sequence[Draft]) -> None:
    """Give the drafts of deeds by force that tell no actor the one of the clause or sentence that they go with."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.mark.type in _FORCE:
            by_sentence.setdefault(draft.sentence, []).append(draft)
    for sentence, those in by_sentence.items():
        for draft in those:
            if not _actors(draft):
                before = [one for back in range(_BACK, 0, -1) for one in by_sentence.get(sentence - back, ())]
                lender = _lender(draft, those) or _forces_before(draft, before)
                draft.mark.roles = [*_lent(draft, lender), *draft.mark.roles] if lender else draft.mark.roles


def _forces_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Who is held, or is a fighter and killed, is so by the forces that the sentences before tell to be at work."""
    verb, words = draft.trigger.word, lexicon()
    if draft.trigger.noun or not is_passive(verb) or draft.mark.status != "occurred":
        return None
    victims = {noun.lemma_.lower() for noun in undergoers(verb)}
    if draft.mark.type != "COERCE" and not victims & words.members("combatant"):
        return None
    at_work = [one for one in before if any(_is_force(role, verb) for role in _actors(one))]
    return at_work[-1] if at_work else None


def _is_force(role: RoleMark, verb: Token) -> bool:
    return verb.doc[role.phrase.head].lemma_.lower() in lexicon().members("security")


def _lender(draft: Draft, those: Sequence[Draft]) -> Draft | None:
    if draft.trigger.noun:
        return _in_course_of(draft, those)
    verb = draft.trigger.word
    if verb.tag_ != "VBG":
        return None
    before = [one for one in those if one.trigger.word.i < verb.i and _actors(one) and one is not draft]
    return max(before, key=lambda one: one.trigger.word.i, default=None)


def _in_course_of(draft: Draft, those: Sequence[Draft]) -> Draft | None:
    """Of "A held two men during a raid" the raid is A's; the attack in which A died is not."""
    noun = draft.trigger.word
    if noun.lemma_ not in lexicon().members("course") or not _is_in_course(noun):
        return None
    above: Token = noun
    for _ in range(_HIGHEST):
        above = above.head
        for one in those:
            if above == one.trigger.word and not one.trigger.noun and not is_passive(above) and _actors(one):
                return one
    return None


def _is_in_course(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in _COURSE


def _actors(draft: Draft) -> list[RoleMark]:
    return [role for role in draft.mark.roles if role.role == "actor"]


def _lent(draft: Draft, lender: Draft) -> list[RoleMark]:
    taken = {role.phrase.head for role in draft.mark.roles}
    return [replace(role) for role in _actors(lender) if role.phrase.head not in taken]
