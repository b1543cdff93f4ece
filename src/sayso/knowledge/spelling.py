"""Spellings of one name: how a name of another script comes out in letters differs from paper to paper.

Two words are alike where they are the same after what romanisations differ in is folded away ("Qaddafi", "Gadhafi"), or
close to it by edit distance. Being alike is never enough to be the same: who asks looks for something else as well.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from sayso.knowledge.names import name_key

_ALIKE = 85
"""Per cent of letters that two folded words must share (Indel similarity)."""
_SHORTEST = 3
"""Letters of a folded word that is compared by more than sameness."""
_FOLDS = (
    (re.compile(r"sch|sh|tch|ch|zh"), "s"),
    (re.compile(r"kh|gh|ck|q|g|c"), "k"),
    (re.compile(r"([dt])h"), r"\1"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"oo|ou|o|u"), "u"),
    (re.compile(r"ee|ei|ie|ey|y|j|i"), "i"),
    (re.compile(r"(?<=.)e"), ""),
    (re.compile(r"[-'’`]"), ""),
    (re.compile(r"(?<=[aiu])h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@cache
def folded(word: str) -> str:
    """The word in lower case without what romanisations differ in.

    >>> folded("Qaddafi") == folded("Gadhafi")
    True
    """
    found = name_key(word)
    for pattern, letter in _FOLDS:
        found = pattern.sub(letter, found)
    return found


def alike(one: str, other: str) -> bool:
    """Whether the two words may be spellings of one.

    >>> alike("Marrakchi", "Marakchi"), alike("Marlow", "Barlow")
    (True, False)
    """
    first, second = folded(one), folded(other)
    if first == second:
        return True
    if first[:1] != second[:1] or min(len(first), len(second)) < _SHORTEST:
        return False
    return fuzz.ratio(first, second) >= _ALIKE
