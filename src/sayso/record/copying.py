"""A store's file copied while others read and write it: whole, sound, on disk, or not there at all."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sayso.errors import StoreError

_PATIENCE = 60
"""Seconds to wait for another program's lock."""


def copy_database(source: Path, target: Path) -> None:
    """Copy ``source`` as it is between two transactions to ``target``, by SQLite's online backup.

    ``target`` appears when the copy is complete and found sound. StoreError where ``source`` is damaged.
    """
    with (
        writes(target) as begun,
        closing(sqlite3.connect(source)) as given,
        closing(sqlite3.connect(begun)) as taken,
    ):
        pour(given, taken, source)
        taken.execute("PRAGMA journal_mode = DELETE")
        check_sound(taken, source)


@contextmanager
def writes(target: Path) -> Iterator[Path]:
    """A file for the body to write, which becomes ``target`` when the body ends well, and is gone when it does not."""
    begun = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        yield begun
        put_in_place(begun, target)
    finally:
        with suppress(OSError):
            begun.unlink()


def pour(given: sqlite3.Connection, taken: sqlite3.Connection, file: Path) -> None:
    """All that ``given`` holds into ``taken``, in one transaction; StoreError where ``file`` stays locked."""
    end = time.monotonic() + _PATIENCE

    def wait(status: int, *_: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > end:
            raise StoreError(f"{file}: database is locked")

    given.backup(taken, progress=wait)


def check_sound(connection: sqlite3.Connection, file: Path) -> None:
    """StoreError where the database is damaged; the line names ``file``."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise StoreError(f"{file}: damaged: {' '.join(found.split())}")


def put_in_place(begun: Path, target: Path) -> None:
    """Let ``begun`` become ``target``, on disk for good."""
    _sync(begun)
    begun.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
