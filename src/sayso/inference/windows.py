"""Windows: whole blocks packed up to the length that the encoder reads at once.

A window repeats the last block of the one before it where that is short, so that a source can be seen from the next
paragraph; what is repeated is context only. Every piece is decided in one window, by its report alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LONGEST = 192
"""Pieces in a window."""

REPEATED = 28
"""Pieces of context at most: 15 % of a window."""

Range = tuple[int, int]


class Window(NamedTuple):
    """Pieces ``[start, end)``; those before ``fresh`` are context."""

    start: int
    fresh: int
    end: int


def windows(blocks: Sequence[Range], stops: Sequence[int], longest: int = LONGEST) -> list[Window]:
    """The windows over ``blocks``, ranges of pieces in order; ``stops`` are the pieces that end sentences, sorted.

    A block longer than a window is cut behind the last stop that fits, or where the window ends.
    """
    found: list[Window] = []
    last: Range | None = None
    for block in blocks:
        for part in _parts(block, stops, longest):
            if found and part[1] - found[-1].start <= longest:
                found[-1] = found[-1]._replace(end=part[1])
            else:
                found.append(Window(_context(last, part, longest), part[0], part[1]))
            last = part
    return found


def _context(last: Range | None, part: Range, longest: int) -> int:
    """Where a window that begins with ``part`` begins to read: at the part before it, if both fit."""
    if last is None or last[1] - last[0] > REPEATED or part[1] - last[0] > longest:
        return part[0]
    return last[0]


def _parts(block: Range, stops: Sequence[int], longest: int) -> Iterator[Range]:
    start, end = block
    while end - start > longest:
        place = bisect_left(stops, start + longest) - 1
        cut = stops[place] + 1 if place >= 0 and stops[place] >= start + longest // 2 else start + longest
        yield start, cut
        start = cut
    if start < end:
        yield start, end
