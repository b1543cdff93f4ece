"""`sayso events`."""

from __future__ import annotations

import typer

from sayso.cli.cutting import Asked, cutting
from sayso.cli.screen import show_cut, show_sections
from sayso.cli.workspace import open_workspace
from sayso.errors import UsageError


@cutting("actor", "speaker", "type", "whole")
def events(asked: Asked) -> None:
    """List who did what to whom, in all reports.

    Type, status, words, who did it to whom through whom, when, where, and on whose say-so.

    No say-so means the report's own voice. Grey ones are less than even (confidence below 0.5). In a pipe the list is
    tab-separated, with country and confidence. --whole shows with each its tolls, what it came before or after, every
    mention in its context, and what the report is about.
    """
    from sayso.tell import EVENTS

    if asked.whole:
        _show_whole(asked)
    else:
        show_cut(EVENTS, asked, lambda view: view.events)


def _show_whole(asked: Asked) -> None:
    from sayso.tell import EVENTS, event_lines, tell_events

    if asked.as_csv or asked.columns is not None:
        raise UsageError("--whole shows every field: not with --csv or --columns")
    with open_workspace(asked.workspace) as store:
        view = store.view()
        entries = view.events(asked.cut(view, EVENTS))
        if asked.as_json:
            for line in event_lines(entries, view.findings):
                typer.echo(line)
        else:
            show_sections(tell_events(entries, view.findings))
