"""JSON Lines (`.jsonl`): one report a line, as the input line of the contract ``sayso.record/1`` has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from sayso.errors import ReadError
from sayso.model import Failure, Report
from sayso.read.day import parse_day
from sayso.read.intake import LONGEST, Intake, check_text
from sayso.read.source import Source

_LONGEST_LINE = 16 * LONGEST
_MARK = b"\xef\xbb\xbf"


def read_lines(source: Source) -> Iterator[Intake | Failure]:
    """The reports of the lines of ``source``, one in memory at a time; none of blank ones."""
    begun = [source.begun] if source.begun else []
    for number, line in enumerate(chain(begun, cut_lines(source.stream)), start=1):
        if line.strip():
            name = f"{source.path}:{number}"
            try:
                yield Intake(name, parse_line(name, line))
            except ReadError as error:
                yield Failure(name, error.stage, error.reason)


def cut_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of ``stream``; of one that is longer than any report's line, only the beginning."""
    while line := stream.readline(_LONGEST_LINE + 1):
        rest = line
        while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE + 1)
        yield line


def parse_line(name: str, line: bytes) -> Report:
    """The report in a contract input line; ReadError, with one reason, where it is none."""
    found = _parse_object(name, line)
    for field in ("id", "text"):
        if field not in found:
            raise ReadError(name, f"no {field}")
        if not isinstance(found[field], str):
            raise ReadError(name, f"{field} is {_kind(found[field])}, not a string")
    if not found["id"].strip() or not found["id"].isprintable():
        raise ReadError(name, "id is empty or holds characters that cannot be printed")
    text = check_text(name, found["text"])
    outlet, url, title = (_given(name, found, field) for field in ("outlet", "url", "title"))
    return Report(found["id"], text, _day(name, found), outlet, url, title)


def _parse_object(name: str, line: bytes) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise ReadError(name, f"too long: a line of more than {_LONGEST_LINE:,} bytes")
    try:
        found = json.loads(line.removeprefix(_MARK).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(name, f"not UTF-8: byte 0x{line[error.start]:02x} at byte {error.start} of the line") from error
    except json.JSONDecodeError as error:
        raise ReadError(name, f"not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(name, "not JSON that can be read: numbers too long or brackets too deep") from error
    if not isinstance(found, dict):
        raise ReadError(name, f"{_kind(found)}, not an object with id and text")
    return found


def _day(name: str, found: dict[str, Any]) -> str | None:
    published = _given(name, found, "published")
    try:
        return None if published is None else parse_day(published).isoformat()
    except ValueError as error:
        raise ReadError(name, f"published: {error}") from error


def _given(name: str, found: dict[str, Any], field: str) -> str | None:
    """The value of a field that may be missing, null or blank."""
    value = found.get(field)
    if value is not None and not isinstance(value, str):
        raise ReadError(name, f"{field} is {_kind(value)}, not a string or null")
    return check_text(name, value) if value and value.strip() else None


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
