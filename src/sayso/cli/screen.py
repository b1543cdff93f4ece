"""What a command shows: in colour and fitted to a terminal, in plain lines to anything else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import typer

from sayso.cli.workspace import open_workspace

if TYPE_CHECKING:
    from sayso.cli.cutting import Asked
    from sayso.model import (
        Candidate,
        Cut,
        EventEntry,
        FailureEntry,
        FamilyEntry,
        Hit,
        JudgementEntry,
        KnownActor,
        Linked,
        ReportEntry,
        SourceEntry,
        StatementEntry,
    )
    from sayso.record import Store, View
    from sayso.tell import Listing, Section

    Entry = TypeVar(
        "Entry",
        ReportEntry,
        StatementEntry,
        SourceEntry,
        EventEntry,
        FailureEntry,
        Hit,
        KnownActor,
        Candidate,
        JudgementEntry,
        Linked,
        FamilyEntry,
    )


def show_listing(listing: Listing[Entry], entries: Iterator[Entry], *, as_json: bool, paged: bool = False) -> None:
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
        _show_table(listing, found, paged=paged)


def show_cut(listing: Listing[Entry], asked: Asked, ask: Callable[[View], Callable[[Cut], Iterator[Entry]]]) -> None:
    """The entries of the record that were asked for, as they were asked for."""
    show_found(listing, asked, lambda store, cut: ask(store.view())(cut))


def show_found(listing: Listing[Entry], asked: Asked, find: Callable[[Store, Cut], Iterator[Entry]]) -> None:
    """What ``find`` gives of the workspace, as it was asked for."""
    shaped = asked.shaped(listing)
    if asked.sort is not None:
        listing.field(asked.sort)
    with open_workspace(asked.workspace) as store:
        entries = find(store, asked.cut(store.view(), listing))
        if asked.as_csv:
            for line in shaped.csv(entries):
                typer.echo(line, nl=False)
            return
        if asked.is_cut:
            shaped = replace(shaped, none=f"Nothing matches; without the filters `sayso {listing.name}` lists all.")
        show_listing(shaped, entries, as_json=asked.as_json, paged=not asked.no_pager)


def _show_table(listing: Listing[Entry], entries: Iterable[Entry], *, paged: bool) -> None:
    """Through a pager where somebody sits before it and it is longer than the terminal is high."""
    from rich.console import Console

    console = Console()
    table = listing.table(entries, console.width)
    if paged and sys.stdin.isatty() and table.row_count + 3 > console.height:
        os.environ.setdefault("LESS", "-FRX")
        with console.pager(styles=console.color_system is not None):
            console.print(table)
    else:
        console.print(table)


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
