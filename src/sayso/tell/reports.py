"""The list of reports."""

from __future__ import annotations

from pathlib import PurePath

from sayso.model import ReportEntry
from sayso.tell.listing import Column, Listing

REPORTS: Listing[ReportEntry] = Listing(
    columns=(
        Column("report", lambda entry: entry.number, field="number"),
        Column("id", lambda entry: entry.id, piped=True),
        Column("published", lambda entry: entry.published),
        Column("outlet", lambda entry: entry.outlet, share=2),
        Column("headline", lambda entry: entry.headline, share=5),
        Column("statements", lambda entry: entry.statements),
        Column("events", lambda entry: entry.events),
        Column("language", lambda entry: entry.language, piped=True),
        Column("file", lambda entry: PurePath(entry.path).name, share=3, field="path"),
        Column("path", lambda entry: entry.path, piped=True),
    ),
    confidence=lambda entry: 1.0 if entry.language in {"en", None} else 0.0,
    none="No reports.",
    name="reports",
)
"""Number, day, outlet, headline, what was found, and where it came from; a report that was left unread is grey."""
