"""`sayso schema`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

Linked = Annotated[bool, typer.Option("--linked", help="Of a line of `sayso link` instead (sayso.linked/1).")]


def schema(linked: Linked = False) -> None:
    """Print the JSON Schema of a record.

    Draft 2020-12, of what `sayso annotate` and `sayso show --json` write.
    """
    from sayso import model

    found = model.Linked.json_schema() if linked else model.Findings.json_schema()
    typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
