"""`sayso doctor`."""

from __future__ import annotations

import typer

from sayso.cli.options import Workspace
from sayso.cli.workspace import find_place


def doctor(workspace: Workspace = None) -> None:
    """See whether the record is sound.

    The file, its keys, and for each report that every span still cuts its evidence and that the lists say what the
    record says. Nothing is changed.

    Exit status: 0 sound, 1 not.
    """
    from sayso.record.examining import examine
    from sayso.tell import visible

    troubles = 0
    for trouble in examine(find_place(workspace)):
        troubles += 1
        typer.echo(visible(f"report {trouble.report}: {trouble.what}" if trouble.report else trouble.what))
    typer.echo("Not sound: `sayso restore` brings a backup back." if troubles else "Sound.", err=bool(troubles))
    raise typer.Exit(1 if troubles else 0)
