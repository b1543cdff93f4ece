"""Files that are there complete or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sayso.errors import StoreError, UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which stands beside ``path`` until the body is done and only then takes its name.

    What is no regular file (a pipe, /dev/null) is written to directly. UsageError where it cannot be made, StoreError
    where it cannot be written to its end.
    """
    special = path.exists() and not path.is_file()
    target = path if special else path.resolve()
    part = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = part.open("wb" if special else "xb")
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    try:
        with stream:
            yield stream
            stream.flush()
            if not special:
                os.fsync(stream.fileno())
        if not special:
            part.replace(target)
    except OSError as error:
        raise StoreError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    finally:
        if not special:
            with suppress(OSError):
                part.unlink()
