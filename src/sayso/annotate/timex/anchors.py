"""What a time expression is read against: the day of publication, the time last told of, and the side it lies on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from sayso.annotate.timex.calendar import days_of
from sayso.annotate.timex.words import governing

_FAR = 2
"""Years from publication on that make a date one of a history."""


@dataclass(slots=True)
class Anchors:
    """``told`` is the value of the calendar date last mentioned, ``history`` that it is what untold parts go by."""

    published: date | None
    told: str | None = None
    history: bool = False

    def day(self, by: str = "published") -> date | None:
        """The day that an expression reckons from: that of publication, or the first of the time last told of."""
        told = days_of(self.told) if self.told else None
        if told and (self.history or by == "told"):
            return told.first
        return self.published

    def tell(self, value: str, dated: bool) -> None:
        """Take note of a date; ``dated`` where its words name the year."""
        days = days_of(value)
        if days is None:
            return
        self.told = value
        if dated:
            self.history = self.published is None or abs(days.first.year - self.published.year) >= _FAR

    def turn_page(self) -> None:
        """A new paragraph: an aside into history ends with its own."""
        self.told = self.told if self.history else None


def side(token: Token) -> int:
    """Whether what the words at ``token`` date lies before (-1) or after (1) publication, by the verb they hang on."""
    word = token
    for _ in range(6):
        if word.lower_ in governing("until") and word.pos_ in ("ADP", "SCONJ"):
            return 1
        if word.lemma_.lower() in governing("future") and word.i != token.i:
            return 1
        if word.pos_ in ("VERB", "AUX"):
            return _side_of_verb(word)
        if word.head.i == word.i:
            break
        word = word.head
    return -1


def _side_of_verb(verb: Token) -> int:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lower_ in governing("modals") for helper in helpers):
        past = any(helper.lower_ == "have" for helper in helpers)
        return -1 if past else 1
    if any(helper.tag_ == "TO" for helper in helpers):
        return 1
    if any(helper.tag_ in ("VBD", "VBZ", "VBP") for helper in helpers):
        return 1 if verb.tag_ == "VBG" and all(helper.tag_ != "VBD" for helper in helpers) else -1
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in governing("saying"):
        return 1
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "advcl", "xcomp", "acl") and verb.head.i != verb.i:
        return side(verb.head) if verb.head.i < verb.i else -1
    return -1
