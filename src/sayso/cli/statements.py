"""`sayso statements`."""

from __future__ import annotations

from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace


def statements(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """List who said what, in all reports.

    The speaker (← who reports them saying it), their standing and stance, the words, and when they were said.

    Grey ones are less than even (confidence below 0.5). In a pipe the list is tab-separated, with cue, occasion and
    confidence.
    """
    from sayso.tell import STATEMENTS

    with open_workspace(workspace) as store:
        show_listing(STATEMENTS, store.view().statements(), as_json=as_json)
