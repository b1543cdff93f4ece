"""CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a cell a formula (OWASP, CSV Injection)."""


def csv_lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The rows, each with its line end; an apostrophe goes before what would be a formula.

    >>> print(*csv_lines([["=1+1", "a, b"]]), end="")
    '=1+1,"a, b"
    """
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
