"""Attributions in word pieces: the encoder finds cues, the linker finds each cue's source and content.

Source, cue and content are those of PolNeAR (Newell et al. 2018). The linker labels every piece of a window anew for
each cue, as He et al. (2017) label semantic roles, so that a source may serve several cues and a content may be split.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from sayso.inference.decoding import Found, Scores, log_softmax, spans
from sayso.inference.linking import distance_buckets
from sayso.inference.pieces import Pieces
from sayso.inference.shelf import open_session
from sayso.inference.windows import Range, Window, windows

_CLS, _SEP = 101, 102
_STOPS = (999, 1012, 1029)
"""The pieces ! . ?"""

_EAGER = 1.0
"""Added to the log-odds of a cue: the linker turns false ones away, but cannot bring back missed ones."""

_SOURCE, _CONTENT = 0, 1

_GROUP = 64
"""Windows decoded at once: enough to be fast, few enough that a long report takes no more memory than a short one."""


class Attribution(NamedTuple):
    """A cue with its source and contents, as ranges of pieces, and how sure each is: a probability in [0, 1]."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    of_cue: float
    of_source: float
    of_content: float


class _Seen(NamedTuple):
    """A window as the encoder sees it: the linker's view of its pieces, CLS and SEP too, and the scores of cues."""

    window: Window
    view: NDArray[np.float32]
    scores: Scores


class _Cue(NamedTuple):
    """A cue in its window, counted from the window's first piece."""

    seen: _Seen
    span: Range
    sure: float


def attributions(pieces: Pieces) -> list[Attribution]:
    """The attributions of a report, in the order of their cues."""
    stops = np.flatnonzero(np.isin(pieces.ids, _STOPS)).tolist()
    found: list[Attribution] = []
    for group in _groups(windows(pieces.blocks, stops)):
        cues = _cues([_see(pieces, window) for window in group])
        scores = [row for _, some in groupby(cues, lambda cue: cue.seen.window) for row in _link(list(some))]
        for cue, row, labelled in zip(cues, scores, _spans(scores), strict=True):
            found += _attribution(cue, row, labelled)
    return sorted(found, key=lambda one: one.cue)


def _groups(found: list[Window]) -> Iterator[list[Window]]:
    """The windows, some at a time."""
    for start in range(0, len(found), _GROUP):
        yield found[start : start + _GROUP]


def _see(pieces: Pieces, window: Window) -> _Seen:
    inside = slice(window.start, window.end)
    ids = np.concatenate([[_CLS], pieces.ids[inside], [_SEP]]).astype(np.int64)[None]
    printed = np.concatenate([[0], pieces.marks[inside], [0]]).astype(np.int64)[None]
    view, flat = _encoder().run(None, {"ids": ids, "marks": printed})
    return _Seen(window, view, log_softmax(flat[0, 1:-1, 0]))


def _cues(group: list[_Seen]) -> list[_Cue]:
    """The cues of the windows, but for those in what is context only."""
    eager = [seen.scores + _EAGER * (np.arange(seen.scores.shape[1]) > 0) for seen in group]
    return [
        _Cue(seen, (start, end), _sureness(seen.scores, start, end, 0))
        for seen, found in zip(group, _spans(eager), strict=True)
        for start, end, _ in found
        if start >= seen.window.fresh - seen.window.start
    ]


def _link(cues: list[_Cue]) -> list[Scores]:
    """For each of the cues of one window, the scores of its pieces' labels."""
    view = cues[0].seen.view
    own, distance = (np.zeros((len(cues), view.shape[1]), kind) for kind in (np.float32, np.int64))
    for row, cue in enumerate(cues):
        start, end = cue.span[0] + 1, cue.span[1] + 1
        own[row, start:end] = 1
        distance[row] = distance_buckets(view.shape[1], start, end)
    others = own.sum(0)[None] - own
    logits = _linker().run(None, {"view": view, "own": own, "others": others, "distance": distance})[0]
    return list(log_softmax(logits[:, 1:-1]))


def _spans(scores: list[Scores]) -> list[list[Found]]:
    """The spans of each, all decoded at once."""
    lengths = np.array([len(row) for row in scores], np.int64)
    together = np.zeros((len(scores), lengths.max(initial=1), scores[0].shape[1] if scores else 1), np.float32)
    for place, row in enumerate(scores):
        together[place, : len(row)] = row
    return spans(together, lengths)


def _attribution(cue: _Cue, scores: Scores, found: list[Found]) -> Iterator[Attribution]:
    """One, or none where the cue has no content."""
    sources = [(start, end) for start, end, kind in found if kind == _SOURCE]
    contents = [(start, end) for start, end, kind in found if kind == _CONTENT]
    if not contents:
        return
    source = max(sources, key=lambda span: _sureness(scores, span[0], span[1], _SOURCE), default=None)
    nobody = float(np.exp(scores[:, 1:5].max(1)).max())
    size = sum(end - start for start, end in contents)
    of_content = sum((end - start) * _sureness(scores, start, end, _CONTENT) for start, end in contents) / size
    of_source = _sureness(scores, source[0], source[1], _SOURCE) if source else 1 - nobody
    base = cue.seen.window.start
    yield Attribution(
        _moved(cue.span, base),
        _moved(source, base) if source else None,
        tuple(_moved(content, base) for content in contents),
        cue.sure,
        of_source,
        of_content,
    )


def _sureness(scores: Scores, start: int, end: int, kind: int) -> float:
    """The mean probability, over the pieces of a span, that a piece is of its kind."""
    first = 1 + 4 * kind
    return float(np.exp(scores[start:end, first : first + 4]).sum(1).mean())


def _moved(span: Range, base: int) -> Range:
    return span[0] + base, span[1] + base


@cache
def _encoder() -> InferenceSession:
    return open_session("statements", "encoder")


@cache
def _linker() -> InferenceSession:
    return open_session("statements", "linker")
