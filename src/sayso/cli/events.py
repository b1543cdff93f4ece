"""`sayso events`."""

from __future__ import annotations

from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace


def events(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """List who did what to whom, in all reports.

    Type, status, words, who did it to whom through whom, when, where, and on whose say-so.

    No say-so means the report's own voice. Grey ones are less than even (confidence below 0.5). In a pipe the list is
    tab-separated, with country and confidence.
    """
    from sayso.tell import EVENTS

    with open_workspace(workspace) as store:
        show_listing(EVENTS, store.view().events(), as_json=as_json)
