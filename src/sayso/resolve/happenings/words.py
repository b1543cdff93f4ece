"""The words that happenings are compared by: stems, with words of one root under one stem."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

from sayso.resolve.stories.terms import RAREST, rarity
from sayso.resolve.stories.terms import stem as term

_MANY, _SHORTEST = 65536, 2


@lru_cache(maxsize=_MANY)
def stem(word: str) -> str:
    """The stem of a word (Snowball's English stemmer, Porter 2001), or the one that stands for its root.

    >>> stem("killings"), stem("slain"), stem("arresting")
    ('kill', 'kill', 'arrest')
    """
    bare = word.casefold().strip("'’-").removesuffix("'s").removesuffix("’s")
    kin = _kin().get(bare)
    if kin is not None:
        return kin
    stemmed: str = _stemmer().stemWord(bare)
    return _kin().get(stemmed, stemmed)


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of those words that say something."""
    return frozenset(
        stem(part)
        for word in words
        for part in word.split()
        if len(part) > _SHORTEST and part.casefold() not in _idle()
    )


def circles(stems: Iterable[str]) -> frozenset[str]:
    """The circles of stems that may tell one happening between them ("kill", "shoot") in which the stems stand.

    >>> sorted(circles({"kill"}) & circles({"shoot"}))
    ['death']
    """
    return frozenset(circle for one in stems for circle in _circles().get(one, ()))


def weighed(words: Iterable[str]) -> dict[str, float]:
    """The stems of the words that say something, with how much each tells: 1 for a word as rare as a name.

    >>> weighed(["the", "harbour"])["harbour"] > weighed(["people"])["peopl"]
    True
    """
    found: dict[str, float] = {}
    for word in words:
        for one in stems([word]):
            weight = rarity(term(word.casefold())) / RAREST
            found[one] = max(found.get(one, 0.0), weight * weight)
    return found


@cache
def _circles() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for circle, members in _table()["circles"].items():
        for member in map(stem, members.split()):
            found[member] = (*found.get(member, ()), circle)
    return found


@cache
def _kin() -> dict[str, str]:
    told = {word: root for root, words in _table()["kin"].items() for word in (root, *words.split())}
    return {str(_stemmer().stemWord(word)): root for word, root in told.items()} | told


@cache
def _idle() -> frozenset[str]:
    return frozenset(_table()["idle"]["words"].split())


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("sayso.resolve.happenings").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
