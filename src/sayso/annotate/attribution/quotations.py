"""Quotations: contents take in the whole of every quotation that they touch, and the ones that go on after them."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.attribution.draft import Draft, Run, trimmed
from sayso.marks import Quote

_SPOKEN, _TITLE = 4, 8
_ENDS = frozenset({",", ".", "?", "!", "…", "..."})


class Quotations:
    """The quotations of a Doc, found by position."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.quotes = marks.get_quotes(doc)
        self._starts = [quote.start for quote in self.quotes]

    def at(self, index: int) -> Quote | None:
        """The quotation that holds the token, its marks included."""
        place = bisect_right(self._starts, index) - 1
        return self.quotes[place] if place >= 0 and index < self.quotes[place].end else None

    def end_of(self, index: int) -> int:
        """The end of the quotation that holds the token; the token's own end where none does."""
        quote = self.at(index)
        return index + 1 if quote is None else quote.end

    def between(self, start: int, end: int) -> list[Quote]:
        """The quotations that start in ``[start, end)``."""
        return self.quotes[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def widened(self, run: Run, anchor: int) -> Run:
        """The run with the whole of the quotations at its ends, but for one that holds the cue as well."""
        start, end = run
        first, last = self.at(start), self.at(end - 1)
        if first is not None and not first.start <= anchor < first.end:
            start = first.start
        if last is not None and not last.start <= anchor < last.end:
            end = last.end
        return start, end

    def is_speech(self, quote: Quote) -> bool:
        """Whether the quotation is more than a word or two set in marks."""
        inner = [token for token in self.doc[quote.start + 1 : quote.end - 1] if not token.is_space]
        if len(inner) < 2 or (
            len(inner) <= _TITLE and not any(token.is_lower and token.is_alpha for token in inner[1:])
        ):
            return False
        if len(inner) < _SPOKEN:
            return inner[-1].text in _ENDS
        return inner[-1].text in _ENDS or any(token.pos_ in ("VERB", "AUX") for token in inner)


def merged(runs: list[Run]) -> list[Run]:
    """The runs in order, those that touch or overlap joined."""
    out: list[Run] = []
    for start, end in sorted(runs):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def widen(quotations: Quotations, draft: Draft) -> None:
    """Let the draft's content take in the quotations that it touches, and end before commas and full stops."""
    runs = merged([quotations.widened(run, draft.anchor) for run in draft.content])
    draft.content = [run for run in (trimmed(quotations.doc, run) for run in runs) if run[0] < run[1]]
