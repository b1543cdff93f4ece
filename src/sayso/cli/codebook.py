"""`sayso codebook`."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.options import Profile
from sayso.cli.screen import show_sections

Kind = Annotated[str | None, typer.Argument(metavar="[KIND]", help="One kind only, by its code: CONSULT.")]


def codebook(kind: Kind = None, profile: Profile = None) -> None:
    """Print what each type and mode of event means as sayso codes it.

    Its meaning, an example, the traps, and its modes; with `--profile` those of another codebook, which is checked as
    `sayso read --profile` would check it.
    """
    from sayso.config import Settings
    from sayso.knowledge.codebook import codebook as book_of
    from sayso.tell import codebook_sections

    show_sections(codebook_sections(book_of(Settings.gather({"profile": profile}).profile or "plover"), kind))
