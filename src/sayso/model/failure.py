"""Failures: what becomes of a report that cannot be taken in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that did not come through: its path or id, the stage where it stopped, and the reason in one line.

    >>> Failure("a.txt", "read", "empty").reason
    'empty'
    """

    name: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class FailureEntry:
    """A failure that the store keeps until the report is read: ``name`` is whole (an absolute path, one line of many
    ``path:number``), ``source`` what is to be read again, ``at`` when it failed (ISO 8601, UTC).

    ``published`` and ``outlet`` are what was given to it beside its own.

    >>> FailureEntry("/in/a.jsonl:3", "/in/a.jsonl", "read", "no text", "2031-03-06T10:00:00+00:00", None, None).stage
    'read'
    """

    name: str
    source: str
    stage: str
    reason: str
    at: str
    published: str | None
    outlet: str | None
