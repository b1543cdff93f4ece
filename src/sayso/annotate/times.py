"""Times: TIMEX3 expressions of a report, read in the order of the text against what was told before.

The scheme is that of ISO-TimeML (Pustejovsky et al. 2010) and of HeidelTime (Strötgen and Gertz 2010), with the side of
publication on which a day lies taken from the parse: the tense, modality and governing word of what it dates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso import marks
from sayso.annotate.component import Component
from sayso.annotate.timex.anchors import Anchors, is_narrative, side
from sayso.annotate.timex.grammar import Expression, expressions
from sayso.annotate.timex.offsets import Dated, event_behind
from sayso.annotate.timex.resolve import Reading, length_of, resolve
from sayso.annotate.timex.words import governing
from sayso.knowledge.known import known_body
from sayso.marks import Phrase, TimeMark
from sayso.model import Report, Time

_SURE, _UNSURE = 0.9, 0.6
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d|\d{4})(?![\d/])")
_VAGUE_TAGS = {"R": ("RB", "RBR"), "J": ("NN",), "G": ("NN",), "K": ("JJ",), "r": ("JJ",)}


class Times(Component[list[TimeMark]]):
    """Finds the time expressions and what they mean; needs the parse, and `Report.published` for relative ones."""

    name = "sayso_times"
    version = "2"

    def predict(self, doc: Doc) -> list[TimeMark]:
        report = marks.get_report(doc)
        published = _published(report.published)
        narrative = is_narrative(_years(doc), published, sum(token.lower_ in governing("deictic") for token in doc))
        reader = _Reader(doc, Anchors(published, narrative, order=_order(doc, report)))
        for sentence in marks.sentences(doc):
            reader.read(sentence)
        return reader.found

    def set_annotations(self, doc: Doc, found: list[TimeMark]) -> None:
        marks.set_times(doc, found)


class _Reader:
    """Reads a report sentence by sentence; ``found`` are its times so far."""

    def __init__(self, doc: Doc, anchors: Anchors) -> None:
        self.doc, self.anchors = doc, anchors
        self.found: list[TimeMark] = []
        self.dated = Dated()

    def read(self, sentence: Tokens) -> None:
        self.anchors.end_sentence()
        waiting = [(found, _phrase(self.doc, found)) for found in expressions(sentence)]
        waiting = [(found, phrase) for found, phrase in waiting if _is_time(found, self.doc, phrase)]
        for place, (expression, phrase) in enumerate(waiting):
            reading = self.meaning(expression, phrase, waiting[place + 1 :])
            if reading is None:
                continue
            if reading.value and reading.type in ("DATE", "TIME"):
                self.anchors.tell(reading.value, reading.dated)
                if len(reading.value) >= len("2011-10-06") and reading.days:
                    self.dated.tell(self.doc, phrase, reading.value[:10])
            if expression.rule == "quarter" and reading.days:
                self.anchors.quarter = reading.value
            self.found.append(_mark(self.doc, phrase, reading, len(self.found) + 1))

    def meaning(self, expression: Expression, phrase: Phrase, behind: list[tuple[Expression, Phrase]]) -> Reading | None:
        """The meaning of ``expression``; that of an offset from an event is reckoned from the day of the event."""
        anchors = self.anchors
        if expression.rule == "ago" and (event := event_behind(self.doc, phrase.end)):
            told = self.dated.day_of(event) or self.day_beside(event, behind)
            if told is None:
                return length_of(expression)
            anchors = replace(anchors, told=told)
        return resolve(expression, anchors, side(self.doc[phrase.head]))

    def day_beside(self, event: Token, behind: list[tuple[Expression, Phrase]]) -> str | None:
        """The day that the words of the event itself name: "the attack of May 3"."""
        if not behind:
            return None
        expression, phrase = behind[0]
        if not event.left_edge.i <= phrase.start <= event.right_edge.i or expression.rule not in ("day", "weekday"):
            return None
        reading = resolve(expression, self.anchors, side(self.doc[phrase.head]))
        return reading.value if reading and reading.days else None


def _published(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _order(doc: Doc, report: Report) -> str | None:
    """Whether day or month comes first in numeric dates: as one of the text shows, else as the outlet's country has it."""
    orders = {
        "DM" if int(match[1]) > 12 else "MD"
        for match in _NUMERIC.finditer(doc.text)
        if (int(match[1]) > 12) != (int(match[2]) > 12)
    }
    if len(orders) == 1:
        return orders.pop()
    outlet = known_body(report.outlet) if report.outlet else None
    country = outlet.country if outlet else None
    return "MD" if country == "USA" else None if country in (None, "CAN", "PHL") else "DM"


