"""States of today and of the past, by name, demonym or capital.

The table is states.toml, made by training/knowledge/states.py. Codes are ISO 3166-1 alpha-3 (ISO 3166-3 for states of
the past), and ``KOS`` for Kosovo as PLOVER has it.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

_CONSONANTS = "hltwks"  # before -man in a word for a citizen ("Frenchman", and not "German")
NameUse = Literal["name", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a territory with a code of its own: ``of`` is then the state it belongs to."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    of: str | None

    @property
    def sovereign(self) -> str:
        """The code of the state that answers for it: PLOVER folds dependencies into the controlling state."""
        return self.of or self.code


class StateName(NamedTuple):
    """What a name says of a state: its name, the adjective or noun of its people, or its capital."""

    state: State
    use: NameUse


def name_of_state(name: str) -> StateName | None:
    """The state and how ``name`` names it; upper case alone is read as emphasis where it has more than four letters.

    >>> name_of_state("Kabul").state.code
    'AFG'
    >>> name_of_state("us") is None
    True
    """
    bare = plain(name)
    return _table().get(bare) or (_capitals_table().get(bare) if len(bare) > 4 and bare.isupper() else None)


def state_by_code(code: str) -> State | None:
    """The state with the alpha-3 ``code``."""
    return _by_code().get(code)


def plain(name: str) -> str:
    """``name`` without diacritics, curly apostrophes, a leading article and space at the ends."""
    folded = name if name.isascii() else "".join(c for c in unicodedata.normalize("NFD", name) if not _accent(c))
    words = folded.replace("’", "'").strip()
    return words[4:] if words[:4] in {"the ", "The ", "THE "} else words


def _accent(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


@cache
def _by_code() -> dict[str, State]:
    rows = tomllib.loads(files("sayso.knowledge").joinpath("states.toml").read_text(encoding="utf-8"))
    return {code: _state(code, row) for code, row in rows.items()}


def _state(code: str, row: dict[str, Any]) -> State:
    names, demonyms, capitals = (tuple(row.get(key, ())) for key in ("names", "demonyms", "capitals"))
    return State(code, names[0], names, demonyms, capitals, row.get("of"))


@cache
def _table() -> dict[str, StateName]:
    """Names first, then demonyms with their plurals, then capitals; the first state that has a word keeps it."""
    table: dict[str, StateName] = {}
    for state in _by_code().values():
        for name in state.names:
            table.setdefault(plain(name), StateName(state, "name"))
    for state in _by_code().values():
        for demonym in state.demonyms:
            table.setdefault(plain(demonym), StateName(state, "demonym"))
            if plural := _plural(plain(demonym)):
                table.setdefault(plural, StateName(state, "demonym"))
    for state in _by_code().values():
        for capital in state.capitals:
            table.setdefault(plain(capital), StateName(state, "capital"))
    return table


def _plural(demonym: str) -> str | None:
    """What several are called; None where it is the same word, or an adjective only."""
    if demonym.endswith("man"):
        return demonym[:-3] + ("men" if demonym[-4:-3] in _CONSONANTS else "mans")
    return None if demonym.endswith(("s", "sh", "ch", "ese", "'", ".")) or demonym.isupper() else demonym + "s"


@cache
def _capitals_table() -> dict[str, StateName]:
    return {name.upper(): found for name, found in _table().items()}
