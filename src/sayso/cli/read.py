"""`sayso read`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Contested, Fetch, Model, Profile, Workers, Workspace
from sayso.cli.reading import tell_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Failure, Receipt
    from sayso.pipeline import Sayso
    from sayso.record import Store

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files (.txt, .html, .jsonl), folders with all they hold, - for what is piped in."
    ),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The day (YYYY-MM-DD) of reports that bring none of their own."),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of reports that bring none of their own.")
]


def read(  # noqa: PLR0913, PLR0917  (each is an option of the command)
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    workspace: Workspace = None,
    model: Model = None,
    workers: Workers = 1,
    fetch: Fetch = False,
    contested: Contested = None,
    profile: Profile = None,
) -> None:
    """Read reports into the record.

    A .txt file is one report, and so is the article of a web page (.html, .htm, .xhtml); a .jsonl file holds one a
    line (id and text, and where known published, outlet, title, url). Nothing is fetched without --fetch. At the end it
    sums up what is new, what was known before, and what failed and why. What is known adds nothing, unless it is now
    given a date or an outlet, or sayso itself has changed: then it is read again.

    Exit status: 0 all read, 1 some failed, 2 wrong usage.
    """
    from sayso.config import Settings
    from sayso.read import check_addresses, check_given, count_reports, latest_day

    check_given(published, latest_day())
    check_addresses(paths, fetch=fetch)

    def outcomes(say: Sayso, store: Store) -> Iterator[Receipt | Failure]:
        return say.ingest(paths, store, published=published, outlet=outlet, workers=workers, fetch=fetch)

    settings = Settings.gather({"workspace": workspace, "model": model, "contested": contested, "profile": profile})
    tell_reading(settings, outcomes, lambda: count_reports(paths))
