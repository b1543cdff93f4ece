"""What is announced: PLOVER codes "said it would help" as AGREE, "said it would attack" as THREATEN (manual of 2021).

The announced deed stays an event of its own, with its status; the announcing verb is the trigger of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.annotate.happening.drafts import Draft, draft_of
from sayso.annotate.happening.lexicon import Frame, lexicon
from sayso.annotate.happening.status import local_status
from sayso.annotate.happening.syntax import doers, surface_subject
from sayso.annotate.happening.triggers import Trigger
from sayso.model.event import EventType, RoleName

_SAYS_IT_WILL: dict[EventType, EventType] = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "AGREE": "AGREE",
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE",
    "ASSAULT": "THREATEN", "COERCE": "THREATEN", "SANCTION": "THREATEN", "MOBILIZE": "THREATEN",
}  # fmt: skip
_SAYS_IT_WILL_NOT = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "RETREAT", "CONCEDE"})
_ROLES: dict[str, RoleName] = {"subject": "actor", "object": "recipient", "to": "recipient"}
_SELF = frozenset({"it", "he", "she", "they", "we", "i"})


def pledges(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The announcements of what the drafts tell, where the announcing verb is no trigger yet."""
    taken = {word.i for draft in drafts for word in draft.trigger.words}
    for draft in drafts:
        verb = _announcing(draft.trigger.predicate) if draft.mark.status in ("planned", "did-not") else None
        kind = _kind(draft)
        if verb is None or kind is None or verb.i in taken:
            continue
        taken.add(verb.i)
        frame = Frame(kind, None, verb.lemma_, (), frozenset(), frozenset(), _ROLES)
        pledge = draft_of(Trigger(verb, (verb,), frame, noun=False), draft)
        pledge.mark.roles += [role for role in draft.mark.roles if role.role == "recipient"]
        yield pledge


def sharpen(drafts: Sequence[Draft]) -> None:
    """To vow a hostile act is to threaten, to agree to leave or release is to concede."""
    below = {draft.trigger.word.head.i: draft for draft in drafts if draft.trigger.word.dep_ in ("xcomp", "ccomp")}
    for draft in drafts:
        inner = below.get(draft.trigger.word.i)
        kind = _SAYS_IT_WILL.get(inner.mark.type) if inner is not None else None
        if draft.mark.type == "AGREE" and kind in ("THREATEN", "CONCEDE"):
            draft.mark.type = kind


def _kind(draft: Draft) -> EventType | None:
    if draft.mark.status == "did-not":
        return "REJECT" if draft.mark.type in _SAYS_IT_WILL_NOT else None
    return _SAYS_IT_WILL.get(draft.mark.type)


def _announcing(verb: Token) -> Token | None:
    """The verb under which somebody says what he himself will do."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in lexicon().members("intending"):
        return head if head.dep_ in ("ROOT", "ccomp", "conj", "advcl") and local_status(head) == "occurred" else None
    if verb.dep_ not in ("ccomp", "parataxis") or head.lemma_ not in lexicon().members("announcing"):
        return None
    if not any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts):
        return None
    speaker = surface_subject(head)
    return head if speaker is not None and any(_same(noun, speaker) for noun in doers(verb)) else None


def _same(noun: Token, speaker: Token) -> bool:
    return noun.lower_ in _SELF or noun.lemma_ == speaker.lemma_
