"""The workspace that a command looks at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.config import Settings

if TYPE_CHECKING:
    from sayso.record import Store


def open_workspace(workspace: Path | None) -> Store:
    """The store of the workspace, which must be there; its path is told on stderr, out of the way of what is listed."""
    from sayso.record import open_store

    folder = Settings.gather({"workspace": workspace}).workspace
    store = open_store(folder, create=False)
    _tell(folder)
    return store


def find_store(workspace: Path | None, *, must: bool = True) -> Path:
    """The file of the workspace's store, unopened; told like that. StoreError where it must be there and is not."""
    from sayso.record import store_file

    folder = Settings.gather({"workspace": workspace}).workspace
    file = store_file(folder, must=must)
    _tell(folder)
    return file


def _tell(folder: Path) -> None:
    print(f"Workspace: {folder.absolute()}", file=sys.stderr)  # noqa: T201  (the command line speaks)
