"""The word lists that chains of mentions go by, read once from lexicon/casting.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(key: str) -> frozenset[str]:
    """The words under ``key``."""
    return frozenset(_table()[key].split())


@cache
def synonyms(word: str) -> frozenset[str]:
    """The heads that may take up ``word``, itself among them."""
    return frozenset({word}.union(*(row for row in map(str.split, _table()["synonyms"]) if word in row)))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("sayso.annotate").joinpath("lexicon/casting.toml").read_text(encoding="utf-8"))