def _years(doc: Doc) -> list[int]:
    """The years that the text names."""
    return [int(token.text) for token in doc if len(token) == 4 and token.text.isdecimal() and _is_year(doc, token)]


def _phrase(doc: Doc, expression: Expression) -> Phrase:
    start, end = expression.words[0].place, expression.words[-1].end
    return Phrase(start, end, doc[start:end].root.i)


def _is_time(expression: Expression, doc: Doc, phrase: Phrase) -> bool:
    """Whether the words are one of time here and not a number of things ("2000 people") or a word's other sense."""
    last, before = doc[phrase.end - 1], doc[phrase.start - 1] if phrase.start else None
    if _is_title(doc, phrase):
        return False
    if expression.rule == "decade" and before is not None and before.tag_ == "PRP$":
        return False
    if expression.rule == "duration" and phrase.end < len(doc) and doc[phrase.end].lower_ == "old":
        return False
    if expression.rule == "year" and expression.words[-1].symbol == "Y":
        return _is_year(doc, doc[phrase.end - 1])
    if expression.rule == "month" and len(expression.words) == 1:
        return last.pos_ in ("PROPN", "NOUN")
    if expression.rule == "season" and last.lower_ == "fall" and expression.say("LGXHYEIZ") is None:
        return len(expression.words) == 2 and doc[phrase.start - 1].lower_ in ("in", "this")
    if expression.rule == "season" and len(expression.words) == 1:
        plain = last.pos_ in ("NOUN", "PROPN") and last.ent_type_ not in ("PERSON", "ORG", "GPE")
        return plain and not (last.dep_ == "compound" and last.ent_type_ != "DATE")
    if expression.rule == "vague":
        return last.tag_ in _VAGUE_TAGS[expression.words[-1].symbol]
    if expression.rule == "often":
        return last.tag_ == "RB"
    return True


def _is_title(doc: Doc, phrase: Phrase) -> bool:
    """Whether the words are, or begin, the name of something else: "This Week", "the March for Life"."""
    first, last = doc[phrase.start], doc[phrase.end - 1]
    named = last.ent_type_ in ("ORG", "EVENT", "WORK_OF_ART", "FAC", "LAW")
    if phrase.end - phrase.start == 1:
        return named and last.pos_ == "PROPN" and last.lower_ not in governing("weekdays") and last.lower_.isalpha()
    return not first.is_sent_start and all(doc[i].text[0].isupper() for i in (phrase.start, phrase.end - 1)) and (
        first.lower_ in ("this", "last", "next") and last.pos_ != "PROPN" or first.lower_ == "this"
    )


def _is_year(doc: Doc, token: Token) -> bool:
    before = doc[token.i - 1].text if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and after.text != "," and (after.lower_ in ("year", "years") or _is_number_of(token, after)):
        return False
    if before in {"$", "€", "£", "#", "No."} or (after is not None and after.text in {"%", "percent", "km", "kg"}):
        return False
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    return token.ent_type_ == "DATE" or (not counts and (not token.ent_type_ or token.dep_ == "pobj"))


def _is_number_of(token: Token, after: Token) -> bool:
    return token.ent_type_ in ("CARDINAL", "QUANTITY") and after.pos_ in ("NOUN", "ADJ")


def _mark(doc: Doc, phrase: Phrase, reading: Reading, number: int) -> TimeMark:
    days = reading.days
    time = Time(
        id=f"t{number}",
        span=marks.span_of(doc, phrase),
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        begin=days.first.isoformat() if days else None,
        end=days.last.isoformat() if days else None,
        confidence=_SURE if days else _UNSURE,
    )
    return TimeMark(phrase, time)


@Language.factory(
    "sayso_times", assigns=["doc._.sayso_times"], requires=["token.dep", "token.tag", "doc._.sayso_report"]
)
def make_times(nlp: Language, name: str) -> Times:
    """The component, as spaCy's registry makes it."""
    return Times()
