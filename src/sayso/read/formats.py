"""The formats that are read. A further one is a file of its own and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from sayso.model import Failure
from sayso.read.intake import Intake
from sayso.read.jsonl import read_lines
from sayso.read.plain import read_plain


class Format(NamedTuple):
    """How the files whose names end in ``suffix`` become reports."""

    suffix: str
    read: Callable[[str, BinaryIO], Iterator[Intake | Failure]]


FORMATS = (
    Format(".txt", read_plain),
    Format(".jsonl", read_lines),
)


def format_of(name: str) -> Format | None:
    """The format of a file by its name, whatever its case."""
    return next((found for found in FORMATS if name.lower().endswith(found.suffix)), None)
