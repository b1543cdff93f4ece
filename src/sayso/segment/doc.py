"""The Doc of a report: its text tokenised, untouched, with layout, sentence starts and quotations marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from sayso import marks
from sayso.model import Report
from sayso.segment.layout import Piece, lay_out
from sayso.segment.quotes import find_quotes
from sayso.segment.runs import tokenize_cut
from sayso.segment.tongue import language_of


def segment(report: Report, tokenize: Callable[[str], Doc]) -> Doc:
    """The Doc of ``report``; its text equals the report's, so that token offsets are offsets of the contract.

    A report that is not English has its language marked and no blocks, nothing to be read.
    """
    doc = tokenize_cut(report.text, tokenize)
    language = language_of(report.text)
    if language != "en":
        marks.set_report(doc, replace(report, language=language))
        marks.set_blocks(doc, [])
        return doc
    layout = lay_out(replace(report, language=language))
    blocks = _blocks(doc, layout.pieces)
    _start_sentences(doc, blocks)
    marks.set_report(doc, layout.report)
    marks.set_blocks(doc, blocks)
    marks.set_quotes(doc, find_quotes(doc))
    return doc


def is_english(doc: Doc) -> bool:
    """Whether the Doc is to be read further: its language is English."""
    return marks.get_report(doc).language == "en"


def _blocks(doc: Doc, pieces: list[Piece]) -> list[marks.Block]:
    """The pieces in tokens; a token glued over a border belongs to the piece that it begins in."""
    starts = [token.idx for token in doc]
    blocks: list[marks.Block] = []
    for piece in pieces:
        inside = blocks[-1].end if blocks else 0
        start, end = max(inside, bisect_right(starts, piece.start) - 1), bisect_left(starts, piece.end)
        if start < len(starts) and starts[start] < piece.start and doc[start].is_space:
            start += 1
        if start < end:
            blocks.append(marks.Block(piece.kind, start, end))
    return blocks


def _start_sentences(doc: Doc, blocks: list[marks.Block]) -> None:
    """A block begins a sentence, and white space before it never does (the parser puts it to the sentence before)."""
    begins = {block.start for block in blocks}
    for token in doc:
        if token.i in begins:
            token.is_sent_start = True
        elif token.is_space and token.i:
            token.is_sent_start = False
