"""`sayso annotate`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from sayso.cli.first_use import make_ready
from sayso.cli.options import Contested, Model, Profile, Workers
from sayso.cli.streams import opened, written

if TYPE_CHECKING:
    from sayso.model import Failure, Report

Input = Annotated[str, typer.Argument(metavar="IN.jsonl", help="Reports, one a line; - for what is piped in.")]
Output = Annotated[
    str, typer.Option("--out", "-o", metavar="OUT.jsonl", help="Where the records go; - for the standard output.")
]


def annotate(
    source: Input,
    out: Output = "-",
    model: Model = None,
    profile: Profile = None,
    workers: Workers = 1,
    contested: Contested = None,
) -> None:
    """Turn JSON Lines of reports into records.

    One record a line in the order of the input (contract sayso.record/1), streaming, without a workspace.

    An input line is {"id": …, "text": …} and where known "published", "outlet", "title", "url". A line that is no
    report is told on stderr and has no record. OUT.jsonl appears when it is complete.

    Exit status: 0 all read, 1 some failed, 2 wrong usage.
    """
    from sayso.config import Settings
    from sayso.model import Findings
    from sayso.pipeline import load

    failed = False
    with opened(source) as stream:
        settings = Settings.gather({"model": model, "contested": contested, "profile": profile})
        make_ready()
        say = load(settings.model, settings.contested, settings.profile)
        with written(out) as sink:
            for outcome in say.outcomes(_reports(source, stream), workers=workers):
                if isinstance(outcome, Findings):
                    sink.write(outcome.to_json().encode() + b"\n")
                else:
                    failed = True
                    typer.echo(f"{outcome.name}: {outcome.reason}", err=True)
    raise typer.Exit(1 if failed else 0)


def _reports(source: str, stream: BinaryIO) -> Iterator[Report | Failure]:
    from sayso.read import Intake, Source, read_lines

    for taken in read_lines(Source(source, stream)):
        yield taken.report if isinstance(taken, Intake) else taken
