"""The command line: arguments come in, the library does the work, what comes of it is shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sayso.cli.commands import app
from sayso.errors import SaysoError, UsageError

__all__ = ["app", "main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end with its status: 0 well, 1 something failed, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(arguments, prog_name="sayso")
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)  # noqa: T201  (the command line speaks)
        sys.exit(2 if isinstance(error, UsageError) else 1)
