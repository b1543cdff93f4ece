"""Lines -> units: a unit is a line, or the lines of one paragraph where the text is hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from sayso.model import Span

_LINE = re.compile(r"[^\n]+")
_LONGEST_WRAPPED, _SHORTEST_WRAPPED = 100, 40
_UNSEEN = "".join(map(chr, range(33))) + "\x7f\u00a0\u200b\u200e\u200f\u2028\u2029\ufeff"
_STOPS = ".!?:;\"'”’»)]"


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def units(text: str, stands_alone: Callable[[str], bool]) -> list[Span]:
    """The units of ``text`` in its order; a line of which ``stands_alone`` holds is never joined to another."""
    lines = [line for match in _LINE.finditer(text) if (line := _stripped(text, match))]
    wrapped = _is_wrapped(text, lines)
    found: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before and _joined(text, before, line, wrapped, stands_alone):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(Span(line.start, line.end))
    return found


def _stripped(text: str, match: re.Match[str]) -> _Line | None:
    words = match.group().strip().strip(_UNSEEN)
    if not words:
        return None
    start = match.start() + match.group().index(words)
    return _Line(start, start + len(words), start - match.start())


def _joined(text: str, before: _Line, line: _Line, wrapped: bool, stands_alone: Callable[[str], bool]) -> bool:
    if text.count("\n", before.end, line.start) != 1:
        return False
    open_ended = text[before.end - 1] not in _STOPS
    if not (wrapped or (open_ended and text[line.start].islower())):
        return False
    first, second = text[before.start : before.end], text[line.start : line.end]
    if stands_alone(first) or stands_alone(second) or (first.isupper() and not second.isupper()):
        return False
    if not wrapped:
        return True
    ended_early = not open_ended and len(first) < 0.6 * _LONGEST_WRAPPED / 1.4 and text[line.start].isupper()
    return line.indent < before.indent + 2 and not ended_early


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Whether lines were broken at a width: they are alike in length, and most break off in mid-sentence."""
    pairs = [one for one, two in pairwise(lines) if text.count("\n", one.end, two.start) == 1]
    if len(pairs) < 3:
        return False
    lengths = sorted(line.end - line.start for line in pairs)
    broken = sum(text[line.end - 1] not in _STOPS for line in pairs)
    fits = lengths[-1 - len(lengths) // 50] <= _LONGEST_WRAPPED and lengths[len(lengths) // 2] >= _SHORTEST_WRAPPED
    return fits and broken >= 0.5 * len(pairs)
