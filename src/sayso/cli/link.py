"""`sayso link`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from sayso.cli.streams import opened, written
from sayso.errors import DecodeError, UsageError

if TYPE_CHECKING:
    from sayso.model import Failure
    from sayso.pipeline.linking import Linking

Inputs = Annotated[
    list[str], typer.Argument(metavar="RECORDS.jsonl...", help="Records of `sayso annotate`; - for what is piped in.")
]
Output = Annotated[
    str, typer.Option("--out", "-o", metavar="OUT.jsonl", help="Where the events go; - for the standard output.")
]


def link(sources: Inputs, out: Output = "-") -> None:
    """Put records together: one line an event of the world.

    An event (contract sayso.linked/1) has its mentions in all reports, the origins that vouch for it, how well they
    support it, and who disputes it. Copies, and reports that cite one another, add no origin.

    Events come by day, those without one last. A line that is no record, or whose id came before, is told on stderr
    and left out. OUT.jsonl appears when it is complete.

    Exit status: 0 all put together, 1 some lines left out, 2 wrong usage.
    """
    from sayso.pipeline.linking import linking

    failed = False
    if any(_are_one(source, out) for source in sources):
        raise UsageError(f"{out}: is read from, too; the events go to a file of their own")
    with ExitStack() as stack:
        streams = [(source, stack.enter_context(opened(source))) for source in sources]
        sink = stack.enter_context(written(out))
        together = stack.enter_context(linking())
        for failure in _failures(streams, together):
            failed = True
            typer.echo(f"{failure.name}: {failure.reason}", err=True)
        for event in together.settled().events():
            sink.write(event.to_json().encode() + b"\n")
    raise typer.Exit(1 if failed else 0)


def _are_one(source: str, out: str) -> bool:
    """Whether both are one file; what is piped is none."""
    return "-" not in (source, out) and Path(source).exists() and Path(out).exists() and Path(source).samefile(out)


def _failures(streams: list[tuple[str, BinaryIO]], together: Linking) -> Iterator[Failure]:
    """What is left out, while all else is taken in."""
    from sayso.model import Failure, Findings
    from sayso.read import cut_lines

    for source, stream in streams:
        for number, line in enumerate(cut_lines(stream), start=1):
            if not line.strip():
                continue
            name = f"{source}:{number}"
            try:
                failure = together.take(name, Findings.from_json(line, name))
            except DecodeError as error:
                failure = Failure(name, error.stage, error.reason)
            if failure:
                yield failure
