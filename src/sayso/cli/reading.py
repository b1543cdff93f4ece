"""A reading as it is seen at the command line: a bar while it runs, its sum at the end, its exit status."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from sayso.cli.first_use import make_ready
from sayso.cli.progress import progress
from sayso.cli.screen import show_sections
from sayso.cli.workspace import told
from sayso.errors import StoreError

if TYPE_CHECKING:
    from sayso.config import Settings, Workspace
    from sayso.model import Failure, Receipt
    from sayso.pipeline import Sayso
    from sayso.record import Store
    from sayso.tell import Summary

    Outcomes = Callable[[Sayso, Store], Iterator[Receipt | Failure]]


def tell_reading(settings: Settings, outcomes: Outcomes, total: Callable[[], int | None]) -> None:
    """Show the outcomes of a reading into the workspace, and end: 0 all read, 1 some failed, 130 interrupted."""
    from sayso.tell import Summary

    summary = Summary()
    try:
        _take(summary, settings, outcomes, total)
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
    show_sections(summary.sections(told(settings.workspace), _option(settings.workspace)))
    raise typer.Exit(status)


def _option(workspace: Workspace) -> str:
    """What the next command has to be given so that it finds ``workspace``."""
    from sayso.config import Settings

    return "" if workspace == Settings.gather({}).workspace else f" -w {shlex.quote(str(workspace))}"


def _take(summary: Summary, settings: Settings, outcomes: Outcomes, total: Callable[[], int | None]) -> None:
    from sayso.pipeline import load
    from sayso.pipeline.linking import link
    from sayso.record import open_store

    make_ready()
    say = load(settings.model, settings.contested, settings.profile)
    with open_store(settings.workspace) as store, progress(total) as advance:
        for outcome in outcomes(say, store):
            summary.take(outcome)
            advance()
        link(store)
