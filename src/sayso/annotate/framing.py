"""The frame of a paragraph: a time that opens it holds for what is told after it, until another time comes.

A narrative goes on in the simple past (Partee 1984, "Nominal and temporal anaphora"): what is told in another tense, in
somebody's words or in a clause of its own time lies outside the frame. Nothing is put on the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso import marks
from sayso.annotate.timing import goes_with
from sayso.marks import StatementMark, TimeMark

_OPENING_TAGS = frozenset({"DT", "CC", "RB", "RBR", "IN", "JJ", "PDT"})
_DATING = frozenset({"on", "in", "at", "during", "by", "of"})
_ELSEWHEN = frozenset({"after", "before", "since", "until", "till", "from", "between"})
_CONTENT = frozenset({"ccomp", "relcl", "acl", "pcomp", "csubj", "parataxis", "xcomp"})
_NARRATIVE = ("VBD",)
_GOING_ON = frozenset({"also", "then", "later", "afterwards", "afterward", "subsequently", "meanwhile"})
_DURING = frozenset({"during", "after", "following", "in"})
_LONGEST = 3
"""Sentences that a frame reaches at most: texts without paragraphs are one."""


class Frame(NamedTuple):
    """A time that opens a sentence, and the index of that sentence's main verb.

    ``loose`` where it only stands in the sentence: then it holds for what is tied to it by a word like "also".
    """

    mark: TimeMark
    verb: int
    loose: bool = False


class Frames:
    """What frames each sentence of a report, by the index of the sentence's first token."""

    def __init__(self, doc: Doc, statements: list[StatementMark]) -> None:
        contents = (part for mark in statements for part in mark.content)
        cues = (part for mark in statements for part in mark.cue)
        self._said = {index for part in contents for index in range(part.start, part.end)}
        self._cues = {index for part in cues for index in range(part.start, part.end)}
        self._framing = dict(_framed(doc)) if marks.get_times(doc) else {}

    def time_of(self, verb: Token) -> TimeMark | None:
        """The frame's time for what ``verb`` tells, where that goes on with the narrative."""
        frame = self._framing.get(verb.sent.start) if self._framing else None
        if frame is None or verb.i in self._said:
            return None
        while goes_with(verb):
            verb = verb.head
        return frame.mark if _is_narrated(verb) else None

    def said_when(self, cue: Token) -> TimeMark | None:
        """The frame's time for a statement, where the frame was opened by one: "On Monday he told … He said …"."""
        frame = self._framing.get(cue.sent.start) if self._framing else None
        return self.time_of(cue) if frame is not None and frame.verb in self._cues else None


def _framed(doc: Doc) -> Iterator[tuple[int, Frame]]:
    """The sentences that have a frame, each with it."""
    sentences = list(marks.sentences(doc))
    for block in marks.get_blocks(doc):
        if block.kind == "paragraph":
            yield from _in_block([one for one in sentences if block.start <= one.start < block.end])


def _in_block(sentences: list[Tokens]) -> Iterator[tuple[int, Frame]]:
    frame: Frame | None = None
    age = 0
    for sentence in sentences:
        times = [mark for mark in _dated(sentence) if mark.time.type in ("DATE", "TIME")]
        opening = next((mark for mark in times if _opens(sentence, mark)), None)
        own = opening or next((mark for mark in times if _governs(sentence, mark)), None)
        age += 1
        if own is not None:
            frame, age = Frame(own, sentence.root.i, loose=opening is None), 0
        elif age > _LONGEST or not _is_narrated(sentence.root):
            frame = None
        held = frame is not None and frame.mark.time.begin is not None and (age > 0 or opening is not None)
        if frame is not None and held and (not frame.loose or _goes_on(sentence)):
            yield sentence.start, frame


def _goes_on(sentence: Tokens) -> bool:
    """Whether a sentence goes on with what the one before it told: "They also …", "During the raid …"."""
    verb = sentence.root
    if any(child.dep_ == "advmod" and child.lower_ in _GOING_ON for child in verb.lefts):
        return True
    opening = sentence[0]
    definite = len(sentence) > 2 and sentence[1].lower_ in ("the", "this", "that")
    return opening.lower_ in _DURING and definite and opening.head.i == verb.i


def _dated(sentence: Tokens) -> Iterator[TimeMark]:
    at = marks.get_time_at(sentence.doc)
    seen: set[str] = set()
    for token in sentence:
        mark = at.get(token.i)
        if mark is not None and mark.time.id not in seen:
            seen.add(mark.time.id)
            yield mark


def _opens(sentence: Tokens, mark: TimeMark) -> bool:
    """Whether the time stands at the head of the sentence, before its subject: "On Monday the army …"."""
    before = [token for token in sentence.doc[sentence.start : mark.phrase.start] if not token.is_space]
    if len(before) > 3 or any(token.tag_ not in _OPENING_TAGS or token.lower_ in _ELSEWHEN for token in before):
        return False
    preposition = next((token for token in before if token.tag_ == "IN"), None)
    if preposition is not None and preposition.lower_ not in _DATING:
        return False
    head = sentence.doc[mark.phrase.head]
    above = head.head.head if head.dep_ == "pobj" else head.head
    return mark.phrase.end <= sentence.root.i and above.i == sentence.root.i and head.dep_ not in ("nsubj", "nsubjpass")


def _governs(sentence: Tokens, mark: TimeMark) -> bool:
    """Whether the time is that of the sentence's main clause."""
    word = sentence.doc[mark.phrase.head]
    while word.head.i != word.i:
        if word.pos_ in ("VERB", "AUX"):
            return False
        word = word.head
    return True


def _is_narrated(verb: Token) -> bool:
    """Whether the verb tells in the simple past, in no clause that has another time or another speaker."""
    if verb.dep_ in _CONTENT or verb.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in ("had", "has", "have") or child.tag_ in ("MD", "TO") for child in helpers):
        return False
    if verb.dep_ == "advcl":
        opening = {child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod")}
        if opening & _ELSEWHEN:
            return False
    if verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i and not _is_narrated(verb.head):
        return False
    return any(one.tag_ in _NARRATIVE for one in (verb, *helpers)) or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ in ("VBN", "VBD")
    )
