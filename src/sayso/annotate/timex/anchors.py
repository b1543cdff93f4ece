"""What a time expression is read against: the day of publication, the time last told of, and the side it lies on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from sayso.annotate.timex.calendar import days_of
from sayso.annotate.timex.words import governing

_FAR = 2
"""Years between publication and a date that make it one of a history."""
_LENGTHS, _LONGEST = {"D": 1, "F": 14, "W": 7, "WE": 7, "M": 31, "Q": 92, "Y": 366}, 40_000
"""The most days that the period may have from which so many days, weeks … are reckoned."""
_MANY = 8
"""Far years that a narrative names at least."""
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
"""Who is "the first to arrive" has arrived, if the sentence tells of the past."""
_HIGHEST = 6
"""How far up the tree the verb is looked for."""


@dataclass(slots=True)
class Anchors:
    """``told`` is the value of the calendar date last mentioned.

    A ``narrative`` tells of a past far from publication and goes by the date last told throughout; ``aside`` says that
    the sentence at hand does, as far as the year of its days and months goes. ``quarter`` is the one last told of.
    ``order`` is that of day and month in dates like 4/5/2010: "DM", "MD", None where nothing tells.
    """

    published: date | None
    narrative: bool = False
    told: str | None = None
    aside: bool = False
    quarter: str | None = None
    order: str | None = None

    def day(self, by: str = "published") -> date | None:
        """The day that an expression reckons from: that of publication, or the first of the time last told of."""
        told = days_of(self.told) if self.told and (self.narrative or by == "told") else None
        return told.first if told else None if self.narrative else self.published

    def is_fine(self, by: str, unit: str) -> bool:
        """Whether the day by which an expression reckons is known as exactly as its ``unit`` asks."""
        told = days_of(self.told) if self.told and (self.narrative or by == "told") else None
        return told is None or (told.last - told.first).days < _LENGTHS.get(unit, _LONGEST)

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

    def end_sentence(self) -> None:
        """A new sentence: an aside ends with its own."""
        self.aside = False


def is_narrative(years: list[int], published: date | None, deictics: int = 0) -> bool:
    """Whether a text that names these ``years`` tells of a past far from publication.

    ``deictics`` counts the words that reckon from the day of writing: a report has many of them, a history few.
    """
    if published is None:
        return True
    near = sum(abs(year - published.year) < _FAR for year in years)
    far = len(years) - near
    return far >= max(_MANY, 2 * near) and deictics < far / 2


def side(token: Token) -> int:
    """Whether what the words at ``token`` date lies before (-1) or after (1) publication, by the verb they hang on.

    0 where no verb tells.
    """
    word = token
    for _ in range(_HIGHEST):
        if word.lower_ == "since" and word.pos_ in ("ADP", "SCONJ"):
            return -1
        if word.lower_ in governing("until") and word.pos_ in ("ADP", "SCONJ"):
            return -1 if _is_perfect(word.head) else 1
        if word.i != token.i and word.lemma_.lower() in governing("future"):
            return -1 if _is_perfect(word) else 1
        if word.pos_ in ("VERB", "AUX"):
            turn = 1 if _is_for(token, word) else _side_of_verb(word)
            return -1 if turn > 0 and _is_told_of(token) else turn
        if word.head.i == word.i:
            break
        word = word.head
    return 0


def _is_perfect(word: Token) -> bool:
    """Whether "had" stands with a verb, or with the "been" of what follows it: "had been due"."""
    verb = word.head if word.pos_ == "ADJ" else word
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def _is_told_of(token: Token) -> bool:
    """ "appeal Wednesday's ruling": what a day possesses is past, unless it is arranged or is itself what will be."""
    noun = token.head
    if token.dep_ != "poss" or noun.dep_ in ("nsubj", "nsubjpass"):
        return False
    return noun.lemma_.lower() not in governing("arranged")


def _is_for(token: Token, verb: Token) -> bool:
    """ "called a meeting for Monday", "put it off to May 2": what is arranged for a day has still to come."""
    preposition = token.head
    if preposition.lower_ == "to" and verb.lemma_ in governing("moving"):
        return True
    if preposition.lower_ != "for" or preposition.dep_ != "prep" or verb.tag_ not in ("VBD", "VBN"):
        return False
    return verb.lemma_ in governing("arranging") or preposition.head.lemma_ in governing("arranged")


def _side_of_verb(verb: Token) -> int:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    perfect = any(helper.lemma_ == "have" for helper in helpers)
    if any(helper.lower_ in governing("modals") for helper in helpers):
        return -1 if perfect else 1
    if any(helper.tag_ == "TO" for helper in helpers):
        return -1 if perfect else _side_of_infinitive(verb)
    finite = [helper.tag_ for helper in helpers if helper.tag_ in ("VBD", "VBZ", "VBP")]
    if finite:
        present = "VBD" not in finite and not perfect
        return 1 if present and verb.tag_ == "VBG" else 0 if present and verb.tag_ == "VBN" else -1
    return _side_of_bare(verb)


def _side_of_infinitive(verb: Token) -> int:
    """An infinitive of purpose lies where the deed lies that it is the purpose of; any other is still to come."""
    above = verb.head
    if above.i == verb.i:
        return 1
    if above.pos_ == "VERB" and above.lemma_ in governing("implying"):
        return _side_of_verb(above)
    if _is_perfect(above):
        return -1
    if any(child.lower_ in _RANKS for child in above.children) and above.pos_ in ("NOUN", "PROPN"):
        return side(above) or -1
    if verb.dep_ == "advcl" and above.pos_ == "VERB" and above.lemma_ not in governing("future"):
        return _side_of_verb(above) or 1
    return 1


def _side_of_bare(verb: Token) -> int:
    """The side of a verb without helpers."""
    if verb.tag_ in ("VBZ", "VBP"):
        if verb.lemma_ == "be":
            return 1 if any(child.dep_ == "xcomp" and _is_infinitive(child) for child in verb.children) else 0
        return 1 if verb.lemma_ in governing("present") else 0
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "advcl", "xcomp", "acl") and verb.head.i != verb.i:
        return side(verb.head) if verb.head.i < verb.i else -1
    return -1


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)
