"""Addresses of the web among the paths to be read."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from sayso.errors import ReadError, UsageError
from sayso.model import Failure
from sayso.read.formats import format_of
from sayso.read.intake import Intake
from sayso.read.source import Source

if TYPE_CHECKING:
    from sayso.read.fetch import Fetcher

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_ONLY_WITH = "a page of the web is fetched only with --fetch"


def is_address(path: str) -> bool:
    """Whether ``path`` is the address of a page, not of a file.

    >>> is_address("https://a.example/b.html"), is_address("a/b.html")
    (True, False)
    """
    return bool(_ADDRESS.match(path))


def check_addresses(paths: Iterable[str | os.PathLike[str]], *, fetch: bool) -> None:
    """UsageError where a page of the web is to be read and nothing may be fetched."""
    for path in paths:
        if not fetch and is_address(os.fspath(path)):
            raise UsageError(f"{os.fspath(path)}: {_ONLY_WITH}")


def read_address(url: str, fetch: bool | Fetcher, latest: date | None) -> Iterator[Intake | Failure]:
    """The report on the page at ``url``, where something may be ``fetch``-ed."""
    if not fetch:
        yield Failure(url, "read", _ONLY_WITH)
        return
    from sayso.read.fetch import Fetcher

    try:
        page = (Fetcher() if fetch is True else fetch).fetch(url)
    except ReadError as error:
        yield Failure(url, error.stage, error.reason)
        return
    format = format_of(page.suffix)
    if format is not None:
        yield from format.read(Source(url, io.BytesIO(page.data), b"", page.charset, page.url, latest))
