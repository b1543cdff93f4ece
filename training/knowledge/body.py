"""A body as one source tells of it, and where in the source that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.knowledge.names import name_key
from sayso.knowledge.states import name_of_state

_LONGEST = 5  # words of a state's name
_ENDING = re.compile(r"(?:['’]s?|-based|-[A-Z]\w+)$")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9'.&\- ]*")


class Body(NamedTuple):
    """Names in the source's order, kind, country (None: unknown), PLOVER sectors, and the line of the source."""

    names: tuple[str, ...]
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    origin: str


def keys(names: Iterable[str]) -> tuple[str, ...]:
    """The names as they are looked up, once each; what is bracketed in a name is a name of its own."""
    found = (name_key(part.replace("’", "'")) for name in names for part in _parts(name))
    return tuple(dict.fromkeys(key for key in found if len(key) > 1 and _PLAIN.fullmatch(key)))


def _parts(name: str) -> Iterator[str]:
    yield _BRACKETS.sub("", name)
    yield from _BRACKETS.findall(name)


def states_in(text: str) -> tuple[str, ...]:
    """Codes of the states that the words name, by name or adjective, in their order, once each.

    >>> states_in("a former Kenyan party, now in Northern Ireland")
    ('KEN', 'GBR')
    """
    words = [word for word in re.split(r"[\s,;:()/.]+", text) if word]
    found: list[str] = []
    at = 0
    while at < len(words):
        step = 1
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + size])
            state = name_of_state(name) or name_of_state(_ENDING.sub("", name))
            if state and state.use != "capital":
                found.append(state.state.code)
                step = size
                break
        at += step
    return tuple(dict.fromkeys(found))
