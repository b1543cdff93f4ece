"""Reading a report of the workspace anew, to tell why its times or places are read as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sayso.cli.first_use import make_ready
from sayso.cli.screen import show_sections
from sayso.cli.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.reason import PlaceReason, Reasons, TimeReason


def explain(
    report: str,
    workspace: str | None,
    model: str | None,
    choose: Callable[[Reasons], tuple[TimeReason, ...] | tuple[PlaceReason, ...]],
    *,
    as_json: bool,
) -> None:
    """Show why; a report that is not in English has no times and places."""
    from sayso.config import Settings
    from sayso.pipeline import load
    from sayso.tell import reason_line, tell_reasons

    with open_workspace(workspace) as store:
        view = store.view()
        found = view.findings(view.find(report).number).report
    make_ready()
    reasons = choose(load(Settings.gather({"model": model}).model).reasons(found))
    if as_json:
        for reason in reasons:
            typer.echo(reason_line(reason))
    elif reasons:
        show_sections(tell_reasons(reasons, found.text))
    else:
        typer.echo("None in this report.")
