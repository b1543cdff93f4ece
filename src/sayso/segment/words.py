"""The word lists by which a layout is told, read once from `layout.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import cast


@cache
def words(name: str) -> tuple[str, ...]:
    """The list ``name`` in `layout.toml`, in lower case."""
    return tuple(_lists()[name])


@cache
def word_set(name: str) -> frozenset[str]:
    """The list ``name`` as a set."""
    return frozenset(words(name))


@cache
def _lists() -> dict[str, list[str]]:
    text = files("sayso.segment").joinpath("layout.toml").read_text(encoding="utf-8")
    return cast("dict[str, list[str]]", tomllib.loads(text))
