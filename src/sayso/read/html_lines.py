"""The lines of a page as a browser shows them, for what stands above a report without being marked up."""

from __future__ import annotations

from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_INLINE = (
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
)  # fmt: skip
_SILENT = ("script", "style", "noscript", "template", "title", "head")
_BREAK = "\0"
_MOST = 5000
"""Elements that are looked at: what stands above a report stands near the top."""


def printed_lines(tree: HtmlElement) -> list[str]:
    """The lines near the top of the page, white space closed up, none of them empty."""
    body = tree.find(".//body")
    parts: list[str] = []
    walk = iterwalk(tree if body is None else body, events=("start", "end"))
    for event, element in islice(walk, 2 * _MOST):
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            if event == "start":
                walk.skip_subtree()
            else:
                parts.append(element.tail or "")
            continue
        parts.append("" if tag in _INLINE else _BREAK)
        parts.append((element.text if event == "start" else element.tail) or "")
    return [line for raw in "".join(parts).split(_BREAK) if (line := " ".join(raw.split()))]
