"""`sayso reports`."""

from __future__ import annotations

from sayso.cli.cutting import Asked, cutting
from sayso.cli.screen import show_cut


@cutting("actor", "speaker", "type", "stance", "standing")
def reports(asked: Asked) -> None:
    """List the reports.

    Number, day, outlet, headline, how much was found in each, and where it came from.

    An actor, a type or a speaker is looked for in what each report tells; stance and standing are the speaker's.

    In a pipe the list is tab-separated, with the ids.
    """
    from sayso.tell import REPORTS

    show_cut(REPORTS, asked, lambda view: view.reports)
