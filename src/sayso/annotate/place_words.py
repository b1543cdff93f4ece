"""The words around and in names of places, as ``lexicon/places.toml`` lists them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any, cast

from sayso.knowledge.place_names import fold
from sayso.model.place import Precision


def is_area(folded: str) -> bool:
    """Whether a folded name is that of a sea, a valley or the like."""
    parts = folded.split()
    if folded.removeprefix("the ") in words("areas.named"):
        return True
    if len(parts) < 2:
        return False
    return (
        parts[-1] in words("areas.last")
        or parts[0] in words("areas.first")
        or " ".join(parts[:2]) in words("areas.first")
    )


def is_water(name: str) -> bool:
    """Whether the name is that of a sea or the like, or of an area that holds many countries."""
    parts = fold(name).split()
    return fold(name).removeprefix("the ") in words("areas.named") or not {parts[0], parts[-1]}.isdisjoint(
        words("areas.waters")
    )


@cache
def type_of(word: str) -> Precision | None:
    """The precision that ``word`` gives to the name beside it."""
    types = cast("dict[Precision, list[str]]", _lexicon()["types"])
    return next((precision for precision, listed in types.items() if word in listed), None)


@cache
def words(name: str) -> frozenset[str]:
    """A list of `lexicon/places.toml`: ``seldom``, ``areas.last`` …"""
    table, _, key = name.rpartition(".")
    return frozenset(_lexicon()[table or "words"][key])


@cache
def weights() -> dict[str, float]:
    """What each feature of a place weighs in the choice among namesakes."""
    return cast("dict[str, float]", _lexicon()["weights"])


@cache
def relations() -> dict[str, str]:
    """The relation that words before a name state, longest words first."""
    pairs = [(words_, name) for name, listed in _lexicon()["relations"].items() for words_ in listed]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


def american_state(folded: str) -> str | None:
    """The American state that a folded short form stands for: "ala", "wva"."""
    return cast("str | None", _lexicon()["us_states"].get(folded.replace(" ", "")))


@cache
def _lexicon() -> dict[str, Any]:
    return loads(files("sayso.annotate").joinpath("lexicon/places.toml").read_text(encoding="utf-8"))
