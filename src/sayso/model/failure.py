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
