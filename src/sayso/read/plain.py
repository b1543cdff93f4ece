"""Plain text (`.txt`): the whole file is one report, its id the hash of its text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import ReadError
from sayso.model import Failure, Report
from sayso.model.ids import digest
from sayso.read.intake import LONGEST, Intake, check_text

_MOST_BYTES = 4 * LONGEST + 4
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_plain(path: str, stream: BinaryIO, begun: bytes = b"") -> Iterator[Intake | Failure]:
    """The one report in ``begun`` and the rest of ``stream``: UTF-8, or what its byte order mark says."""
    try:
        text = check_text(path, decode(path, begun + stream.read(_MOST_BYTES + 1)))
    except ReadError as error:
        yield Failure(path, error.stage, error.reason)
    else:
        yield Intake(path, Report(digest(text), text))


def decode(path: str, data: bytes) -> str:
    """The characters of ``data`` but its byte order mark; line ends stay as they are. ReadError where it is no text."""
    if len(data) > _MOST_BYTES:
        raise ReadError(path, f"too long: more than {_MOST_BYTES:,} bytes")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and (position := data.find(b"\0")) >= 0:
        raise ReadError(path, f"binary, not text: a NUL at byte {position}")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise ReadError(path, f"not {encoding.upper()[:6]}: byte 0x{byte:02x} at byte {error.start}") from error
