"""The list of what could not be read."""

from __future__ import annotations

from pathlib import PurePath

from sayso.model import FailureEntry
from sayso.tell.listing import Column, Listing

FAILURES: Listing[FailureEntry] = Listing(
    columns=(
        Column("failed", lambda entry: entry.at[:16].replace("T", " ")),
        Column("stage", lambda entry: entry.stage),
        Column("file", lambda entry: PurePath(entry.name).name, share=2),
        Column("reason", lambda entry: entry.reason, share=3),
        Column("path", lambda entry: entry.name, piped=True),
        Column("published", lambda entry: entry.published, piped=True),
        Column("outlet", lambda entry: entry.outlet, piped=True),
    ),
    confidence=lambda _: 1.0,
    none="Nothing failed that was not read since.",
)
"""When (UTC), at which stage, what and why; in a pipe also the whole path and what was given to it."""
