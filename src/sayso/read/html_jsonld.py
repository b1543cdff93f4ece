"""JSON-LD in a page: the schema.org NewsArticle, or its like, that the page is about.

Publishers write it in many shapes: one object, a list, an ``@graph`` whose members point to each other by ``@id``, an
article inside the ``mainEntity`` of its page; with comments, CDATA or control characters around and within.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.read.html_seen import seen
from sayso.read.html_words import listed

_OPENINGS = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_ENDINGS = (";", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")
_DEEPEST, _MOST = 6, 2000

Thing = dict[str, Any]


class LinkedData:
    """All things in the JSON-LD ``scripts`` of one page."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self._things = [thing for script in scripts for thing in _things(_parse(script), _DEEPEST)][:_MOST]
        self._by_id: dict[str, Thing] = {}
        for thing in self._things:
            if isinstance(name := thing.get("@id"), str) and len(thing) > 1:
                self._by_id[name] = self._by_id.get(name, {}) | thing

    def article(self) -> Thing:
        """The thing that the page is about: the first with a headline, the closest type first; {} where none is."""
        order = listed("articles")
        found = [(order.index(type), thing) for thing in self._things for type in _types(thing)[:1] if type in order]
        told = [pair for pair in found if "headline" in pair[1]] or [pair for pair in found if "name" in pair[1]]
        return min(told, key=lambda pair: pair[0])[1] if told else {}

    def name(self, value: Any) -> str | None:
        """The name in ``value``: itself, that of a thing, or of the thing it points to; no address."""
        thing = self._followed(value)
        found = thing.get("name") or thing.get("legalName") if isinstance(thing, dict) else thing
        return text_of(found)

    def names(self, value: Any) -> list[str]:
        """The names in ``value``, which is one or a list."""
        values = value if isinstance(value, list) else [value]
        return [name for one in values if (name := self.name(one))]

    def _followed(self, value: Any) -> Any:
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict) and "name" not in value:
            return self._by_id.get(str(value.get("@id")), value)
        return value


def text_of(value: Any) -> str | None:
    """A string of JSON-LD as a line of text: entities resolved, white space closed up; None for all else."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(seen(html.unescape(value)).split()) or None


def address_in(article: Thing) -> str | None:
    """The address that ``article`` gives for itself."""
    page = article.get("mainEntityOfPage")
    return text_of(article.get("url")) or text_of(page.get("@id") if isinstance(page, dict) else page)


def _parse(script: str) -> Any:
    script = script.strip()
    for mark in (*_OPENINGS, *_ENDINGS, *_ENDINGS):
        script = script.removeprefix(mark).removesuffix(mark).strip()
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[Thing]:
    """The objects in ``value`` that stand for themselves, the outer ones first."""
    if depth and isinstance(value, list):
        for one in value[:_MOST]:
            yield from _things(one, depth)
    elif depth and isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _things(value.get(key), depth - 1)


def _types(thing: Thing) -> list[str]:
    type = thing.get("@type")
    found = type if isinstance(type, list) else [type]
    order = listed("articles")
    names = [str(name).rpartition("/")[2] for name in found]
    return [name for name in names if name in order] or names
