"""`sayso backup`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import Workspace
from sayso.cli.workspace import find_place

Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")]
Force = Annotated[bool, typer.Option("--force", help="Write over FILE where it is there already.")]


def backup(file: Target, force: Force = False, workspace: Workspace = None) -> None:
    """Copy the whole record to one file.

    Others may read and write meanwhile. FILE appears when it is complete and was found sound.
    """
    from sayso.record.backup import back_up

    reports = back_up(find_place(workspace), file, force=force)
    typer.echo(f"{file}: {reports} reports, sound")
