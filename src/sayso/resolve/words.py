"""Words as they are compared across reports: the same whether a text kept its punctuation or lost it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*"  # 1,300
    r"|['’]?[^\W\d_]+(?:['’][^\W\d_]+)*['’]?"  # don't, 's, Assads'
)
_MARKS = str.maketrans("", "", ".,'’")
_GLUED = re.compile(r"['’](?:s|re|ve|ll|d|m|t)|n['’]t", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """``folded`` is what is compared; ``said`` its first piece as it stands in the text, ``start`` to ``end``."""

    folded: str
    said: str
    start: int
    end: int

    @property
    def particular(self) -> bool:
        """Is it a number, or written with a capital?"""
        return self.said[0].isdigit() or self.said[0].isupper()


def words_of(text: str) -> list[Word]:
    """The words of the text: without case, accents, apostrophes and the marks inside numbers and abbreviations.

    >>> [word.folded for word in words_of("The U.S. envoys don't say 1,300 left Assad's town.")]
    ['the', 'us', 'envoys', 'dont', 'say', '1300', 'left', 'assads', 'town']
    >>> [word.folded for word in words_of("The U.S. envoys do n't say 1300 left Assad 's town .")]
    ['the', 'us', 'envoys', 'dont', 'say', '1300', 'left', 'assads', 'town']
    """
    words: list[Word] = []
    for found in _TOKEN.finditer(text):
        said = found.group().lstrip("'’") or found.group()
        folded = _folded(found.group())
        if words and _GLUED.fullmatch(found.group()) and found.start() - words[-1].end <= 1:
            before = words.pop()
            words.append(Word(before.folded + folded, before.said, before.start, found.end()))
        elif folded:
            words.append(Word(folded, said, found.start(), found.end()))
    return words


def _folded(token: str) -> str:
    bare = token.translate(_MARKS).casefold()
    if bare.isascii():
        return bare
    return "".join(mark for mark in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(mark))
