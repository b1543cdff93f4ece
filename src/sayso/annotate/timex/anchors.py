"""What a time expression is read against: the day of publication, the time last told of, and the side it lies on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from sayso.annotate.timex.calendar import days_of
from sayso.annotate.timex.words import governing

_FAR = 2
"""Years between publication and a date that make it one of a history."""
_MANY = 8
"""Far years that a narrative names at least."""
_HIGHEST = 6
"""How far up the tree the verb is looked for."""


@dataclass(slots=True)
class Anchors:
    """``told`` is the value of the calendar date last mentioned.

    A ``narrative`` tells of a past far from publication and goes by the date last told throughout; ``aside`` says that
    the paragraph at hand does, as far as the year of its days and months goes. ``quarter`` is the one last told of.
    """

    published: date | None
    narrative: bool = False
    told: str | None = None
    aside: bool = False
    quarter: str | None = None

    def day(self, by: str = "published") -> date | None:
        """The day that an expression reckons from: that of publication, or the first of the time last told of."""
        told = days_of(self.told) if self.told and (self.narrative or by == "told") else None
        return told.first if told else None if self.narrative else self.published

    def year(self) -> int | None:
        """The year that the text is telling of, where that is not the year of publication."""
        told = days_of(self.told) if self.told and (self.narrative or self.aside) else None
        return told.first.year if told else None

    def tell(self, value: str, dated: bool) -> None:
        """Take note of a date; ``dated`` where its words name the year."""
        days = days_of(value)
        if days is None or len(value) < len("2011"):
            return
        self.told = value
        if dated:
            self.aside = self.published is None or abs(days.first.year - self.published.year) >= _FAR

    def turn_page(self) -> None:
        """A new paragraph: an aside ends with its own, a narrative goes on."""
        if not self.narrative:
            self.told, self.aside = None, False


def is_narrative(years: list[int], published: date | None) -> bool:
    """Whether a text that names these ``years`` tells of a past far from publication."""
    if published is None:
        return True
    near = sum(abs(year - published.year) < _FAR for year in years)
    return len(years) - near >= max(_MANY, 2 * near)


def side(token: Token) -> int:
    """Whether what the words at ``token`` date lies before (-1) or after (1) publication, by the verb they hang on.

    0 where no verb tells.
    """
    word = token
    for _ in range(_HIGHEST):
        if word.pos_ in ("ADP", "SCONJ") and word.lower_ in governing("until") | {"since"}:
            return -1 if word.lower_ == "since" else 1
        if word.i != token.i and word.lemma_.lower() in governing("future"):
            return 1
        if word.pos_ in ("VERB", "AUX"):
            return 1 if _is_for(token, word) else _side_of_verb(word)
        if word.head.i == word.i:
            break
        word = word.head
    return 0


def _is_for(token: Token, verb: Token) -> bool:
    """ "called a meeting for Monday", "put it off to May 2": what is arranged for a day has still to come."""
    preposition = token.head
    if preposition.lower_ == "to" and verb.lemma_ in governing("moving"):
        return True
    return preposition.lower_ == "for" and preposition.dep_ == "prep" and verb.tag_ in ("VBD", "VBN")


def _side_of_verb(verb: Token) -> int:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.tag_ == "TO" or helper.lower_ in governing("modals") for helper in helpers):
        return -1 if any(helper.lower_ == "have" for helper in helpers) else 1
    if any(helper.tag_ in ("VBD", "VBZ", "VBP") for helper in helpers):
        return 1 if verb.tag_ == "VBG" and all(helper.tag_ != "VBD" for helper in helpers) else -1
    if verb.tag_ in ("VBZ", "VBP"):
        return 1 if verb.lemma_ in governing("present") else 0
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "advcl", "xcomp", "acl") and verb.head.i != verb.i:
        return side(verb.head) if verb.head.i < verb.i else -1
    return -1
