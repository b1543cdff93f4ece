"""A Doc as the trained reader sees it, and what it finds there, in tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.attribution.draft import Run
from sayso.inference.attributions import attributions
from sayso.inference.pieces import Pieces, Stretch, cut

_UNREAD = frozenset({"repeat", "publication"})


class Reading(NamedTuple):
    """An attribution as runs of tokens; the shares are how sure its parts are, each in [0, 1]."""

    cue: Run
    source: Run | None
    contents: list[Run]
    of_cue: float
    of_source: float
    of_content: float


def read(doc: Doc) -> list[Reading]:
    """The attributions that the trained reader finds, in the order of their cues.

    What is said stands where its cue stands, in headline, deck or body: the reader sees blocks side by side, and may
    take a dateline for the beginning of a sentence.
    """
    pieces = cut_doc(doc)
    starts = [token.idx for token in doc]
    part_at = _parts(doc)

    def run(first: int, behind: int) -> Run:
        start = bisect_right(starts, int(pieces.starts[first])) - 1
        return start, max(start + 1, bisect_left(starts, int(pieces.ends[behind - 1])))

    found = []
    for one in attributions(pieces):
        cue = run(*one.cue)
        contents = [part for content in one.contents for part in _within(run(*content), part_at, part_at.get(cue[0]))]
        if contents:
            source = run(*one.source) if one.source else None
            found.append(Reading(cue, source, contents, one.of_cue, one.of_source, one.of_content))
    return found


def _parts(doc: Doc) -> dict[int, str]:
    """The part of the report that each token stands in, by the kind of its block: paragraphs are one part."""
    return {index: block.kind for block in marks.get_blocks(doc) for index in range(block.start, block.end)}


def _within(run: Run, part_at: dict[int, str], part: str | None) -> Iterator[Run]:
    """The stretches of the run that stand in that part of the report."""
    start = None
    for index in range(*run):
        inside = part_at.get(index, part) == part
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, run[1]


def cut_doc(doc: Doc) -> Pieces:
    """The word pieces of all blocks but repeats and publication lines."""
    stretches = [
        Stretch(doc[block.start].idx, _end(doc, block.end - 1), block.kind in ("headline", "deck"))
        for block in marks.get_blocks(doc)
        if block.kind not in _UNREAD
    ]
    quotations = [(doc[quote.start].idx, _end(doc, quote.end - 1)) for quote in marks.get_quotes(doc)]
    return cut(doc.text, stretches, quotations)


def _end(doc: Doc, last: int) -> int:
    return doc[last].idx + len(doc[last])
