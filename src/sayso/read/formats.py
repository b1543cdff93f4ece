"""The formats that are read. A further one is a file of its own and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.model import Failure
from sayso.read.html import read_page
from sayso.read.intake import Intake
from sayso.read.jsonl import read_lines
from sayso.read.plain import read_plain
from sayso.read.source import Source


class Format(NamedTuple):
    """How the files whose names end in ``suffix`` become reports."""

    suffix: str
    read: Callable[[Source], Iterator[Intake | Failure]]


FORMATS = (
    Format(".txt", read_plain),
    Format(".jsonl", read_lines),
    Format(".html", read_page),
    Format(".htm", read_page),
    Format(".xhtml", read_page),
)
PAGES = tuple(found for found in FORMATS if found.read is read_page)


def format_of(name: str) -> Format | None:
    """The format of a file by its name, whatever its case."""
    return next((found for found in FORMATS if name.lower().endswith(found.suffix)), None)
