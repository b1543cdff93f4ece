"""Plain text (`.txt`): the whole file is one report, its id the hash of its text."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import ReadError
from sayso.model import Failure, Report
from sayso.model.ids import digest
from sayso.read.encoding import decode_text
from sayso.read.intake import LONGEST, Intake, check_text
from sayso.read.source import Source

_MOST_BYTES = 4 * LONGEST + 4


def read_plain(source: Source) -> Iterator[Intake | Failure]:
    """The one report in ``source``, in whatever encoding its bytes tell."""
    data = source.read(_MOST_BYTES)
    try:
        if len(data) > _MOST_BYTES:
            raise ReadError(source.path, f"too long: more than {_MOST_BYTES:,} bytes")
        text = check_text(source.path, decode_text(source.path, data, source.charset))
    except ReadError as error:
        yield Failure(source.path, error.stage, error.reason)
    else:
        yield Intake(source.path, Report(digest(text), text, url=source.url))
