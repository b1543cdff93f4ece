"""The list of statements."""

from __future__ import annotations

from sayso.model import StatementEntry
from sayso.tell.listing import Column, Listing
from sayso.tell.wording import days, said_by

STATEMENTS: Listing[StatementEntry] = Listing(
    columns=(
        Column("report", lambda entry: entry.report),
        Column("id", lambda entry: entry.id),
        Column("speaker", lambda entry: said_by(entry.speaker, entry.via), share=3),
        Column("standing", lambda entry: entry.standing),
        Column("stance", lambda entry: entry.stance),
        Column("mode", lambda entry: entry.mode, piped=True),
        Column("cue", lambda entry: entry.cue, piped=True),
        Column("words", lambda entry: entry.words, share=6),
        Column("occasion", lambda entry: entry.occasion, piped=True),
        Column("said", lambda entry: days(entry.said_from, entry.said_to), field="said_from"),
        Column("confidence", lambda entry: entry.confidence, piped=True),
    ),
    confidence=lambda entry: entry.confidence,
    none="No statements.",
    name="statements",
)
"""Who says it and who reports it, how far they stand to it, and their words."""
