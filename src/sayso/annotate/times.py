"""Times: TIMEX3 expressions of a report, read in the order of the text against what was told before.

The scheme is that of ISO-TimeML (Pustejovsky et al. 2010) and of HeidelTime (Strötgen and Gertz 2010), with the side of
publication on which a day lies taken from the parse: the tense, modality and governing word of what it dates.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.component import Component
from sayso.annotate.timex.anchors import Anchors, is_narrative, side
from sayso.annotate.timex.grammar import Expression, expressions
from sayso.annotate.timex.resolve import Reading, resolve
from sayso.marks import Phrase, TimeMark
from sayso.model import Time

_SURE, _UNSURE = 0.9, 0.6
_VAGUE_TAGS = {"R": ("RB", "RBR"), "J": ("NN",), "G": ("NN",), "K": ("JJ",), "r": ("JJ",)}


class Times(Component[list[TimeMark]]):
    """Finds the time expressions and what they mean; needs the parse, and `Report.published` for relative ones."""

    name = "sayso_times"
    version = "1"

    def predict(self, doc: Doc) -> list[TimeMark]:
        published = _published(doc)
        anchors = Anchors(published, is_narrative(_years(doc), published))
        found: list[TimeMark] = []
        pages = [block.start for block in marks.get_blocks(doc)][::-1]
        for sentence in marks.sentences(doc):
            while pages and pages[-1] <= sentence.start:
                pages.pop()
                anchors.turn_page()
            for expression in expressions(sentence):
                phrase = _phrase(doc, expression)
                if not _is_time(expression, doc, phrase):
                    continue
                reading = resolve(expression, anchors, side(doc[phrase.head]))
                if reading is None:
                    continue
                if reading.value and reading.type in ("DATE", "TIME"):
                    anchors.tell(reading.value, reading.dated)
                if expression.rule == "quarter" and reading.days:
                    anchors.quarter = reading.value
                found.append(_mark(doc, phrase, reading, len(found) + 1))
        return found

    def set_annotations(self, doc: Doc, found: list[TimeMark]) -> None:
        marks.set_times(doc, found)


def _published(doc: Doc) -> date | None:
    published = marks.get_report(doc).published
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _years(doc: Doc) -> list[int]:
    """The years that the text names."""
    return [int(token.text) for token in doc if len(token) == 4 and token.text.isdecimal() and _is_year(doc, token)]


def _phrase(doc: Doc, expression: Expression) -> Phrase:
    start, end = expression.words[0].place, expression.words[-1].place + 1
    return Phrase(start, end, doc[start:end].root.i)


def _is_time(expression: Expression, doc: Doc, phrase: Phrase) -> bool:
    """Whether the words are one of time here and not a number of things ("2000 people") or a word's other sense."""
    last = doc[phrase.end - 1]
    if expression.rule == "year" and expression.words[-1].symbol == "Y":
        return _is_year(doc, doc[phrase.end - 1])
    if expression.rule == "month" and len(expression.words) == 1:
        return last.pos_ in ("PROPN", "NOUN")
    if expression.rule == "season" and last.lower_ == "fall" and expression.say("LGXHYEIZ") is None:
        return len(expression.words) == 2 and doc[phrase.start - 1].lower_ in ("in", "this")
    if expression.rule == "season" and len(expression.words) == 1:
        return last.pos_ in ("NOUN", "PROPN") and last.ent_type_ not in ("PERSON", "ORG", "GPE")
    if expression.rule == "vague":
        return last.tag_ in _VAGUE_TAGS[expression.words[-1].symbol]
    if expression.rule == "often":
        return last.tag_ == "RB"
    return True


def _is_year(doc: Doc, token: Token) -> bool:
    before = doc[token.i - 1].text if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before in {"$", "€", "£", "#", "No."} or (after is not None and after.text in {"%", "percent", "km", "kg"}):
        return False
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    return token.ent_type_ == "DATE" or (not counts and (not token.ent_type_ or token.dep_ == "pobj"))


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
