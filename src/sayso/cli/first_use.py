"""What is made once before reports can be read: the gazetteer."""

from __future__ import annotations

import typer


def make_ready() -> None:
    """Make the gazetteer where it is not there yet, and say so on stderr."""
    from sayso.knowledge.atlas.build import ensure

    ensure(tell)


def tell(line: str) -> None:
    """One line on stderr, out of the way of what is asked for."""
    typer.echo(f"{line} ...", err=True)
