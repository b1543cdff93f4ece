"""`sayso events`."""

from __future__ import annotations

from sayso.cli.cutting import Asked, cutting
from sayso.cli.screen import show_cut


@cutting("actor", "speaker", "type")
def events(asked: Asked) -> None:
    """List who did what to whom, in all reports.

    Type, status, words, who did it to whom through whom, when, where, and on whose say-so.

    No say-so means the report's own voice. Grey ones are less than even (confidence below 0.5). In a pipe the list is
    tab-separated, with country and confidence.
    """
    from sayso.tell import EVENTS

    show_cut(EVENTS, asked, lambda view: view.events)
