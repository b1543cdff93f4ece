"""Quotations: what stands between quotation marks, straight, curly or doubled."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.marks import Quote, get_blocks

_OPENING, _CLOSING, _STRAIGHT = frozenset("“«") | {"``"}, frozenset("”»") | {"''"}, frozenset('"')


def find_quotes(doc: Doc) -> list[Quote]:
    """The quotations of the Doc; one ends with its block at the latest."""
    quotes: list[Quote] = []
    for block in get_blocks(doc):
        start: int | None = None
        for index in range(block.start, block.end):
            word = doc[index].text
            if start is None and (word in _OPENING or word in _STRAIGHT):
                start = index
            elif start is not None and (word in _CLOSING or word in _STRAIGHT):
                quotes.append(_quote(quotes, start, index + 1, block.start, open_ended=False))
                start = None
        if start is not None:
            quotes.append(_quote(quotes, start, block.end, block.start, open_ended=True))
    return quotes


def _quote(before: list[Quote], start: int, end: int, block_start: int, *, open_ended: bool) -> Quote:
    continues = bool(before) and before[-1].open_ended and start == block_start
    return Quote(start, end, open_ended, continues)
