"""The Doc of a report: its text tokenised, untouched, with layout, sentence starts and quotations marked."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso import marks
from sayso.model import Report
from sayso.segment.layout import lay_out
from sayso.segment.quotes import find_quotes


def segment(report: Report, tokenize: Callable[[str], Doc]) -> Doc:
    """The Doc of ``report``; its text equals the report's, so that token offsets are offsets of the contract."""
    doc = tokenize(report.text)
    layout = lay_out(report)
    blocks = [
        marks.Block(piece.kind, *tokens) for piece in layout.pieces if (tokens := _tokens(doc, piece.start, piece.end))
    ]
    for block in blocks:
        doc[block.start].is_sent_start = True
        if block.end < len(doc):
            doc[block.end].is_sent_start = True
    marks.set_report(doc, layout.report)
    marks.set_blocks(doc, blocks)
    marks.set_quotes(doc, find_quotes(doc))
    return doc


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    span = doc.char_span(start, end, alignment_mode="expand") if end > start else None
    return (span.start, span.end) if span is not None and len(span) else None
