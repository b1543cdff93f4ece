"""`sayso statements`."""

from __future__ import annotations

from sayso.cli.cutting import Asked, cutting
from sayso.cli.screen import show_cut


@cutting("speaker", "stance", "standing")
def statements(asked: Asked) -> None:
    """List who said what, in all reports.

    The speaker (← who reports them saying it), their standing and stance, the words, and when they were said.

    Grey ones are less than even (confidence below 0.5). In a pipe the list is tab-separated, with cue, occasion and
    confidence.
    """
    from sayso.tell import STATEMENTS

    show_cut(STATEMENTS, asked, lambda view: view.statements)
