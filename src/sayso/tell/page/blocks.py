"""Blocks: the whole text of a report as it is laid out, from its first letter to its last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sayso.model import Report, Span

BlockKind = Literal["headline", "deck", "byline", "dateline", "paragraph", "publication", "furniture"]

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")


class Block(NamedTuple):
    """One block; ``repeat`` says that an earlier block said it before."""

    kind: BlockKind
    span: Span
    repeat: bool = False


def lay_out(report: Report) -> tuple[Block, ...]:
    """The blocks in the order of the text; nothing but blanks stands outside them, nothing stands in two.

    A dateline on the line that it opens belongs to that paragraph. What no part of the layout holds is publication
    where it gives outlet, day or agency, else furniture.

    >>> [block.kind for block in lay_out(Report("r1", "Head\\n\\nBody.", headline=Span(0, 4)))]
    ['headline', 'furniture']
    """
    return tuple(
        Block(block.kind, block.span, any(block.span.overlap(repeat.span) for repeat in report.repeats))
        for block in _filled(report)
    )


def _filled(report: Report) -> Iterator[Block]:
    cursor = 0
    for kind, span in _joined(report):
        start, end = max(cursor, span.start), min(span.end, len(report.text))
        if start < end:
            yield from _between(report, Span(cursor, start))
            yield Block(kind, Span(start, end))
            cursor = end
    yield from _between(report, Span(cursor, len(report.text)))


def _joined(report: Report) -> Iterator[tuple[BlockKind, Span]]:
    """The parts of the layout by their place, a dateline joined to the paragraph on its line."""
    filed: Span | None = None
    for kind, span in sorted(_parts(report), key=lambda part: part[1]):
        if filed and kind == "paragraph" and not set(report.text[filed.end : span.start]) & set("\n\r"):
            yield "paragraph", Span(filed.start, span.end)
        else:
            if filed:
                yield "dateline", filed
            if kind != "dateline":
                yield kind, span
        filed = span if kind == "dateline" else None
    if filed:
        yield "dateline", filed


def _parts(report: Report) -> Iterator[tuple[BlockKind, Span]]:
    if report.headline:
        yield "headline", report.headline
    if report.deck:
        yield "deck", report.deck
    if report.byline:
        yield "byline", report.byline
    if report.dateline:
        yield "dateline", report.dateline.span
    for span in report.paragraphs:
        yield "paragraph", span
    for repeat in report.repeats:
        yield "paragraph", repeat.span


def _between(report: Report, gap: Span) -> Iterator[Block]:
    gives = [span for span in (report.outlet_by, report.dated_by, report.credit) if span]
    for line in _LINE.finditer(report.text, gap.start, gap.end):
        span = Span(*line.span())
        yield Block("publication" if any(map(span.overlap, gives)) else "furniture", span)
