"""The numbered lines of a dictionary, whatever is in its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.model.known import Unread

LONGEST = 100_000
"""Bytes that a line may hold: a line of a dictionary has some hundreds."""


class Line(NamedTuple):
    """A line of text with its number, counted from 1."""

    number: int
    text: str


def read_lines(path: Path) -> Iterator[Line | Unread]:
    """The lines of the file, UTF-8 or else Latin-1 one by one, as old dictionaries mix them; too long ones are unread.

    UsageError where it cannot be opened or read.
    """
    try:
        with path.open("rb") as stream:
            number = 0
            while raw := stream.readline(LONGEST + 1):
                number += 1
                if len(raw) > LONGEST:
                    yield Unread(number, f"longer than {LONGEST} bytes")
                    while raw and not raw.endswith(b"\n"):
                        raw = stream.readline(LONGEST)
                elif b"\0" in raw:
                    yield Unread(number, "holds a NUL: no text")
                else:
                    yield Line(number, _decode(raw).rstrip("\r\n"))
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}") from error


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
