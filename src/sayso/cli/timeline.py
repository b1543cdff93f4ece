"""`sayso timeline`."""

from __future__ import annotations

from sayso.cli.cutting import Asked, cutting
from sayso.cli.screen import show_found


@cutting("actor", "speaker", "type", "grade", "disputed")
def timeline(asked: Asked) -> None:
    """List what happened, over all reports: each event once, by day.

    Type, status, who did it to whom, where, how well it is supported, by which origins, who disputes it, in how many
    reports. A filter leaves an event of which one report's mention passes it.

    Grey ones stand on nobody's word. In a pipe the list is tab-separated; --json gives the contract sayso.linked/1.
    """
    from sayso.pipeline.linking import link
    from sayso.pipeline.linking import timeline as listed
    from sayso.tell import TIMELINE

    show_found(TIMELINE, asked, lambda store, cut: listed(store, link(store), cut))
