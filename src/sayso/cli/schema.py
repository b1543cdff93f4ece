"""`sayso schema`."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record.

    Draft 2020-12, of what `sayso annotate` and `sayso show --json` write.
    """
    from sayso.model import Findings

    typer.echo(json.dumps(Findings.json_schema(), indent=2, ensure_ascii=False))
