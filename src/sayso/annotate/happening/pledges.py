"""What is announced: PLOVER codes "said it would help" as AGREE, "said it would attack" as THREATEN (manual of 2021).

The announced deed stays an event of its own, with its status; the announcing verb is the trigger of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.happening.classes import is_somebody
from sayso.annotate.happening.drafts import Draft, mention_of
from sayso.annotate.happening.lexicon import Frame, lexicon
from sayso.annotate.happening.status import local_status
from sayso.annotate.happening.syntax import doers, surface_subject
from sayso.annotate.happening.triggers import Trigger
from sayso.annotate.phrases import noun_phrase
from sayso.marks import Phrase, RoleMark
from sayso.model.event import Code, RoleName

_SAYS_IT_WILL: dict[Code, Code] = {
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
        pledge = mention_of(Trigger(verb, (verb,), frame, noun=False), draft.sentence, title=draft.title)
        pledge.mark.roles += [role for role in draft.mark.roles if role.role == "recipient"]
        yield pledge


def promises(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What the report itself says will be done for somebody: the manual has future help and talks be AGREE."""
    taken = {word.i for draft in drafts for word in draft.trigger.words}
    agreeing = {draft.sentence for draft in drafts if draft.mark.type in ("AGREE", "THREATEN", "REQUEST")}
    for draft in drafts:
        modal = _will(draft.trigger.predicate)
        if draft.mark.status != "planned" or draft.sentence in agreeing or modal is None or modal.i in taken:
            continue
        if _SAYS_IT_WILL.get(draft.mark.type) == "AGREE" and draft.mark.roles:
            taken.add(modal.i)
            frame = replace(draft.trigger.frame, type="AGREE", mode=None, lemma=modal.lemma_, words=())
            yield Draft(
                Trigger(modal, (modal,), frame, noun=False),
                replace(
                    draft.mark,
                    trigger=[Phrase(modal.i, modal.i + 1, modal.i)],
                    type="AGREE",
                    mode=None,
                    status="occurred",
                    roles=list(draft.mark.roles),
                    times=[],
                    places=[],
                    counts=[],
                    confidence=draft.mark.confidence + 0.01,
                ),
                draft.sentence,
                draft.title,
            )


def demands(drafts: Sequence[Draft], doc: Doc) -> Iterator[Draft]:
    """To say that somebody else must do something is to demand it of him."""
    taken = {word.i for draft in drafts for word in draft.trigger.words}
    for number, sentence in enumerate(marks.sentences(doc)):
        for modal in sentence:
            verb = _demanded(modal)
            if verb is not None and verb.head.i not in taken:
                taken.add(verb.head.i)
                frame = Frame("REQUEST", "change", verb.head.lemma_, (), frozenset(), frozenset(), {"subject": "actor"})
                draft = mention_of(Trigger(verb.head, (verb.head,), frame, noun=False), number, title=False)
                draft.mark.roles = [role for role in draft.mark.roles if role.role == "actor"]
                draft.mark.roles += [RoleMark("recipient", noun_phrase(noun)) for noun in doers(verb)]
                yield draft


def _demanded(modal: Token) -> Token | None:
    """The verb of "A said that B must go", where B is somebody other than the speaker."""
    verb = modal.head
    if modal.dep_ != "aux" or modal.lower_ not in lexicon().members("obliging") or verb.dep_ != "ccomp":
        return None
    saying = verb.head
    if saying.lemma_ not in lexicon().members("announcing") or local_status(saying) != "occurred":
        return None
    speaker, obliged = surface_subject(saying), [noun for noun in doers(verb) if is_somebody(noun)]
    if speaker is None or not is_somebody(speaker) or not obliged:
        return None
    return None if any(_same(noun, speaker) for noun in obliged) else verb


def _will(verb: Token) -> Token | None:
    """The modal that makes a main clause a promise."""
    if verb.dep_ not in ("ROOT", "ccomp", "conj") or any(child.dep_ in ("neg", "mark") for child in verb.lefts):
        return None
    modals = (child for child in verb.lefts if child.dep_ == "aux" and child.lower_ in ("will", "shall"))
    return next(modals, None)


def sharpen(drafts: Sequence[Draft]) -> None:
    """To vow a hostile act is to threaten, to agree to leave or release is to concede."""
    below = {draft.trigger.word.head.i: draft for draft in drafts if draft.trigger.word.dep_ in ("xcomp", "ccomp")}
    for draft in drafts:
        inner = below.get(draft.trigger.word.i)
        kind = _SAYS_IT_WILL.get(inner.mark.type) if inner is not None else None
        if draft.mark.type == "AGREE" and kind in ("THREATEN", "CONCEDE"):
            draft.mark.type = kind


def _kind(draft: Draft) -> Code | None:
    if draft.mark.status == "did-not":
        return "REJECT" if draft.mark.type in _SAYS_IT_WILL_NOT else None
    return _SAYS_IT_WILL.get(draft.mark.type)


def _announcing(verb: Token) -> Token | None:
    """The verb under which somebody says what he himself will do."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.pos_ in ("VERB", "ADJ") and head.lemma_ in lexicon().members("intending"):
        return head if head.dep_ in ("ROOT", "ccomp", "conj", "advcl") and local_status(head) == "occurred" else None
    if verb.dep_ not in ("ccomp", "parataxis") or head.lemma_ not in lexicon().members("announcing"):
        return None
    if not any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts):
        return None
    speaker = surface_subject(head)
    return head if speaker is not None and any(_same(noun, speaker) for noun in doers(verb)) else None


def _same(noun: Token, speaker: Token) -> bool:
    return noun.lower_ in _SELF or noun.lemma_ == speaker.lemma_
