"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Workspace = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help="The folder of the record, or a postgresql:// address. Default: SAYSO_WORKSPACE, else ./.sayso",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="A spaCy English pipeline, by package name or path. Default: SAYSO_MODEL, else the one installed.",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="FILE.toml",
        help="Another codebook for events: plover, cameo, harvest (an example), or a file. Default: plover",
    ),
]
Workers = Annotated[int, typer.Option("--workers", "-n", metavar="N", min=1, help="Processes that read side by side.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON instead: one object a line.")]
Fetch = Annotated[bool, typer.Option("--fetch", help="Let a PATH be the address of a page, to be fetched.")]
Contested = Annotated[
    str | None,
    typer.Option(
        "--contested",
        metavar="SCHEME",
        help="How contested states are coded: plover, iso or a TOML file. Default: SAYSO_CONTESTED, else plover.",
    ),
]
