"""Findings -> Store: what was read, kept with the words it was read from."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.config import Server, workspace_at
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
    "store_place",
]

FILE = "sayso.db"


def open_store(workspace: str | os.PathLike[str] | Server, *, create: bool = True) -> Store:
    """The store of a folder or postgresql:// address, made where there is none yet; StoreError where it cannot be used.

    >>> with open_store("record") as store:
    ...     list(store.view().reports())
    []
    """
    from sayso.record.sql import SQLStore

    return SQLStore(store_place(workspace, must=not create), must=not create)


def store_place(workspace: str | os.PathLike[str] | Server, *, must: bool) -> Path | Server:
    """The file that a folder keeps its record in, or the server.

    StoreError where the file ``must`` be there and is not. Whether a server holds a record is seen when it is opened.
    """
    where = workspace_at(workspace)
    if isinstance(where, Server):
        return where
    file = where / FILE
    if must and not file.is_file():
        raise StoreError(f"no record in {where} yet: `sayso read PATH` makes one")
    return file
