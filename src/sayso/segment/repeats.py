"""Repeats: units that say again what an earlier unit said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_FEWEST, _FEWEST_NEAR, _GRAM, _ALIKE = 8, 20, 3, 0.75


class Again(NamedTuple):
    """The unit with index ``unit`` says again what the one with index ``of`` said."""

    unit: int
    of: int


def find_repeats(texts: Sequence[str]) -> list[Again]:
    """The repeats among ``texts``: the same words, or, in a long one, nearly the same.

    Words are compared without case and punctuation. Nearly the same are 20 words or more of which three quarters of the
    word trigrams, and every number, stand in one earlier text. Time grows with the length of the texts alone.
    """
    whole: dict[tuple[str, ...], int] = {}
    first_with: dict[tuple[str, ...], int] = {}
    found: list[Again] = []
    for number, text in enumerate(texts):
        words = tuple(_WORD.findall(text.lower()))
        if len(words) < _FEWEST:
            continue
        of = whole.get(words, -1)
        if of < 0:
            of = _nearly(words, first_with, texts)
        if of >= 0:
            found.append(Again(number, of))
            continue
        whole[words] = number
        for gram in _grams(words):
            first_with.setdefault(gram, number)
    return found


def _nearly(words: tuple[str, ...], first_with: dict[tuple[str, ...], int], texts: Sequence[str]) -> int:
    if len(words) < _FEWEST_NEAR:
        return -1
    grams = _grams(words)
    seen = Counter(first_with[gram] for gram in grams if gram in first_with)
    if not seen:
        return -1
    of, shared = min(seen.items(), key=lambda item: (-item[1], item[0]))
    if shared < _ALIKE * len(grams):
        return -1
    numbers = {word for word in words if word.isdigit()}
    return of if numbers <= set(_WORD.findall(texts[of].lower())) else -1


def _grams(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(zip(*(words[shift:] for shift in range(_GRAM)), strict=False))
