"""All commands of `sayso`. A further one is a file of its own and a line here."""

from __future__ import annotations

from typing import Annotated

import typer

import sayso
from sayso.cli import (
    actors,
    annotate,
    backup,
    codebook,
    doctor,
    event,
    events,
    families,
    forget,
    jobs,
    judge,
    judgements,
    link,
    places,
    read,
    reports,
    restore,
    schema,
    search,
    show,
    sources,
    statements,
    timeline,
    times,
)

COMMANDS = (
    read.read,
    reports.reports,
    statements.statements,
    sources.sources,
    events.events,
    timeline.timeline,
    event.event,
    judge.judge,
    judgements.judgements,
    families.families,
    search.search,
    show.show,
    times.times,
    places.places,
    jobs.jobs,
    doctor.doctor,
    backup.backup,
    restore.restore,
    forget.forget,
    annotate.annotate,
    link.link,
    codebook.codebook,
    schema.schema,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in COMMANDS:
    app.command()(_command)
app.add_typer(actors.actors, name="actors")


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"sayso {sayso.__version__}")
        raise typer.Exit


@app.callback()
def sayso_(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Reads news reports and keeps a sourced record: who did what to whom, when, where, and on whose say-so.

    Begin with `sayso read PATH`, then look at `sayso reports` and `sayso show 1`.
    """
