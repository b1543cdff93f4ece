"""`sayso families`."""

from __future__ import annotations

from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace


def families(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """List reports that carry one text: copies (exact, near, shortened, rewritten) and new versions of a page.

    The likely original of a family comes first; beside each report stands why it is taken for the original or a copy.
    """
    from sayso.pipeline.linking import link
    from sayso.tell import FAMILIES, family_entries

    with open_workspace(workspace) as store:
        reports = {entry.id: entry for entry in store.view().reports()}
        show_listing(FAMILIES, family_entries(link(store).families(), reports), as_json=as_json, paged=True)
