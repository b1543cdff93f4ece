"""`sayso read`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Model, Workers, Workspace
from sayso.cli.progress import progress
from sayso.cli.screen import show_sections
from sayso.errors import StoreError

if TYPE_CHECKING:
    from sayso.config import Settings
    from sayso.tell import Summary

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files (.txt, .jsonl), folders with all they hold, or - for what is piped in."),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The day (YYYY-MM-DD) of reports that bring none of their own."),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of reports that bring none of their own.")
]


def read(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    workspace: Workspace = None,
    model: Model = None,
    workers: Workers = 1,
) -> None:
    """Read reports into the record.

    A .txt file is one report; a .jsonl file holds one a line (id and text, and where known published, outlet, title,
    url). At the end it sums up what is new, what was known before, and what failed and why. What is known adds nothing,
    unless it is now given a date or an outlet, or sayso itself has changed: then it is read again.

    Exit status: 0 all read, 1 some failed, 2 wrong usage.
    """
    from sayso.config import Settings
    from sayso.read import check_given, latest_day
    from sayso.tell import Summary

    settings, summary = Settings.gather({"workspace": workspace, "model": model}), Summary()
    check_given(published, latest_day())
    try:
        _ingest(paths, settings, summary, published=published, outlet=outlet, workers=workers)
    except StoreError as error:
        if not summary.reports:
            raise
        typer.echo(f"sayso: {error}", err=True)
        status = 1
    except KeyboardInterrupt:
        typer.echo("Interrupted: what was read so far is kept.", err=True)
        status = 130
    else:
        status = 1 if summary.failures else 0
    show_sections(summary.sections(str(settings.workspace.absolute())))
    raise typer.Exit(status)


def _ingest(
    paths: list[str], settings: Settings, summary: Summary, *, published: str | None, outlet: str | None, workers: int
) -> None:
    from sayso.pipeline import load
    from sayso.read import count_reports
    from sayso.record import open_store

    say = load(settings.model)
    with open_store(settings.workspace) as store, progress(lambda: count_reports(paths)) as advance:
        for outcome in say.ingest(paths, store, published=published, outlet=outlet, workers=workers):
            summary.take(outcome)
            advance()
