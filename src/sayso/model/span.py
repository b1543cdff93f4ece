"""Spans: where in the untouched text a finding stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in Unicode code points of ``report.text``; never empty.

    >>> Span(0, 4).cut("Said he")
    'Said'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words of ``text`` that the span stands for."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters both spans hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def cut(spans: Iterable[Span], text: str) -> str:
    """The words of a field that may be discontinuous, its parts joined by an ellipsis."""
    return " … ".join(span.cut(text) for span in spans)
