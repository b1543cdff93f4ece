"""Intakes: reports on their way in, checked once whatever format they come in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.errors import ReadError
from sayso.model import Report

LONGEST = 1_000_000
"""The longest report, in characters: what spaCy parses in one piece (its ``max_length``), some 300 pages."""

_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Intake:
    """A report and the ``path`` it was read from; one line of many is ``path:number``, the standard input ``-``.

    ``original`` are the bytes that the text was taken out of, where it is not all of them.
    """

    path: str
    report: Report
    original: bytes | None = None


def check_text(path: str, text: str) -> str:
    """``text``, untouched; ReadError where it is empty, too long, or holds what no text holds."""
    if not text.strip():
        raise ReadError(path, "empty")
    if len(text) > LONGEST:
        raise ReadError(path, f"too long: {len(text):,} characters, at most {LONGEST:,}")
    if (position := text.find("\0")) >= 0:
        raise ReadError(path, f"holds a NUL at character {position}")
    if half := _HALF_PAIR.search(text):
        raise ReadError(path, f"holds half a surrogate pair at character {half.start()}")
    return text
