"""The layout of plain text: headline, deck, dateline, byline, paragraphs, publication line, repeats.

What stands over the report is read from the top down to its first paragraph, what stands under it from the end up; all
between is paragraphs. What the input gives wins over what the text tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sayso.marks import BlockKind
from sayso.model import Dateline, Repeat, Report, Span
from sayso.segment.dateline import Filed, read_dateline
from sayso.segment.days import day_in_address
from sayso.segment.furniture import Furniture, is_office, is_summary_label, leading_day, read_furniture
from sayso.segment.headline import is_deck, is_headline
from sayso.segment.repeats import find_repeats
from sayso.segment.units import units

_TOP, _FOOT, _LONGEST_DECK = 12, 4, 45


class Piece(NamedTuple):
    """A block of text by its characters ``[start, end)``."""

    kind: BlockKind
    start: int
    end: int


class Layout(NamedTuple):
    """The report with what its layout tells, and the blocks of its text."""

    report: Report
    pieces: list[Piece]


def lay_out(report: Report) -> Layout:
    """Find the blocks of ``report.text`` and what they tell about the report."""
    sheet = _Sheet(report, units(report.text, _stands_alone))
    sheet.read_foot()
    sheet.read_top()
    sheet.learn_from_address()
    sheet.read_body()
    return sheet.layout()


@dataclass(slots=True)
class _Sheet:
    """A report in the reading: ``units[first:last]`` are what neither top nor foot has taken yet."""

    report: Report
    units: list[Span]
    pieces: list[Piece] = field(default_factory=list)
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        self.last = len(self.units)

    def words(self, number: int) -> str:
        return self.units[number].cut(self.report.text)

    def read_foot(self) -> None:
        """Take credits, publication lines and the like from the end, leaving one unit at least."""
        for _ in range(_FOOT):
            if self.last < 2 or not (found := read_furniture(self.words(self.last - 1))):
                return
            self.last -= 1
            self.take(found, self.units[self.last])

    def read_top(self) -> None:
        """Take furniture, headline, decks and dateline from the top, leaving one unit at least."""
        filed = self.filed()
        reach = min(self.last - 1, _TOP) if filed is None else filed
        while self.first < reach and (kind := self.kind_of(self.first, filed)):
            span = self.units[self.first]
            self.first += 1
            if isinstance(kind, Furniture):
                self.take(kind, span)
            else:
                self.name(kind, span)
        if filed == self.first:
            self.file(self.units[filed])
        elif self.first < self.last and not self.report.published and (day := leading_day(self.words(self.first))):
            span = self.units[self.first]
            self.take(Furniture("publication", day), Span(span.start, span.start + day.end))
            self.units[self.first] = self.rest(span, day.end)

    def filed(self) -> int | None:
        """The unit that the dateline begins, where nothing but headline, decks and furniture can stand over it."""
        for number in range(self.first, min(self.last, _TOP)):
            words = self.words(number)
            if read_dateline(words):
                return number
            if len(words.split()) > _LONGEST_DECK:
                return None
        return None

    def kind_of(self, number: int, filed: int | None) -> BlockKind | Furniture | None:
        words = self.words(number)
        if found := read_furniture(words):
            return found
        if is_office(words) and (filed is not None or self.report.title or read_furniture(self.words(number + 1))):
            return "byline"
        if number and is_summary_label(self.words(number - 1)):
            return "deck"
        following, furniture_follows = self.below(number)
        if not self.has("headline"):
            if self.report.title and words.split() == self.report.title.split():
                return "headline"
            fits = is_headline(words, following, furniture_follows=furniture_follows or filed is not None)
            return "headline" if fits and not self.report.title else None
        if filed is not None or self.stands_over_furniture(number):
            return "deck"
        return "deck" if not self.has("deck") and is_deck(words, self.cut("headline"), following) else None

    def below(self, number: int) -> tuple[str, bool]:
        """The next unit that is neither furniture nor a dateline alone, and whether such stands between."""
        for other in range(number + 1, self.last):
            if not _stands_alone(self.words(other)):
                return self.words(other), other > number + 1
        return "", False

    def stands_over_furniture(self, number: int) -> bool:
        """Whether a date or a byline stands below the unit, as they do below a deck."""
        if number + 2 >= self.last or len(self.words(number).split()) > _LONGEST_DECK:
            return False
        below = read_furniture(self.words(number + 1))
        return below is not None and (below.day is not None or below.kind == "byline")

    def file(self, unit: Span) -> None:
        """Take the dateline; what is left of its unit is the first paragraph."""
        filed = read_dateline(unit.cut(self.report.text))
        if filed is None:
            return
        span = Span(unit.start, unit.start + filed.end)
        self.pieces.append(Piece("dateline", *span))
        self.report = replace(self.report, dateline=Dateline(span))
        self.learn(filed, span)
        if span.end < unit.end:
            self.units[self.first] = self.rest(unit, filed.end)
        else:
            self.first += 1

    def rest(self, unit: Span, taken: int) -> Span:
        left = unit.cut(self.report.text)[taken:]
        return Span(unit.end - len(left.lstrip()), unit.end)

    def take(self, found: Furniture, span: Span) -> None:
        self.name(found.kind, span)
        self.learn(found, span)
        if found.outlet and not self.report.outlet:
            outlet = Span(span.start + found.outlet[0], span.start + found.outlet[1])
            self.report = replace(self.report, outlet=outlet.cut(self.report.text), outlet_by=outlet)

    def learn(self, found: Furniture | Filed, span: Span) -> None:
        """Keep the day and the credit that a unit gives, unless they are known; an address wins over a dateline."""
        if isinstance(found, Filed):
            self.learn_from_address()
        if found.day and not self.report.published:
            dated_by = Span(span.start + found.day.start, span.start + found.day.end)
            self.report = replace(self.report, published=found.day.iso, dated_by=dated_by)
        if found.credit and not self.report.credit:
            self.report = replace(self.report, credit=Span(span.start + found.credit[0], span.start + found.credit[1]))

    def learn_from_address(self) -> None:
        """Keep the day that the report's address names, unless one is known."""
        if not self.report.published and self.report.url and (day := day_in_address(self.report.url)):
            self.report = replace(self.report, published=day)

    def name(self, kind: BlockKind, span: Span) -> None:
        """Add a piece; the first of its kind is the report's headline, deck or byline."""
        if kind == "headline" and not self.report.title:
            self.report = replace(self.report, headline=span)
        elif kind == "deck" and not self.has("deck"):
            self.report = replace(self.report, deck=span)
        elif kind == "byline" and not self.report.byline and not _is_credit(span.cut(self.report.text)):
            self.report = replace(self.report, byline=span)
        self.pieces.append(Piece(kind, *span))

    def read_body(self) -> None:
        """The rest is paragraphs, those that repeat what an earlier unit said apart."""
        self.pieces += [Piece("paragraph", *span) for span in self.units[self.first : self.last]]
        self.pieces.sort(key=lambda piece: piece.start)
        again = find_repeats([self.report.text[piece.start : piece.end] for piece in self.pieces])
        repeats: list[Repeat] = []
        last = (-2, -2)
        for number, of in again:
            span, first = (Span(*self.pieces[index][1:]) for index in (number, of))
            self.pieces[number] = self.pieces[number]._replace(kind="repeat")
            if last == (number - 1, of - 1):
                begun = repeats.pop()
                span, first = Span(begun.span.start, span.end), Span(begun.of.start, first.end)
            repeats.append(Repeat(span, first))
            last = (number, of)
        self.report = replace(self.report, repeats=tuple(repeats))

    def layout(self) -> Layout:
        paragraphs = tuple(Span(start, end) for kind, start, end in self.pieces if kind == "paragraph")
        return Layout(replace(self.report, paragraphs=paragraphs), self.pieces)

    def has(self, kind: BlockKind) -> bool:
        return any(piece.kind == kind for piece in self.pieces)

    def cut(self, kind: BlockKind) -> str:
        return next(self.report.text[piece.start : piece.end] for piece in self.pieces if piece.kind == kind)


def _stands_alone(line: str) -> bool:
    filed = read_dateline(line)
    return bool(read_furniture(line)) or bool(filed and filed.end == len(line))


def _is_credit(unit: str) -> bool:
    found = read_furniture(unit)
    return bool(found and found.credit)
