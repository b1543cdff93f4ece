"""The layout of plain text: headline, deck, dateline, byline, paragraphs, publication line, repeats."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from sayso.marks import BlockKind
from sayso.model import Report, Span


class Piece(NamedTuple):
    """A block of text by its characters ``[start, end)``."""

    kind: BlockKind
    start: int
    end: int


class Layout(NamedTuple):
    """The report with what its layout tells, and the blocks of its text."""

    report: Report
    pieces: list[Piece]


def lay_out(report: Report) -> Layout:
    """Find the blocks of ``report.text`` and what they tell about the report."""
    pieces = [Piece("paragraph", match.start(), match.end()) for match in re.finditer(r"\S[^\n]*(?<=\S)", report.text)]
    paragraphs = tuple(Span(piece.start, piece.end) for piece in pieces if piece.kind == "paragraph")
    return Layout(replace(report, language="en", paragraphs=paragraphs), pieces)
