"""`sayso search`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, cast

import typer

from sayso.cli.cutting import Limit, NoPager
from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace


class Place(StrEnum):
    """Where to look."""

    REPORTS = "reports"
    STATEMENTS = "statements"


Words = Annotated[
    list[str], typer.Argument(metavar="WORDS", help="All of these; '\"exact phrase\"', beginning*, 'word -without'.")
]
In = Annotated[Place | None, typer.Option("--in", help="Look there only.")]


def search(
    words: Words,
    place: In = None,
    limit: Limit = None,
    as_json: AsJson = False,
    no_pager: NoPager = False,
    workspace: Workspace = None,
) -> None:
    """Find words in reports and statements.

    Reports come first, then statements, the best first; the words stand in [[brackets]]. Upper and lower case and
    accents make no difference. Put words with quotes or a hyphen before them between single quotes.
    """
    from sayso.model import HitPlace
    from sayso.tell import HITS

    with open_workspace(workspace) as store:
        found = store.view().search(" ".join(words), cast("HitPlace | None", place and place.value), limit)
        show_listing(HITS, found, as_json=as_json, paged=not no_pager)
