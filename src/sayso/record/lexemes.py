"""Text -> the words that it is found by, folded as SQLite's tokenizer ``unicode61 remove_diacritics 2`` folds them.

So a word is found in PostgreSQL where it is found in SQLite: letters and digits of any script in small letters, those
of the Latin alphabet without their accents. See https://www.sqlite.org/fts5.html#unicode61_tokenizer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*")
_ACCENTS = re.compile("[\u0300-\u036f]")
_LONGEST = 500
"""Characters of a word that count; PostgreSQL takes 2046 bytes."""
_LAST = 16_383
"""The last position that PostgreSQL knows; words after it are found, but not as part of a phrase."""
_OFTEN = 255
"""Positions of one word that PostgreSQL keeps."""
_ROOM = 1_000_000
"""Bytes of a vector; PostgreSQL takes 48,575 more. Words that find no room any more are not found."""


class Token(NamedTuple):
    """A word, folded, and where it stands in its text: [start, end)."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of the text in their order.

    >>> [token.word for token in tokens("Vélia's SHIPS, 3_4")]
    ['velia', 's', 'ships', '3', '4']
    """
    for found in _WORD.finditer(text):
        yield Token(_folded(found[0])[:_LONGEST], *found.span())


def vector(texts: Iterable[tuple[str, str | None]]) -> str:
    """The words of texts, each with the label (A to D) that its words get, as PostgreSQL reads a ``tsvector``.

    No phrase goes over from one text to the next.

    >>> vector([("A", "Orsk"), ("B", "ships of Orsk")])
    "'orsk':1A,5B 'ships':3B 'of':4B"
    """
    places: dict[str, list[str]] = {}
    position = 0
    for label, text in texts:
        for token in tokens(text or ""):
            position += 1
            found = places.setdefault(token.word, [])
            if position <= _LAST and len(found) < _OFTEN:
                found.append(f"{position}{label}")
        position += 1
    return " ".join(_fitting(places))


def _fitting(places: Mapping[str, list[str]]) -> Iterator[str]:
    room = _ROOM
    for word, found in places.items():
        room -= len(word.encode()) + 2 * len(found) + 4
        if room < 0:
            return
        yield f"'{word}'" + (f":{','.join(found)}" if found else "")


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(map(_bare, _ACCENTS.sub("", word.lower())))


def _bare(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() else letter
