"""Role words: what the head of a description and its modifiers tell of kind, PLOVER sector, number and gender."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, cast

from sayso.model.actor import ActorKind

Gender = Literal["male", "female"]


class RoleWord(NamedTuple):
    """Kind and sector of who bears the word; ``sector`` None where it tells none."""

    kind: ActorKind
    sector: str | None


def role_of(word: str) -> RoleWord | None:
    """What the head word (lower case, singular or plural; compounds joined by `_`) says of its bearer.

    >>> role_of("minister")
    RoleWord(kind='person', sector='GOV')
    >>> role_of("soldiers").kind
    'people'
    """
    return _roles().get(word) or _plural(word)


def modifier_sector(word: str) -> str | None:
    """The sector that a modifier gives to a general head: "rebel" in "rebel commander"."""
    return _modifiers().get(word)


def is_general(word: str) -> bool:
    """Whether the head says so little that a modifier's sector goes first."""
    return word in _words("general", "heads") or singular(word) in _words("general", "heads")


def is_title(word: str) -> bool:
    """Whether the word (lower case, without a full stop) stands before names and is no part of them."""
    return word in _words("title", "words")


def gender_of(word: str) -> Gender | None:
    """The gender that a word tells."""
    if word in _words("gender", "male"):
        return "male"
    return "female" if word in _words("gender", "female") else None


def gender_of_name(name: str) -> Gender | None:
    """The gender that nearly all have whose given name it is; None where the name begins with another, or with none.

    >>> gender_of_name("Mary Marlow"), gender_of_name("M. Marlow")
    ('female', None)
    """
    first, _, rest = name.partition(" ")
    return _given_names().get(first.lower()) if rest else None


def singular(word: str) -> str:
    """The singular of a regular English plural and of -men."""
    if word.endswith("men") and len(word) > 3:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _plural(word: str) -> RoleWord | None:
    one = singular(word)
    found = _roles().get(one) if one != word else None
    return RoleWord("people", found.sector) if found and found.kind == "person" else found


@cache
def _roles() -> dict[str, RoleWord]:
    table = _table()
    roles: dict[str, RoleWord] = {}
    for sector, words in table["person"].items():
        for word in words.split():
            roles.setdefault(word, RoleWord("person", _sector(sector)))
    for code, words in table["body"].items():
        kind, _, sector = code.partition(" ")
        for word in words.split():
            roles[word] = RoleWord(cast(ActorKind, kind), _sector(sector))
    return roles


@cache
def _modifiers() -> dict[str, str]:
    return {word: sector for sector, words in _table()["modifier"].items() for word in words.split()}


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(_table()[section][key].split())


def _sector(code: str) -> str | None:
    return None if code == "-" else code


@cache
def _given_names() -> dict[str, Gender]:
    lists = tomllib.loads(files("sayso.knowledge").joinpath("given_names.toml").read_text(encoding="utf-8"))
    return {name: cast(Gender, gender) for gender, names in lists.items() for name in names.split()}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("sayso.knowledge").joinpath("roles.toml").read_text(encoding="utf-8"))
