"""The list of sources."""

from __future__ import annotations

from sayso.model import SourceEntry
from sayso.tell.listing import Column, Listing
from sayso.tell.wording import days

_MOST_REPORTS = 8


def _numbers(reports: tuple[int, ...]) -> str:
    """The first reports, and how many more there are."""
    more = len(reports) - _MOST_REPORTS
    listed = ", ".join(map(str, reports[:_MOST_REPORTS]))
    return f"{listed} and {more} more" if more > 0 else listed


SOURCES: Listing[SourceEntry] = Listing(
    columns=(
        Column("source", lambda entry: entry.source, share=3),
        Column("standing", lambda entry: ", ".join(entry.standings), share=1, field="standings"),
        Column("statements", lambda entry: entry.statements),
        Column("said", lambda entry: entry.said),
        Column("denied", lambda entry: entry.denied),
        Column("declined", lambda entry: entry.declined),
        Column("reports", lambda entry: _numbers(entry.reports), share=1),
        Column("days", lambda entry: days(entry.first, entry.last), field="first"),
    ),
    confidence=lambda entry: 1.0,
    none="No sources.",
    name="sources",
)
"""Who is heard, how often, in which reports, and from when to when."""
