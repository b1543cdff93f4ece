"""`sayso jobs`."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.options import AsJson, Contested, Fetch, Model, Profile, Workers, Workspace
from sayso.cli.reading import tell_reading
from sayso.cli.screen import show_listing
from sayso.cli.workspace import open_workspace

Retry = Annotated[
    bool, typer.Option("--retry", help="Read again what is listed, with the date and outlet that were given to it.")
]


def jobs(
    retry: Retry = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
    model: Model = None,
    workers: Workers = 1,
    fetch: Fetch = False,
    contested: Contested = None,
    profile: Profile = None,
) -> None:
    """List what could not be read, the newest first.

    When it failed, at which stage and why. A report leaves the list when it is read.

    What was piped in cannot be read again from here: pipe it in once more.

    Exit status with --retry: 0 all read, 1 some failed again.
    """
    from sayso.config import Settings
    from sayso.tell import FAILURES

    with open_workspace(workspace) as store:
        if not retry:
            show_listing(FAILURES, store.view().failures(), as_json=as_json)
            return
    settings = Settings.gather({"workspace": workspace, "model": model, "contested": contested, "profile": profile})
    tell_reading(settings, lambda say, store: say.retry(store, workers=workers, fetch=fetch), lambda: None)
