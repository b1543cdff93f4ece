"""Quotations: what stands between quotation marks — double, doubled single, single or angled, straight or curly.

The text is read by character within each block, because a tokeniser may glue marks to words. Marks inside a quotation
are part of it; a quotation whose closing mark is missing ends with its block, or where the next one plainly opens.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from spacy.tokens import Doc

from sayso.marks import Block, Quote, get_blocks

_MARK = re.compile(r"``|''|[\"“”„«»＂]|(?<![^\s(\[—–-])['‘](?=[^\W\d_])")
_CLOSES = {"``": "double", "''": "double", '"': "double", "“": "double", "”": "double", "„": "double", "＂": "double"}
_CLOSES |= {"«": "angled", "»": "angled"}
_OPENING, _CLOSING = frozenset(("“", "„", "``", "«")), frozenset(("”", "»"))
_SINGLES = frozenset("'‘")
_SINGLE_END = re.compile(r"(?<=[^\s])['’](?![^\W_])")
_CLIPPED = re.compile(r"['‘](?:em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
_LONGEST_SINGLE = 400


class _Stretch(NamedTuple):
    """A quotation by its characters, marks included."""

    start: int
    end: int
    open_ended: bool


def find_quotes(doc: Doc) -> list[Quote]:
    """The quotations of the Doc, in its order."""
    starts, text = [token.idx for token in doc], doc.text
    quotes: list[Quote] = []
    for block in get_blocks(doc):
        if block.kind == "repeat":
            continue
        for stretch in _stretches(text, starts[block.start], _end_of(doc, block)):
            start = bisect_right(starts, stretch.start) - 1
            end = bisect_right(starts, stretch.end - 1)
            if end - start < 2 or (quotes and start < quotes[-1].end):
                continue
            continues = (
                bool(quotes) and quotes[-1].open_ended and start == block.start and _is_next(doc, quotes[-1], start)
            )
            quotes.append(Quote(start, end, stretch.open_ended, continues))
    return quotes


def _end_of(doc: Doc, block: Block) -> int:
    return doc[block.end - 1].idx + len(doc[block.end - 1])


def _is_next(doc: Doc, before: Quote, start: int) -> bool:
    return all(token.is_space for token in doc[before.end : start])


def _stretches(text: str, start: int, end: int) -> list[_Stretch]:
    found: list[_Stretch] = []
    opened: int | None = None
    family = ""
    position = start
    while match := _MARK.search(text, position, end):
        mark, position = match.group(), match.end()
        if opened is None:
            if mark in _SINGLES:
                if close := _single_close(text, match.start(), end):
                    found.append(_Stretch(match.start(), close, False))
                    position = close
            elif mark not in _CLOSING and _may_open(text, match, end):
                opened, family = match.start(), _CLOSES[mark]
        elif _CLOSES.get(mark) == family and not _inside_word(text, match, start, end):
            if mark in _OPENING or (mark not in _CLOSING and _must_open(text, match, start, end)):
                if mark == text[opened : opened + len(mark)]:
                    found.append(_Stretch(opened, _stripped(text, opened, match.start()), True))
                    opened = match.start()
            else:
                found.append(_Stretch(opened, match.end(), False))
                opened = None
    if opened is not None:
        found.append(_Stretch(opened, end, True))
    return found


def _may_open(text: str, match: re.Match[str], end: int) -> bool:
    return match.end() < end and (match.group() in _OPENING or not _glued_left(text, match))


def _must_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """A straight mark with white space before it and a word behind it."""
    before = match.start() == start or text[match.start() - 1].isspace()
    return before and match.end() < end and not text[match.end()].isspace() and text[match.end()] not in ".,;:!?)]"


def _inside_word(text: str, match: re.Match[str], start: int, end: int) -> bool:
    inner = start < match.start() and match.end() < end
    return inner and text[match.start() - 1].isalnum() and text[match.end()].isalnum()


def _glued_left(text: str, match: re.Match[str]) -> bool:
    return match.start() > 0 and not text[match.start() - 1].isspace() and text[match.start() - 1] not in "([—–-"


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _single_close(text: str, start: int, end: int) -> int | None:
    """The end of a quotation in single marks, if there is one; the apostrophe of a plural for want of better."""
    if _CLIPPED.match(text, start, end):
        return None
    limit = min(end, start + _LONGEST_SINGLE)
    fallback: int | None = None
    for match in _SINGLE_END.finditer(text, start + 1, limit):
        if double := re.search(r"[\"“”]|``|''", text[start + 1 : match.start()]):
            return fallback if fallback and fallback <= start + 1 + double.start() else None
        if text[match.start() - 1] not in "sS" or text[match.end() : match.end() + 1] in (
            "",
            ",",
            ".",
            ":",
            ";",
            "?",
            "!",
            ")",
        ):
            return match.end()
        fallback = fallback or match.end()
    return fallback
