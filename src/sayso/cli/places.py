"""`sayso places`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.explaining import explain
from sayso.cli.first_use import tell
from sayso.cli.options import AsJson, Model, Workspace
from sayso.errors import UsageError

What = Annotated[
    str,
    typer.Argument(
        metavar="REPORT|build|import",
        help="The report, as in `sayso show`; `build`: make the gazetteer anew; `import`: take in country dumps.",
    ),
]
Dumps = Annotated[
    list[Path] | None, typer.Argument(metavar="[FILE...]", help="Country dumps of GeoNames for `import`, like SD.zip.")
]


def places(
    what: What, dumps: Dumps = None, workspace: Workspace = None, model: Model = None, as_json: AsJson = False
) -> None:
    """Tell why the places of a report are read as they are; make the gazetteer, or add to it.

    Of each place: its words, what it was taken for, and what else its name can mean, with the features that speak for
    each. The report is read anew, so what is told is how sayso reads it now.

    `sayso places build` makes the gazetteer anew, which is otherwise made when it is first needed. `sayso places import
    SD.zip` adds the places of a country dump that you have downloaded from GeoNames.
    """
    if what == "import":
        _take_in(dumps or [])
    elif dumps:
        raise UsageError(f"{dumps[0]}: only `sayso places import` takes files")
    elif what == "build":
        _build()
    else:
        explain(what, workspace, model, lambda reasons: reasons.places, as_json=as_json)


def _build() -> None:
    from sayso.knowledge.atlas.build import build

    typer.echo(build(tell))


def _take_in(dumps: list[Path]) -> None:
    from sayso.knowledge.atlas.build import take_in

    if not dumps:
        raise UsageError("sayso places import: which file?")
    for dump in dumps:
        typer.echo(f"{dump}: {take_in(dump, tell)} places")
