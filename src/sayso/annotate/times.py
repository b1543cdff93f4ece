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
from sayso.annotate.timex.lengths import length_of
from sayso.annotate.timex.offsets import Dated, event_behind
from sayso.annotate.timex.reading import Reading, anchored_by
from sayso.annotate.timex.resolve import resolve
from sayso.annotate.timex.senses import is_time, years_named
from sayso.annotate.timex.words import governing
from sayso.knowledge.known import known_body
from sayso.marks import Phrase, TimeMark
from sayso.model import Report, Time
from sayso.model.reason import AnchoredBy, TimeReason, TimeSide

_WHOLE = frozenset({"era", "numeric", "the_year", "year", "decade"})
"""Rules whose expressions name their period themselves."""
_SURE, _UNSURE = 0.9, 0.6
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d|\d{4})(?![\d/])")


class Times(Component[list[TimeMark]]):
    """Finds the time expressions and what they mean; needs the parse, and `Report.published` for relative ones."""

    name = "sayso_times"
    version = "4"

    def predict(self, doc: Doc) -> list[TimeMark]:
        return _read(doc).found

    def reasons(self, doc: Doc) -> tuple[TimeReason, ...]:
        """Why each time of the Doc was read as it was."""
        return tuple(_read(doc).reasons)

    def set_annotations(self, doc: Doc, found: list[TimeMark]) -> None:
        marks.set_times(doc, found)


def _read(doc: Doc) -> _Reader:
    """Read the Doc from its first sentence to its last."""
    report = marks.get_report(doc)
    published = _published(report.published)
    deictic = governing("deictic")
    narrative = is_narrative(years_named(doc), published, sum(token.lower_ in deictic for token in doc))
    reader = _Reader(doc, Anchors(published, narrative, order=_order(doc, report)))
    for sentence in marks.sentences(doc):
        reader.read(sentence)
    return reader


class _Reader:
    """Reads a report sentence by sentence; ``found`` are its times so far, ``reasons`` why they were read so."""

    def __init__(self, doc: Doc, anchors: Anchors) -> None:
        self.doc, self.anchors = doc, anchors
        self.found: list[TimeMark] = []
        self.reasons: list[TimeReason] = []
        self.dated = Dated()

    def read(self, sentence: Tokens) -> None:
        self.anchors.end_sentence()
        waiting = [(found, _phrase(self.doc, found)) for found in expressions(sentence)]
        waiting = [(found, phrase) for found, phrase in waiting if is_time(found, self.doc, phrase)]
        for place, (expression, phrase) in enumerate(waiting):
            event = event_behind(self.doc, phrase.end) if expression.rule == "ago" else None
            anchors = self.anchors if event is None else self.anchors_of(event, waiting[place + 1 :])
            turn = side(self.doc[phrase.head])
            reading = resolve(expression, anchors, turn) if anchors else length_of(expression)
            if reading is None:
                continue
            mark = _mark(self.doc, phrase, reading, len(self.found) + 1)
            self.reasons.append(_reason(mark.time, expression, anchors, turn, told=event is not None))
            self.found.append(mark)
            if reading.value and reading.type in ("DATE", "TIME"):
                self.anchors.tell(reading.value, reading.dated)
                if len(reading.value) >= len("2011-10-06") and reading.days:
                    self.dated.tell(self.doc, phrase, reading.value[:10])
            if expression.rule == "quarter" and reading.days:
                self.anchors.quarter = reading.value

    def anchors_of(self, event: Token, behind: list[tuple[Expression, Phrase]]) -> Anchors | None:
        """What an offset from ``event`` reckons from; None where nobody has told when that was."""
        told = self.dated.day_of(event) or self.day_beside(event, behind)
        return replace(self.anchors, told=told) if told else None

    def day_beside(self, event: Token, behind: list[tuple[Expression, Phrase]]) -> str | None:
        """The day that the words of the event itself name: "the attack of May 3"."""
        if not behind:
            return None
        expression, phrase = behind[0]
        if not event.left_edge.i <= phrase.start <= event.right_edge.i or expression.rule not in ("day", "weekday"):
            return None
        reading = resolve(expression, self.anchors, side(self.doc[phrase.head]))
        return reading.value if reading and reading.days else None


def _reason(time: Time, expression: Expression, anchors: Anchors | None, turn: int, *, told: bool) -> TimeReason:
    """Why the time was read so; an expression that names all of its day or period reckons from nothing."""
    whole = expression.rule in _WHOLE or expression.say("Y") is not None or time.begin is None or anchors is None
    by = anchored_by(expression) or ("told" if anchors and anchors.narrative else "published")
    offset = expression.rule == "ago" and expression.say("g") is None
    day = anchors.day("told" if offset else by) if anchors else None
    if whole or day is None:
        return TimeReason(time, expression.rule, None, None, None)
    anchored: AnchoredBy = "event" if told else "told" if anchors and day != anchors.published else "publication"
    turned: TimeSide | None = "before" if turn < 0 else "after" if turn > 0 else None
    return TimeReason(time, expression.rule, turned, day.isoformat(), anchored)


def _published(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _order(doc: Doc, report: Report) -> str | None:
    """Whether day or month comes first in numeric dates: as one of them shows, else as the outlet's country has it."""
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


def _phrase(doc: Doc, expression: Expression) -> Phrase:
    start, end = expression.words[0].place, expression.words[-1].end
    return Phrase(start, end, doc[start:end].root.i)


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
