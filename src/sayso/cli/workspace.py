"""The workspace that a command looks at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.config import Settings, Workspace

if TYPE_CHECKING:
    from sayso.record import Store


def open_workspace(given: str | None) -> Store:
    """The store of the workspace, which must be there; it is told on stderr, out of the way of what is listed."""
    from sayso.record import open_store

    workspace = Settings.gather({"workspace": given}).workspace
    store = open_store(workspace, create=False)
    _tell(workspace)
    return store


def find_place(given: str | None, *, must: bool = True) -> Workspace:
    """The file or server of the workspace's store, unopened; told like that.

    StoreError where the file must be there and is not.
    """
    from sayso.record import store_place

    workspace = Settings.gather({"workspace": given}).workspace
    place = store_place(workspace, must=must)
    _tell(workspace)
    return place


def told(workspace: Workspace) -> str:
    """The workspace as a person is told of it: without its password."""
    return str(workspace.absolute() if isinstance(workspace, Path) else workspace)


def _tell(workspace: Workspace) -> None:
    print(f"Workspace: {told(workspace)}", file=sys.stderr)  # noqa: T201  (the command line speaks)
