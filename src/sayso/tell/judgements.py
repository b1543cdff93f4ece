"""The list of decisions that persons made on events."""

from __future__ import annotations

from sayso.model import JudgementEntry
from sayso.tell.listing import Column, Listing

JUDGEMENTS: Listing[JudgementEntry] = Listing(
    columns=(
        Column("report", lambda entry: entry.report),
        Column("words", lambda entry: entry.words, share=3),
        Column("other report", lambda entry: entry.other_report, field="other_report"),
        Column("other words", lambda entry: entry.other_words, share=3, field="other_words"),
        Column("decided", lambda entry: entry.decided),
        Column("binds", lambda entry: "yes" if entry.binds else "no"),
    ),
    confidence=lambda entry: 1.0 if entry.binds else 0.0,
    none="Nothing was decided.",
    name="judgements",
)
"""What was decided last of two events; grey where it binds nothing."""
