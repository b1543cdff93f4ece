"""`sayso show`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import Workspace
from sayso.cli.screen import show_sections
from sayso.cli.workspace import open_workspace
from sayso.errors import UsageError

Report = Annotated[
    str,
    typer.Argument(
        metavar="REPORT",
        help="Its number in `sayso reports`, its id (four characters will do), or the path or name of its file.",
    ),
]


def show(
    report: Report,
    workspace: Workspace = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The record itself instead (sayso.record/1), on one line.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE", help="A page instead: the report with its record beside it, in one file."
        ),
    ] = None,
) -> None:
    """Show one record, with the words behind it.

    The layout of the report comes first, then each statement and event with its evidence.

    Of a statement: the speaker, how far they stand to it, the cue, their words, who reports them (via), the occasion,
    the time. Of an event: who did it to whom through whom, when, where, and on whose say-so. Grey is less than even.
    """
    from sayso.tell import tell_page, tell_record, whole_file

    if html and as_json:
        raise UsageError("--json or --html, not both")
    with open_workspace(workspace) as store:
        entry = store.view().find(report)
        findings = store.view().findings(entry.number)
        if html:
            with whole_file(html) as stream:
                stream.write(tell_page(entry, findings).encode())
            typer.echo(html)
        elif as_json:
            typer.echo(findings.to_json())
        else:
            show_sections(tell_record(entry, findings))
