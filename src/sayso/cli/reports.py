"""`sayso reports`."""

from __future__ import annotations

from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace


def reports(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """List the reports.

    Number, day, outlet, headline, how much was found in each, and where it came from.

    In a pipe the list is tab-separated, with the ids.
    """
    from sayso.tell import REPORTS

    with open_workspace(workspace) as store:
        show_listing(REPORTS, store.view().reports(), as_json=as_json)
