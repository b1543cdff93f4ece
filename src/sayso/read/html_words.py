"""The names that publishers give to what they state: `html_words.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of the list ``name``.

    >>> listed("articles")[0]
    'NewsArticle'
    """
    return tuple(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((files("sayso.read") / "html_words.toml").read_text(encoding="utf-8"))
