"""Every error that sayso raises on purpose.

    SaysoError
    ├── UsageError          arguments or settings that cannot be used (exit status 2)
    │   └── ModelError      the spaCy pipeline is missing or does not fit
    ├── ReportError         one report cannot be taken in; carries its name and the stage
    │   ├── ReadError       its bytes are no report
    │   └── DecodeError     a record or an input line is not what the contract says
    └── StoreError          the workspace cannot be opened, read or written
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of the tree; its text is one line, fit to be shown to a person."""


class UsageError(SaysoError):
    """Arguments or settings that cannot be used."""


class ModelError(UsageError):
    """The spaCy pipeline is missing, or lacks what sayso needs of it."""


class ReportError(SaysoError):
    """One report cannot be taken in: ``name`` is its path or id, ``stage`` where it stopped."""

    stage = "read"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class ReadError(ReportError):
    """The bytes are not a report: empty, binary, undecodable, missing."""


class DecodeError(ReportError):
    """A line of JSON is not the contract's input line or record."""

    stage = "decode"


class StoreError(SaysoError):
    """The workspace cannot be opened, read or written."""
