"""Whether words of time are meant as such where they stand."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.annotate.timex.grammar import Expression
from sayso.annotate.timex.words import governing
from sayso.marks import Phrase

_NAMING = frozenset({"amod", "compound", "poss"})
_COUNTING, _OLD = frozenset({"of", "by", "with", "among"}), 1900
"""A number under it that counts things is no year: "a survey of 1709 pupils"."""
_TAGS = {"V": ("NNS",), "R": ("RB", "RBR"), "J": ("NN",), "G": ("NN",), "K": ("JJ",), "r": ("JJ",), "Q": ("RB",)}


def years_named(doc: Doc) -> list[int]:
    """The years that the text names."""
    return [int(token.text) for token in doc if len(token) == 4 and token.text.isdecimal() and _is_year(doc, token)]


def is_time(expression: Expression, doc: Doc, phrase: Phrase) -> bool:
    """Whether the words are one of time here and not a number of things ("2000 people") or a word's other sense."""
    last, before = doc[phrase.end - 1], doc[phrase.start - 1] if phrase.start else None
    alone = phrase.end - phrase.start == 1
    if expression.rule != "feast" and _is_title(doc, phrase):
        return False
    if expression.rule == "feast":
        return "PERSON" not in {last.ent_type_, *(child.ent_type_ for child in last.lefts if child.dep_ == "compound")}
    if expression.rule == "decade":
        return before is None or before.tag_ != "PRP$"
    if expression.rule in ("duration", "relative"):
        return not _goes_on(doc, phrase.end)
    if expression.rule == "year" and expression.words[-1].symbol == "Y":
        return _is_year(doc, last)
    if expression.rule == "month" and alone:
        named = last.lower_ == "march" and any(child.dep_ in _NAMING or child.is_quote for child in last.lefts)
        headed = before is not None and before.lower_ == "the" and _is_head(last)
        return last.pos_ in ("PROPN", "NOUN") and not headed and not named
    if expression.rule == "season":
        return _is_season(expression, last, before, alone=alone)
    return last.tag_ in _TAGS[expression.words[-1].symbol] if expression.rule in ("vague", "often") else True


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether an age or the number of a year that is none of ours follows: "3 years old", "the year 476"."""
    return end < len(doc) and (doc[end].lower_ == "old" or (doc[end].is_digit and doc[end - 1].lower_ == "year"))


def _is_head(token: Token) -> bool:
    """Whether the word is no part of what follows it: "the March for Life" against "the March attack"."""
    return token.head.i <= token.i or token.dep_ not in ("compound", "nmod", "amod", "nummod", "npadvmod")


def _is_season(expression: Expression, last: Token, before: Token | None, *, alone: bool) -> bool:
    """Whether the words name a season: "fall" needs more beside it, and none is one inside a name or another noun."""
    if last.lower_ == "fall" and expression.say("LGXHYEIZ") is None:
        return not alone and before is not None and before.lower_ in ("in", "this")
    if not alone:
        return True
    plain = last.pos_ in ("NOUN", "PROPN") and last.ent_type_ not in ("PERSON", "ORG", "GPE")
    return plain and not (last.dep_ == "compound" and last.ent_type_ != "DATE")


def _is_title(doc: Doc, phrase: Phrase) -> bool:
    """Whether the words are the name of something else: "This Week", "the March for Life"."""
    first, last = doc[phrase.start], doc[phrase.end - 1]
    if phrase.end - phrase.start > 1:
        return first.lower_ == "this" and not first.is_sent_start and first.text[0].isupper() and last.text[0].isupper()
    named = last.ent_type_ in ("ORG", "EVENT", "WORK_OF_ART", "FAC", "LAW")
    return named and last.pos_ == "PROPN" and last.lower_ not in governing("weekdays") and last.lower_.isalpha()


def _is_year(doc: Doc, token: Token) -> bool:
    before = doc[token.i - 1].text if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and after.text != "," and (after.lower_ in ("year", "years") or _is_number_of(token, after)):
        return False
    if before in {"$", "€", "£", "#", "No."} or (after is not None and after.text in {"%", "percent", "km", "kg"}):
        return False
    if after is not None and (after.lower_ in governing("clocks") or after.lower_.startswith("utc")):
        return False
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    if counts and before.lower() in _COUNTING and int(token.text) < _OLD:
        return False
    if _is_old(token) and not any(_is_told(doc, other) for other in doc if _is_old(other)):
        return False
    return token.ent_type_ == "DATE" or (not counts and (not token.ent_type_ or token.dep_ == "pobj"))


def _is_old(token: Token) -> bool:
    return len(token) == 4 and token.text.isdecimal() and int(token.text) < _OLD


def _is_told(doc: Doc, token: Token) -> bool:
    """Whether the word before the number says that it is a year: where "in 1780" stands the text tells of old years."""
    return token.i > 0 and doc[token.i - 1].lower_ in governing("years")


def _is_number_of(token: Token, after: Token) -> bool:
    return token.ent_type_ in ("CARDINAL", "QUANTITY") and after.pos_ in ("NOUN", "ADJ")
