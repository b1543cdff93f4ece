"""`sayso judge`."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.options import Workspace
from sayso.cli.workspace import open_workspace

Report = Annotated[str, typer.Argument(metavar="REPORT", help="As in `sayso show`: number, id, path or name.")]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event in that report (e1).")]
Same = Annotated[bool, typer.Option("--same/--different", help="Whether the two are one event.")]


def judge(
    report: Report, event: Event, other_report: Report, other_event: Event, *, same: Same, workspace: Workspace = None
) -> None:
    """Decide whether two events of reports are one.

    What a person decides binds, whatever sayso would make of it, and outlives every new reading; the last decision on
    two events holds. The decisions before it stay on record.

    Exit status: 0 done, 1 kept but other decisions keep the two apart, 2 wrong usage.
    """
    from sayso.model import Judgement
    from sayso.pipeline.linking import link

    with open_workspace(workspace) as store:
        view = store.view()
        first, second = sorted(((view.find(report).id, event), (view.find(other_report).id, other_event)))
        ledger = link(store)
        ledger.judge(Judgement(first, second, same), ledger.judged(first, second))
        ledger.settle()
        events = dict.fromkeys((ledger.event_of(*first), ledger.event_of(*second)))
        for found in filter(None, events):
            typer.echo(f"{found.id}\t{len(found.members)} {'mention' if len(found.members) == 1 else 'mentions'}")
    if same and len(events) > 1:
        typer.echo("kept, but other decisions keep the two apart: `sayso judgements` lists them", err=True)
        raise typer.Exit(1)
