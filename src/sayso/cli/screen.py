"""What a command shows: in colour and fitted to a terminal, in plain lines to anything else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from sayso.model import EventEntry, FailureEntry, ReportEntry, StatementEntry
    from sayso.tell import Listing, Section

    Entry = TypeVar("Entry", ReportEntry, StatementEntry, EventEntry, FailureEntry)


def show_listing(listing: Listing[Entry], entries: Iterator[Entry], *, as_json: bool) -> None:
    """The entries as a table, as tab-separated lines in a pipe, or as JSON Lines."""
    from sayso.tell import entry_line

    first = next(entries, None)
    found = entries if first is None else chain([first], entries)
    if as_json:
        for entry in found:
            typer.echo(entry_line(entry))
    elif not sys.stdout.isatty():
        for line in listing.lines(found):
            typer.echo(line)
    elif first is None:
        typer.echo(listing.none)
    else:
        from rich.console import Console

        Console().print(listing.table(found))


def show_sections(sections: Iterable[Section]) -> None:
    """The sections, a blank line before each that is not indented."""
    if sys.stdout.isatty():
        from rich.console import Console

        console = Console(highlight=False)
        for number, section in enumerate(sections):
            if number and not section.depth:
                console.print()
            console.print(section.rich())
        return
    for number, section in enumerate(sections):
        if number and not section.depth:
            typer.echo()
        for line in section.text():
            typer.echo(line)
