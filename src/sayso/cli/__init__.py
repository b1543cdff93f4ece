"""The command line: arguments come in, the library does the work, what comes of it is shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from sayso.cli.commands import app
from sayso.errors import SaysoError, UsageError

__all__ = ["app", "main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end with its status: 0 well, 1 something failed, 2 wrong usage, 130 interrupted."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115, PTH123  (what was closed stays harmless)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(arguments, prog_name="sayso")
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)  # noqa: T201  (the command line speaks)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        print(f"sayso: {error.filename or 'output'}: {(error.strerror or str(error)).lower()}", file=sys.stderr)  # noqa: T201
        _drop_output()
        sys.exit(1)


def _drop_output() -> None:
    """Let what could not be written go, so that Python does not try it again at its end."""
    if sys.__stdout__ and sys.stdout is sys.__stdout__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
