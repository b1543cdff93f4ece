"""The list of events, and events whole: with tolls, order, every mention, and what their report is about."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import groupby

from sayso.model import Event, EventEntry, Findings, Index, Span
from sayso.tell.listing import Column, Listing
from sayso.tell.record import event_section
from sayso.tell.section import Line, Section
from sayso.tell.wording import days, did_to

_AROUND = 40

EVENTS: Listing[EventEntry] = Listing(
    columns=(
        Column("report", lambda entry: entry.report),
        Column("id", lambda entry: entry.id),
        Column("type", lambda entry: entry.type),
        Column("mode", lambda entry: entry.mode, piped=True),
        Column("status", lambda entry: entry.status),
        Column("words", lambda entry: entry.trigger, share=3, field="trigger"),
        Column(
            "who",
            lambda entry: did_to(entry.actor, entry.recipient, via=entry.mediator, beside=entry.participant),
            share=6,
            field="actor",
        ),
        Column("when", lambda entry: days(entry.begin, entry.end) or entry.when, field="begin"),
        Column("where", lambda entry: entry.where, share=2),
        Column("country", lambda entry: entry.country, piped=True),
        Column("say-so", lambda entry: entry.say_so, share=3, field="say_so"),
        Column("historical", lambda entry: "yes" if entry.historical else "", piped=True),
        Column("confidence", lambda entry: entry.confidence, piped=True),
    ),
    confidence=lambda entry: entry.confidence,
    none="No events.",
    name="events",
)
"""Who did what to whom, when, where, and on whose say-so (empty: the report's own)."""


def tell_events(entries: Iterable[EventEntry], findings: Callable[[int], Findings]) -> Iterator[Section]:
    """The events whole, below the report that tells them; ``findings`` gives the record of a report's number."""
    for number, those in groupby(entries, key=lambda entry: entry.report):
        record = findings(number)
        index = Index(record)
        yield Section(f"Report {number}", (Line("contexts", ", ".join(record.report.contexts) or "none told"),))
        for entry in those:
            event = index.events[entry.id]
            section = event_section(index, event)
            told = (Line("told", _in_context(span, index.text)) for span in event.trigger)
            yield section._replace(lines=(*section.lines, *told))


def event_lines(entries: Iterable[EventEntry], findings: Callable[[int], Findings]) -> Iterator[str]:
    """The same as JSON Lines: the fields of the entry, and ``counts``, ``order``, ``mentions`` and ``contexts``."""
    for number, those in groupby(entries, key=lambda entry: entry.report):
        record = findings(number)
        index = Index(record)
        for entry in those:
            whole = asdict(entry) | _whole(index, index.events[entry.id]) | {"contexts": record.report.contexts}
            yield json.dumps(whole, ensure_ascii=False)


def _whole(index: Index, event: Event) -> dict[str, object]:
    def words(span: Span) -> dict[str, object]:
        return {"span": [span.start, span.end], "words": span.cut(index.text)}

    return {
        "counts": [{"what": one.what, "low": one.low, "high": one.high} | words(one.span) for one in event.counts],
        "order": [asdict(one) for one in event.order],
        "mentions": [words(span) for span in event.trigger],
    }


def _in_context(span: Span, text: str) -> str:
    """The words in [[brackets]], with what stands around them."""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return " ".join(f"…{before}[[{span.cut(text)}]]{after}…".split())
