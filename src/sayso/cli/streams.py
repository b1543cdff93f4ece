"""What a command reads lines from and writes them to: files, or what is piped."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UsageError


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """The file, or the standard input for -; UsageError where it cannot be read."""
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115  (closed below; errors of the body are not of the opening)
    except (OSError, ValueError) as error:
        raise UsageError(f"{source}: {(getattr(error, 'strerror', None) or str(error)).lower()}") from error
    with stream:
        yield stream


@contextmanager
def written(out: str) -> Iterator[BinaryIO]:
    """A file that appears when it is complete, or the standard output for -."""
    from sayso.tell import whole_file

    if out == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with whole_file(Path(out)) as stream:
        yield stream
