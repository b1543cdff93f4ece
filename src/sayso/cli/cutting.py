"""The options that cut a list, declared once for the commands that list."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, Workspace
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.model import Cut
    from sayso.record import View
    from sayso.tell import Listing

_MOST = 1_000_000_000


def _text(name: str, metavar: str, help: str) -> Any:
    return Annotated[str | None, typer.Option(f"--{name}", metavar=metavar, help=help)]


def _several(name: str, metavar: str, help: str) -> Any:
    return Annotated[
        list[str] | None, typer.Option(f"--{name}", metavar=metavar, help=f"{help} More than once: any of them.")
    ]


Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, max=_MOST, help="At most so many, the first ones.")
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="All at once, also where it is longer than the terminal.")]
_DECLARED: dict[str, tuple[Any, Any]] = {
    "actor": (_text("actor", "NAME", "Who takes part, in any role: whole words, in any case."), None),
    "speaker": (_text("speaker", "NAME", "Who says it: whole words, in any case."), None),
    "type": (_several("type", "TYPE", "The type of event (CONSULT, ASSAULT…)."), None),
    "stance": (_several("stance", "STANCE", "How it is said (claims, denies…)."), None),
    "standing": (_several("standing", "STANDING", "How the speaker stands (named, unnamed…)."), None),
    "grade": (_several("grade", "GRADE", "How well it is supported (on-record, one-unnamed-origin…)."), None),
    "disputed": (Annotated[bool, typer.Option("--disputed", help="Only what somebody disputes.")], False),
    "whole": (Annotated[bool, typer.Option("--whole", help="Each with every field and the words behind it.")], False),
    "since": (
        _text("since", "DATE", "Not before this day, month or year; without a day of its own, its report's."),
        None,
    ),
    "until": (
        _text("until", "DATE", "Not after this day, month or year; without a day of its own, its report's."),
        None,
    ),
    "report": (_text("report", "REPORT", "In this report only: its number, id or file."), None),
    "about": (_text("about", "WORDS", 'All of these words; "exact phrase", beginning*, -without.'), None),
    "sort": (_text("sort", "COLUMN", "By this column; -COLUMN is the other way round."), None),
    "limit": (Limit, None),
    "columns": (_text("columns", "A,B,C", "These columns, in this order."), None),
    "as_csv": (Annotated[bool, typer.Option("--csv", help="CSV instead, for spreadsheets.")], False),
    "as_json": (AsJson, False),
    "no_pager": (NoPager, False),
    "workspace": (Workspace, None),
}
_OF_EVERY_LIST = ("since", "until", "report", "about", "sort", "limit")
_SHOWN = ("columns", "as_csv", "as_json", "no_pager", "workspace")
_NO_FILTERS = frozenset({"sort", "limit", "whole", *_SHOWN})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a list at the command line; ``sort`` and ``columns`` are headings."""

    actor: str | None = None
    speaker: str | None = None
    type: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    disputed: bool = False
    since: str | None = None
    until: str | None = None
    report: str | None = None
    about: str | None = None
    sort: str | None = None
    limit: int | None = None
    whole: bool = False
    columns: str | None = None
    as_csv: bool = False
    as_json: bool = False
    no_pager: bool = False
    workspace: str | None = None

    def cut(self, view: View, listing: Listing[Any]) -> Cut:
        """The cut of the listing's entries; UsageError where a value can hold for nothing."""
        from sayso.config import Settings
        from sayso.knowledge.codebook import codebook
        from sayso.model import Cut

        profile = Settings.gather({}).profile if self.type else None
        return Cut(
            **({"kinds": codebook(profile).codes} if profile else {}),
            actor=self.actor,
            speaker=self.speaker,
            types=self.type,
            stances=self.stance,
            standings=self.standing,
            grades=self.grade,
            disputed=self.disputed,
            since=self.since,
            until=self.until,
            report=None if self.report is None else view.find(self.report).number,
            about=self.about,
            sort=None if self.sort is None else listing.field(self.sort),
            limit=self.limit,
        )

    def shaped(self, listing: Listing[Any]) -> Listing[Any]:
        """The listing with the columns that were asked for; UsageError where there is no such column."""
        if self.as_json and (self.as_csv or self.columns is not None):
            raise UsageError("--json gives whole entries: not with --csv or --columns")
        return listing if self.columns is None else listing.only(self.columns)

    @property
    def is_cut(self) -> bool:
        """Whether anything was left out by a filter."""
        return any(getattr(self, field.name) for field in fields(self) if field.name not in _NO_FILTERS)


def cutting(*filters: str) -> Callable[[Callable[[Asked], None]], Callable[..., None]]:
    """Let a command be called with the options of every list and these ``filters``, and take what was `Asked`."""

    def wrap(command: Callable[[Asked], None]) -> Callable[..., None]:
        def called(**given: Any) -> None:
            told: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
            several = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
            command(Asked(**(told | several)))

        names = (*filters, *_OF_EVERY_LIST, *_SHOWN)
        called.__name__, called.__doc__ = command.__name__, command.__doc__
        called.__annotations__ = {name: _DECLARED[name][0] for name in names}
        called.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # (typer reads it)
            [
                inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
                for name, (annotation, default) in ((name, _DECLARED[name]) for name in names)
            ]
        )
        return called

    return wrap
