"""What a name is compared by: its words without titles, initials, articles and what romanisations differ in."""

from __future__ import annotations

from functools import lru_cache

from sayso.knowledge.names import name_key, without_article
from sayso.knowledge.roles import is_title, modifier_sector, role_of, singular
from sayso.knowledge.spelling import folded
from sayso.knowledge.states import name_of_state

_PARTICLES = frozenset(
    "al el ul an ad ar as ash bin ibn bint ben de del la der den di da dos van von le and of for the".split()  # noqa: SIM905  (read as one line)
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MANY, _SHORT = 65536, 3


@lru_cache(maxsize=_MANY)
def person_words(name: str) -> tuple[str, ...]:
    """The words that tell a person from others, folded where they have four letters or more; the surname stands last.

    >>> person_words("Gen. Sami al-Qaddafi") == person_words("Sami Gadhafi")
    True
    >>> person_words("Donna J. Marlow, Jr.")
    ('duna', 'marluf')
    """
    words = [word.strip(",'’\"“”()") for word in name_key(name.replace("’s", "").replace("'s", "")).split()]
    while len(words) > 1 and (is_title(words[0]) or role_of(words[0])):
        words = words[1:]
    kept = [word for word in words[1:] if word not in _PARTICLES | _SUFFIXES]
    bare = [without_article(word) for word in (*words[:1], *kept) if len(word) > 1]
    return tuple(found for found in map(_folded, bare) if found)


def _folded(word: str) -> str:
    """The word without what romanisations differ in; short words keep their letters ("Lee", "Li")."""
    return folded(word) if len(word) > _SHORT else word


@lru_cache(maxsize=_MANY)
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name in the singular; without the state where each has such a body.

    >>> body_words("the U.S. State Department"), body_words("Velian Harbour Watchers")
    (('state', 'department'), ('velian', 'harbour', 'watcher'))
    """
    words = tuple(word for part in _parts(name) if (word := singular(part)) and word not in _PARTICLES)
    many = _words_of_state(name)
    return words[many:] if words[many:] and is_general(words[many:]) else words


def _parts(name: str) -> list[str]:
    bare = name.replace("’s", "").replace("'s", "").replace("-", " ")
    return [part.strip(",'’\"“”()") for part in name_key(bare).split()]


def _words_of_state(name: str) -> int:
    """How many words at its front name a state or its people: "South Korean Defence Ministry" has two."""
    shown = [word for word in name.replace("-", " ").split() if word.lower() != "the"]
    for many in (2, 1):
        found = name_of_state(" ".join(shown[:many])) if len(shown) > many else None
        if found is not None and found.use != "capital":
            return many
    return 0


def is_general(words: tuple[str, ...]) -> bool:
    """Whether every word is one for a kind of body, so that each state has one: "Foreign Ministry", "the army"."""
    return all(role_of(word) or modifier_sector(word) or word in _DOMAINS for word in words)


_DOMAINS = frozenset(
    "foreign interior finance defence defense justice health state home affair security national supreme central high "  # noqa: SIM905  (read as one line)
    "federal general armed air ground special force staff service public office external internal trade economy "
    "treasury prime bank local city".split()
)


def initials(words: tuple[str, ...]) -> str:
    """The initials of the words, as an acronym has them."""
    return "".join(word[0] for word in words)
