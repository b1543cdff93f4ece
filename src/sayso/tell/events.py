"""The list of events."""

from __future__ import annotations

from sayso.model import EventEntry
from sayso.tell.listing import Column, Listing
from sayso.tell.wording import days, did_to

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
