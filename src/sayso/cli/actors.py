"""`sayso actors`: who the workspace knows by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.actors_review import review
from sayso.cli.cutting import Limit, NoPager
from sayso.cli.options import AsJson, Workspace
from sayso.cli.screen import show_listing, show_sections
from sayso.cli.workspace import open_workspace
from sayso.config import Settings
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.knowledge.dictionaries import FormatName
    from sayso.model import KnownActor
    from sayso.record import Store

actors = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Known actors: names, kinds, codes and terms.")

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Dictionaries of actors.")]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="actors, agents, entities or csv. Default: by the name of the file."),
]
One = Annotated[str, typer.Argument(metavar="ACTOR", help="A number of `sayso actors list`, or a name.")]
Several = Annotated[list[str], typer.Argument(metavar="ACTOR...", help="Two or more, by number or name.")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="state, institution, armed-group, person …")]
Country = Annotated[
    str, typer.Option("--country", metavar="CODE", help="ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC.")
]
Sectors = Annotated[str, typer.Option("--sectors", metavar="CODES", help="PLOVER sectors with spaces between them.")]
Wikidata = Annotated[str | None, typer.Option("--wikidata", metavar="ID", help="Its Wikidata id.")]


@actors.command("import")
def import_(files: Files, format: Format = None, workspace: Workspace = None) -> None:
    """Take in dictionaries of actors.

    PETRARCH's and TABARI's .actors and .agents (.txt after it or not), FollowTheMoney entities (.json, .jsonl; needs
    the extra `entities`), and CSV with the headings name, aliases (joined by |), kind, country, sectors, from, to,
    wikidata, role.

    A file imported again takes the place of what it brought before; what was merged or split by hand stays.

    Exit status: 0 every line read, 1 some lines could not be read (each is told with its number), 2 wrong usage.
    """
    from sayso.knowledge.dictionaries import FORMATS
    from sayso.record import open_store

    if format not in (*FORMATS, None):
        raise UsageError(f"format: {format!r} is none of {', '.join(FORMATS)}")
    unread = 0
    with open_store(Settings.gather({"workspace": workspace}).workspace) as store:
        for path in files:
            unread += _import(store, path, format)
    raise typer.Exit(1 if unread else 0)


def _import(store: Store, path: Path, format: FormatName | None) -> int:
    """Take one file in; the number of lines that could not be read."""
    from sayso.knowledge.dictionaries import read_dictionary
    from sayso.model import KnownActor
    from sayso.tell import visible

    read = list(read_dictionary(path, format))
    taken = store.register().take(path.name, (actor for actor in read if isinstance(actor, KnownActor)))
    unread = [line for line in read if not isinstance(line, KnownActor)]
    for line in unread:
        typer.echo(visible(f"{path}:{line.line}: {line.reason}"), err=True)
    typer.echo(
        visible(f"{path}: {taken.new} new, {taken.known} known, {taken.gone} gone, {len(unread)} lines not read")
    )
    return len(unread)


@actors.command("list")
def list_(
    origin: Annotated[
        str | None, typer.Option("--origin", metavar="NAME", help="Only what this file brought; own: what you entered.")
    ] = None,
    limit: Limit = None,
    as_json: AsJson = False,
    no_pager: NoPager = False,
    workspace: Workspace = None,
) -> None:
    """List the known actors by number."""
    from itertools import islice

    from sayso.tell import KNOWN

    with open_workspace(workspace) as store:
        found = (actor for actor in store.register().actors() if origin in (None, actor.origin))
        show_listing(KNOWN, islice(found, limit), as_json=as_json, paged=not no_pager)


@actors.command()
def show(actor: One, as_json: AsJson = False, workspace: Workspace = None) -> None:
    """Show one known actor: all names, and what it was when."""
    with open_workspace(workspace) as store:
        _tell(store.register().find(actor), as_json=as_json)


@actors.command()
def add(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Its names, the best first.")],
    kind: Kind = None,
    country: Country = "",
    sectors: Sectors = "",
    begin: Annotated[str, typer.Option("--from", metavar="DATE", help="Since this day, month or year.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Until this day, month or year.")] = "",
    wikidata: Wikidata = None,
    workspace: Workspace = None,
) -> None:
    """Enter an actor by hand."""
    from sayso.knowledge.dictionaries import make_actor
    from sayso.record import open_store

    entered = make_actor(names, kind, (country, sectors, begin, end), wikidata)
    with open_store(Settings.gather({"workspace": workspace}).workspace) as store:
        _tell(store.register().add(entered))


@actors.command()
def merge(actors: Several, workspace: Workspace = None) -> None:
    """Make one actor of several: it has all their names and terms."""
    with open_workspace(workspace) as store:
        _tell(store.register().merge(actors))


@actors.command()
def split(
    actor: One,
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="The names that are another's.")],
    workspace: Workspace = None,
) -> None:
    """Part names from an actor: they become an actor of their own, with the same kind and terms."""
    with open_workspace(workspace) as store:
        for part in store.register().split(actor, names):
            _tell(part)


@actors.command()
def export(
    file: Annotated[str, typer.Argument(metavar="FILE.csv", help="Where they go; - for the standard output.")] = "-",
    workspace: Workspace = None,
) -> None:
    """Write the known actors as CSV, which `sayso actors import` takes in again. FILE appears when it is complete."""
    from sayso.tell import known_lines, whole_file

    with open_workspace(workspace) as store:
        lines = known_lines(store.register().actors())
        if file == "-":
            for line in lines:
                typer.echo(line, nl=False)
            return
        with whole_file(Path(file)) as stream:
            stream.writelines(line.encode() for line in lines)


@actors.command()
def candidates(
    least: Annotated[int, typer.Option("--least", metavar="N", min=1, help="Names in at least so many reports.")] = 2,
    limit: Limit = 50,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask about each: one key enters it, skips it or dismisses it.")
    ] = False,
    as_json: AsJson = False,
    workspace: Workspace = None,
) -> None:
    """List the names that reports bear often and that have no code, with the words around them.

    With --ask each is shown by itself: y enters it with the kind that was found (codes can be added later by a CSV
    or `sayso actors merge`), n never asks about it again, any other key leaves it for later, q ends.
    """
    from sayso.tell import CANDIDATES

    with open_workspace(workspace) as store:
        found = store.register().candidates(least, limit)
        if ask:
            review(store.register(), found)
        else:
            show_listing(CANDIDATES, iter(found), as_json=as_json)


def _tell(actor: KnownActor, *, as_json: bool = False) -> None:
    from sayso.tell import entry_line, tell_known

    if as_json:
        typer.echo(entry_line(actor))
    else:
        show_sections([tell_known(actor)])
