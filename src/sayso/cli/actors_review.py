"""Candidates one by one: a key decides each."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.model import Candidate
    from sayso.record import Register

_KEYS = "y: enter   c: enter with a code   n: never ask again   q: leave   any other: later"


def review(register: Register, candidates: Iterable[Candidate]) -> None:
    """Ask about each candidate, and keep each answer at once. UsageError where there is nobody to answer."""
    from sayso.tell import visible

    if not sys.stdin.isatty():
        raise UsageError("--ask asks at a terminal: `sayso actors import FILE.csv` enters many at once")
    for candidate in candidates:
        typer.echo(visible(f"\n{candidate.name}  ({candidate.kind}, in {candidate.reports} reports)"))
        for context in candidate.contexts:
            typer.echo(f"  {visible(context)}")
        typer.echo(_KEYS)
        key = typer.getchar().casefold()
        if key == "q":
            return
        _decide(register, candidate, key)


def _decide(register: Register, candidate: Candidate, key: str) -> None:
    from sayso.knowledge.dictionaries import make_actor

    if key == "n":
        register.dismiss(candidate.name)
    elif key in ("y", "c"):
        country, sectors = "", ""
        if key == "c":
            country, _, sectors = str(typer.prompt("Country and sectors (AFG GOV; - for no country)")).partition(" ")
        code = ("" if country == "-" else country, sectors, "", "")
        try:
            register.add(make_actor([candidate.name], candidate.kind, code, None))
        except UsageError as error:
            typer.echo(f"{error}: left for later")
