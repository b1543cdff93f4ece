"""`sayso judgements`."""

from __future__ import annotations

from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace


def judgements(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """List what was decided of events with `sayso judge`.

    The words that told each event, what was decided last, and whether it binds: where a newer sayso reads no event at
    these words any more, or other decisions keep apart what it joins, it is kept and listed, and binds nothing.
    """
    from sayso.pipeline.linking import decided
    from sayso.tell import JUDGEMENTS

    with open_workspace(workspace) as store:
        show_listing(JUDGEMENTS, decided(store), as_json=as_json)
