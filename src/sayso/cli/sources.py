"""`sayso sources`."""

from __future__ import annotations

from sayso.cli.cutting import Asked, cutting
from sayso.cli.screen import show_cut


@cutting("speaker", "stance", "standing")
def sources(asked: Asked) -> None:
    """List who is heard, in all reports: named or not, how often, where, and from when to when.

    How many statements a source makes, and how many of them say, deny or decline something. A source without a name
    is one of its report alone: the same words elsewhere may stand for somebody else.
    """
    from sayso.tell import SOURCES

    show_cut(SOURCES, asked, lambda view: view.sources)
