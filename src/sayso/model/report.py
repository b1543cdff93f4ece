"""The report: a text as it came, what is known of it, and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Dateline:
    """``KABUL, Oct 5 (Reuters) —``: where (and by whom) the report was filed.

    >>> Dateline(Span(0, 5), "p1").span.cut("TARN: They met.")
    'TARN:'
    """

    span: Span
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A block that says again what the earlier block ``of`` said.

    >>> Repeat(Span(90, 120), of=Span(10, 40)).of
    Span(start=10, end=40)
    """

    span: Span
    of: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``id`` and ``text`` are always there, the rest where it is given or found.

    ``published`` is an ISO 8601 day; ``dated_by`` and ``outlet_by`` are the words that gave day and outlet
    when they were read off the text. ``title`` is a headline that is not part of ``text``.
    ``language`` is an ISO 639-1 code; only ``en`` is read further.

    >>> Report("r1", "Talks failed.", published="2011-10-06").outlet is None
    True
    """

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    headline: Span | None = None
    deck: Span | None = None
    dateline: Dateline | None = None
    byline: Span | None = None
    credit: Span | None = None
    dated_by: Span | None = None
    outlet_by: Span | None = None
    paragraphs: Spans = ()
    repeats: tuple[Repeat, ...] = ()
    contexts: tuple[str, ...] = ()

    def as_given(self) -> Report:
        """The report as it came in: without its layout and without what was read off its text."""
        published = None if self.dated_by else self.published
        outlet = None if self.outlet_by else self.outlet
        return Report(self.id, self.text, published, outlet, self.url, self.title)
