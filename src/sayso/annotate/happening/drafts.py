"""Drafts: one trigger with all that its own sentence tells, before the mentions of one happening are put together."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.happening.head import settled
from sayso.annotate.happening.history import is_historical
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.roles import roles_of
from sayso.annotate.happening.status import ruled_status
from sayso.annotate.happening.triggers import Trigger, find_triggers, phrases
from sayso.annotate.placing import place_of
from sayso.annotate.timing import time_of
from sayso.marks import EventMark
from sayso.model.event import Status

_REPORTS = frozenset({"ccomp", "parataxis"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})
_DEEPEST = 8


@dataclass(slots=True)
class Draft:
    """A mention of a happening: the number of its sentence, and whether that is a headline or a deck."""

    trigger: Trigger
    mark: EventMark
    sentence: int
    title: bool


def drafts_of(doc: Doc) -> list[Draft]:
    """The drafts of the report, in the order of their triggers."""
    titles = [(block.start, block.end) for block in marks.get_blocks(doc) if block.kind in ("headline", "deck")]
    denied = _denied(doc)
    drafts: list[Draft] = []
    for number, sentence in enumerate(marks.sentences(doc)):
        title = any(start <= sentence.start < end for start, end in titles)
        for trigger in find_triggers(sentence):
            draft = mention_of(trigger, number, title=title)
            if draft.mark.status == "occurred" and draft.mark.type not in _WORDS and trigger.word.i in denied:
                draft.mark.status = "did-not"
            drafts.append(draft)
    return drafts


def mention_of(trigger: Trigger, sentence: int, *, title: bool) -> Draft:
    """The draft of a trigger in the sentence with that number."""
    return Draft(trigger, _mark(trigger), sentence, title)


def _mark(trigger: Trigger) -> EventMark:
    doc, word = trigger.word.doc, trigger.word
    status = settled(word, trigger.bearer, ruled_status(word, trigger.bearer))
    time, place = time_of(doc, word), place_of(doc, word)
    for above in _bearing(trigger):
        time, place = time or time_of(doc, above), place or place_of(doc, above)
    return EventMark(
        trigger=phrases(trigger),
        type=trigger.frame.type,
        status=status,
        confidence=_confidence(trigger, status),
        mode=trigger.frame.mode,
        roles=roles_of(trigger),
        times=[time.time.id] if time else [],
        places=[place.place.id] if place else [],
        historical=is_historical(trigger.predicate, time.time if time else None, marks.get_report(doc).published),
    )


def _bearing(trigger: Trigger) -> list[Token]:
    """The verbs whose when and where are the noun's too: its bearer, and what had it as its outcome."""
    if trigger.bearer is None:
        return []
    climb = trigger.bearer
    if climb.dep_ != "relcl" or climb.lemma_ not in lexicon().light["outcome"]:
        return [climb]
    climb = climb.head
    while climb.pos_ not in ("VERB", "AUX") and climb.head != climb:
        climb = climb.head
    return [trigger.bearer, climb]


def _denied(doc: Doc) -> frozenset[int]:
    contents = (part for mark in marks.get_statements(doc) if mark.stance == "denies" for part in mark.content)
    return frozenset(index for part in contents for index in range(part.start, part.end))


def _confidence(trigger: Trigger, status: Status) -> float:
    """Higher for verbs than for nouns, and the nearer to the root; what is reported counts as root."""
    word, depth = trigger.predicate, 0
    while word.head != word and depth < _DEEPEST:
        depth += word.dep_ not in _REPORTS and not (word.dep_ == "conj" and depth == 0)
        word = word.head
    base = 0.9 - 0.07 * depth
    if trigger.noun and trigger.bearer is None:
        base -= 0.1
    if status != "occurred":
        base -= 0.04
    return max(0.3, base)
