"""`sayso event`."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.options import Workspace
from sayso.cli.screen import show_sections
from sayso.cli.workspace import open_workspace

Event = Annotated[
    str, typer.Argument(metavar="EVENT", help="Its id in `sayso timeline`, or four or more of its first characters.")
]


def event(
    event: Event,
    workspace: Workspace = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The event itself instead (sayso.linked/1), on one line.")
    ] = False,
) -> None:
    """Show one event of the world: what all reports together have of it.

    Who, when, where and the tolls; the origins that vouch for it, each with those it is reported through and with its
    words; who disputes it; and what is not known.
    """
    from sayso.pipeline.linking import link
    from sayso.tell import tell_linked

    with open_workspace(workspace) as store:
        found, view = link(store).event(event), store.view()
        if as_json:
            typer.echo(found.to_json())
            return
        told = {member.report for member in found.members} | {dispute.statement.report for dispute in found.disputes}
        show_sections(tell_linked(found, {id: view.findings(view.number(id)) for id in sorted(told)}))
