"""JSON Lines: one entry a line, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from sayso.model import (
    Candidate,
    EventEntry,
    FailureEntry,
    FamilyEntry,
    Hit,
    JudgementEntry,
    KnownActor,
    Linked,
    ReportEntry,
    SourceEntry,
    StatementEntry,
)

Entry = (
    ReportEntry
    | StatementEntry
    | SourceEntry
    | EventEntry
    | FailureEntry
    | FamilyEntry
    | JudgementEntry
    | Hit
    | KnownActor
    | Candidate
    | Linked
)


def entry_line(entry: Entry) -> str:
    """The entry as one JSON object, its fields under their own names."""
    if isinstance(entry, Linked):
        return entry.to_json()
    return json.dumps(asdict(entry), ensure_ascii=False)
