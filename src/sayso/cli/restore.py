"""`sayso restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import Workspace
from sayso.cli.workspace import find_place

Source = Annotated[Path, typer.Argument(metavar="FILE", help="What `sayso backup` wrote.")]
Force = Annotated[bool, typer.Option("--force", help="Also where the workspace holds a record already: it is lost.")]


def restore(file: Source, force: Force = False, workspace: Workspace = None) -> None:
    """Bring the record of a backup back.

    A backup of an earlier sayso is brought up to date. What is no backup, or damaged, is refused.
    """
    from sayso.record import backup

    reports = backup.restore(file, find_place(workspace, must=False), force=force)
    typer.echo(f"{file}: {reports} reports restored")
