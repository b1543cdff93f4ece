"""A Doc as the trained reader sees it, and what it finds there, in tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    """The attributions that the trained reader finds, in the order of their cues."""
    pieces = cut_doc(doc)
    starts = [token.idx for token in doc]

    def run(first: int, behind: int) -> Run:
        start = bisect_right(starts, int(pieces.starts[first])) - 1
        return start, max(start + 1, bisect_left(starts, int(pieces.ends[behind - 1])))

    return [
        Reading(
            run(*found.cue),
            run(*found.source) if found.source else None,
            [run(*content) for content in found.contents],
            found.of_cue,
            found.of_source,
            found.of_content,
        )
        for found in attributions(pieces)
    ]


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
