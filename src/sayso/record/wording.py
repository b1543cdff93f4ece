"""What a person looks for -> the phrases that are wanted and those that are not."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.errors import UsageError

MOST_WORDS = 64
_UNSTORED = re.compile("[\0\ud800-\udfff]")
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class Phrase(NamedTuple):
    """Words one after the other; the last is the ``beginning`` of a word, or all of it."""

    words: str
    beginning: bool = False


class Wanted(NamedTuple):
    """All of these, and none of those ``without`` which is asked."""

    phrases: tuple[Phrase, ...]
    without: tuple[Phrase, ...] = ()


def wanted_words(words: str) -> Wanted:
    """All of the words, "exact phrases" and beginnings*, and none of those with a hyphen before them.

    UsageError where no word is left to look for.

    >>> wanted_words('"Orsk Front" ship* -gold').phrases
    (Phrase(words='Orsk Front', beginning=False), Phrase(words='ship', beginning=True))
    """
    phrases: list[Phrase] = []
    without: list[Phrase] = []
    for part in _PART.finditer(_UNSTORED.sub(" ", words)):
        found = part["word"] or part["phrase"] or ""
        if any(letter.isalnum() for letter in found):
            beginning = bool(part["word"]) and found.endswith("*")
            (without if part["minus"] else phrases).append(Phrase(found.rstrip("*"), beginning))
    if not phrases:
        raise UsageError(f"{words!r}: no word to look for")
    if len(phrases) + len(without) > MOST_WORDS:
        raise UsageError(f"more than {MOST_WORDS} words to look for")
    return Wanted(tuple(phrases), tuple(without))


def wanted_name(name: str) -> Wanted:
    """The words of a name, one after the other; UsageError where there is none.

    >>> wanted_name("Orsk OR *").phrases
    (Phrase(words='Orsk OR *', beginning=False),)
    """
    if not any(letter.isalnum() for letter in name):
        raise UsageError(f"{name!r}: no name to look for")
    return Wanted((Phrase(_UNSTORED.sub(" ", name)),))
