"""How many reports there are to read, before reading them: for a progress bar that knows its end."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sayso.read.formats import format_of
from sayso.read.jsonl import read_lines
from sayso.read.paths import STDIN, find_files


def count_reports(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """The number of reports at ``paths``, failures among them; None where the standard input is one of them."""
    names = [os.fspath(path) for path in paths]
    if STDIN in names:
        return None
    return sum(_in_file(file) for name in names for file in find_files(Path(name)))


def _in_file(file: Path) -> int:
    format = format_of(file.name)
    if format is None or format.read is not read_lines:
        return 1
    try:
        with file.open("rb") as stream:
            return sum(1 for line in stream if not line.isspace())
    except (OSError, ValueError):
        return 1
