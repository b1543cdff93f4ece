"""Findings -> Store: what was read, kept with the words it was read from."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.errors import StoreError
from sayso.record.jobs import Jobs, retrials
from sayso.record.memory import MemoryStore
from sayso.record.register import Register, Taken
from sayso.record.store import Store, View, Writer

__all__ = [
    "Jobs",
    "MemoryStore",
    "Register",
    "Store",
    "Taken",
    "View",
    "Writer",
    "open_store",
    "retrials",
    "store_file",
]

FILE = "sayso.db"


def open_store(workspace: str | os.PathLike[str], *, create: bool = True) -> Store:
    """The store of the folder ``workspace``, made where there is none yet; StoreError where it cannot be used.

    >>> with open_store("record") as store:
    ...     list(store.view().reports())
    []
    """
    from sayso.record.sqlite import SQLiteStore

    return SQLiteStore(store_file(workspace, must=not create))


def store_file(workspace: str | os.PathLike[str], *, must: bool) -> Path:
    """The file that the folder ``workspace`` keeps its record in; StoreError where it ``must`` be there and is not."""
    file = Path(workspace) / FILE
    if must and not file.is_file():
        raise StoreError(f"no record in {os.fspath(workspace)} yet: `sayso read PATH` makes one")
    return file
