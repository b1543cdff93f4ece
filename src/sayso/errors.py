"""Every error that sayso raises on purpose.

SaysoError
├── UsageError          arguments or settings that cannot be used (exit status 2)
│   └── ModelError      the spaCy pipeline is missing or does not fit
├── ReportError         one report cannot be taken in; carries its name and the stage
│   ├── ReadError       its bytes are no report
│   ├── DecodeError     a record or an input line is not what the contract says
│   └── ConflictError   its id already stands for another text
├── GazetteerError      the gazetteer cannot be made or read
└── StoreError          the workspace cannot be opened, read or written
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of the tree; its text is one line, fit to be shown to a person.

    >>> issubclass(StoreError, SaysoError)
    True
    """


class UsageError(SaysoError):
    """Arguments or settings that cannot be used.

    >>> str(UsageError("published: 'soon' is not a day (YYYY-MM-DD)"))
    "published: 'soon' is not a day (YYYY-MM-DD)"
    """


class ModelError(UsageError):
    """The spaCy pipeline is missing, or lacks what sayso needs of it.

    >>> issubclass(ModelError, UsageError)
    True
    """


class ReportError(SaysoError):
    """One report cannot be taken in: ``name`` is its path or id, ``stage`` where it stopped.

    >>> ReportError("a.txt", "too strange", "annotate").stage
    'annotate'
    """

    stage = "read"

    def __init__(self, name: str, reason: str, stage: str | None = None) -> None:
        super().__init__(name, reason, stage)
        self.name = name
        self.reason = reason
        self.stage = stage or self.stage

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class ReadError(ReportError):
    """The bytes are not a report: empty, binary, undecodable, missing.

    >>> str(ReadError("a.txt", "empty"))
    'a.txt: empty'
    """


class DecodeError(ReportError):
    """A line of JSON is not the contract's input line or record.

    >>> DecodeError("r1", "no such field").stage
    'decode'
    """

    stage = "decode"


class ConflictError(ReportError):
    """The report's id already stands for another text in the store.

    >>> ConflictError("r1", "id r1 already stands for another text").stage
    'record'
    """

    stage = "record"


class GazetteerError(SaysoError):
    """The gazetteer cannot be made in the user's cache, or its file is damaged.

    >>> issubclass(GazetteerError, SaysoError)
    True
    """


class StoreError(SaysoError):
    """The workspace cannot be opened, read or written.

    >>> str(StoreError(".sayso/sayso.db: database is locked"))
    '.sayso/sayso.db: database is locked'
    """
