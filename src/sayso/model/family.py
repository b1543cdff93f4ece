"""Copies of one text, and reports of the same developments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["exact", "near", "shortened", "rewritten", "version"]
"""A version is another text at the same address."""


@dataclass(frozen=True, slots=True)
class Copy:
    """``report`` carries the text of the report ``of``; ``score`` from 0 to 1, ``evidence`` in words.

    >>> Copy("r2", "r1", "shortened", 0.94, ("credit line: (AFP)",)).kind
    'shortened'
    """

    report: str
    of: str
    kind: CopyKind
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that carry one text. ``original`` is the likeliest first one, ``why`` the evidence that it is.

    >>> Family("F1", "r1", ("published first",), (Copy("r2", "r1", "exact", 1.0, ()),)).original
    'r1'
    """

    id: str
    original: str
    why: tuple[str, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of the same developments.

    >>> Story("K1", ("r1", "r2")).reports
    ('r1', 'r2')
    """

    id: str
    reports: tuple[str, ...]
