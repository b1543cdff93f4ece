"""Terms of a report and how much each tells of its story."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

RAREST: Final = 22
_STEM = 3


def stem(word: str) -> str:
    """The word without the ending of plural or possessive.

    >>> [stem(word) for word in ("envoys", "parties", "crisis", "press", "gas")]
    ['envoy', 'party', 'crisis', 'press', 'gas']
    """
    if len(word) > _STEM + 1 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > _STEM and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def rarity(term: str) -> int:
    """How rare a stem is, in quarters of a power of ten below one word in ten; `RAREST` where it is not known."""
    return _table().get(term, RAREST)


@cache
def _table() -> dict[str, int]:
    text = files("sayso.resolve.stories").joinpath("rarity.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return {word: int(rare) for rare, words in lines for word in words.split(" ")}
