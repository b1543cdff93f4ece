"""`sayso forget`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Workspace
from sayso.cli.workspace import open_workspace
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.model import ReportEntry

Reports = Annotated[
    list[str], typer.Argument(metavar="REPORT...", help="As in `sayso show`: number, id, path or name of the file.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def forget(reports: Reports, yes: Yes = False, workspace: Workspace = None) -> None:
    """Remove reports for good, with all that was found in them.

    No word of them is left in the workspace. The files that they were read from stay, and so do backups. A report that
    was forgotten comes in as new when it is read again.
    """
    from sayso.pipeline.linking import forget as for_good

    with open_workspace(workspace) as store:
        entries = {entry.number: entry for entry in map(store.view().find, reports)}
        if not yes:
            _ask(entries.values())
        for_good(store, entries.keys())
    for entry in entries.values():
        typer.echo(f"Forgotten: {_told(entry)}")


def _ask(entries: Iterable[ReportEntry]) -> None:
    if not sys.stdin.isatty():
        raise UsageError("what is forgotten cannot be brought back: say --yes where nobody can be asked")
    for entry in entries:
        typer.echo(_told(entry))
    typer.confirm("Forget for good?", abort=True)


def _told(entry: ReportEntry) -> str:
    from sayso.tell import visible

    return visible(f"{entry.number} {entry.headline} ({entry.path})")
