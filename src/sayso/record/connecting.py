"""Where a workspace's record is: in a file of its folder, or on a server; and connections to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from sayso.config import Server
from sayso.record.opening import open_file


def open_place(where: Path | Server, *, must: bool = False) -> Engine:
    """Connections to the file or server, which holds the tables of today; StoreError where it cannot be used.

    They leave transactions to `transactions`. A server that ``must`` hold a record is not made to hold one.
    """
    if isinstance(where, Server):
        from sayso.record.serving import open_server

        return open_server(where, must=must)
    return open_file(where)


@contextmanager
def connected(where: Path | Server) -> Iterator[Connection]:
    """One connection to the file or server, which is let go of afterwards."""
    engine = open_place(where, must=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
