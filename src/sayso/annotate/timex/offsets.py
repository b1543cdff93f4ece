"""What an offset reckons from: "two days after the battle", "ten days before Oct. 23", "three weeks later".

The event after "after" and "before" is looked for among those that the report has dated before, by the lemmas of its
words; where it is not there the offset has no date, since the date last told is that of something else.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.marks import Phrase

_NOMINAL = frozenset({"NOUN", "PROPN"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "compound", "poss", "pobj"})
_REACH = 3


class Dated:
    """The events of a report whose day it has told, by the lemmas of the words that name them."""

    def __init__(self) -> None:
        self._days: dict[str, str] = {}

    def tell(self, doc: Doc, phrase: Phrase, value: str) -> None:
        """Take note that what the time at ``phrase`` governs happened on the day ``value``."""
        word = doc[phrase.head]
        for _ in range(_REACH):
            if word.pos_ in ("VERB", *_NOMINAL) and not phrase.start <= word.i < phrase.end:
                for part in (word, *(child for child in word.children if child.dep_ in _PARTS)):
                    if part.pos_ in ("VERB", "NOUN"):
                        self._days[part.lemma_.lower()] = value
                return
            if word.head.i == word.i:
                return
            word = word.head

    def day_of(self, event: Token) -> str | None:
        """The day that was told for the event."""
        return self._days.get(event.lemma_.lower())


def event_behind(doc: Doc, end: int) -> Token | None:
    """The noun or verb that "after" or "before", ending at ``end``, stands before; None where nothing follows it."""
    word = doc[end - 1]
    if word.lower_ not in ("after", "before", "following"):
        return None
    for child in word.children:
        if child.i >= end and (child.dep_ in ("pobj", "pcomp") or child.pos_ in _NOMINAL):
            return child
    if word.dep_ == "mark" and word.head.i >= end:
        return word.head
    behind = doc[end] if end < len(doc) else None
    return behind if behind is not None and not (behind.is_punct or behind.is_space) else None
