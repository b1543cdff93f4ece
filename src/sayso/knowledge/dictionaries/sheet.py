"""A plain table of actors, as it is kept in a spreadsheet: CSV with headings of `HEADINGS`, `name` at least.

`aliases` are joined by `|`, `sectors` by spaces; `from` and `to` are days, months or years. Further rows with the name
(and the kind, where it is given) of an earlier one are further terms of it. Commas, semicolons or tabs part the cells.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast, get_args

from sayso.errors import UsageError
from sayso.knowledge.cameo import SLOTS
from sayso.knowledge.dictionaries.lines import Line, read_lines
from sayso.knowledge.plover import SECTORS
from sayso.knowledge.states import state_by_code
from sayso.model.actor import ActorKind
from sayso.model.known import OWN, KnownActor, Term, Unread

HEADINGS = ("name", "aliases", "kind", "country", "sectors", "from", "to", "wikidata", "role")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_Row = dict[str, str]


class _RowError(ValueError):
    """Why a row cannot be read."""


def read_sheet(path: Path) -> Iterator[KnownActor | Unread]:
    """The actors of a CSV file, and its rows that cannot be read; one row is one line."""
    headings: list[str] = []
    delimiter = ","
    found: dict[tuple[str, str], KnownActor] = {}
    for line in read_lines(path):
        if isinstance(line, Unread):
            yield line
        elif not headings:
            delimiter = max(",;\t", key=line.text.count)
            headings = [cell.strip().casefold() for cell in _cells(line.text, delimiter)]
            if "name" not in headings or not set(headings) <= {*HEADINGS, "number", "origin", ""}:
                yield Unread(line.number, f"the first line must hold headings: {', '.join(HEADINGS)}")
                return
        elif line.text.strip():
            try:
                _enter(found, _row(line, headings, delimiter), path.name)
            except _RowError as trouble:
                yield Unread(line.number, str(trouble))
    yield from found.values()


def _enter(found: dict[tuple[str, str], KnownActor], row: _Row, origin: str) -> None:
    actor = _actor(row, origin)
    key = (actor.name, row.get("kind", ""))
    known = found.get(key)
    if known is None:
        found[key] = actor
        return
    names = tuple(dict.fromkeys((*known.names, *actor.names)))
    found[key] = replace(
        known, names=names, terms=(*known.terms, *actor.terms), wikidata=known.wikidata or actor.wikidata
    )


def _row(line: Line, headings: list[str], delimiter: str) -> _Row:
    cells = _cells(line.text, delimiter)
    if len(cells) > len(headings):
        raise _RowError(f"{len(cells)} cells under {len(headings)} headings")
    return {heading: _plain(cell) for heading, cell in zip(headings, cells, strict=False) if heading}


def _cells(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise _RowError(f"no row of CSV: {error}") from None


def _plain(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from running it."""
    bare = cell.strip()
    return bare[1:] if bare[:1] == "'" and bare[1:2] in ("=", "+", "-", "@") else bare


def _actor(row: _Row, origin: str) -> KnownActor:
    name = row.get("name", "")
    if not name:
        raise _RowError("no name")
    kind = row.get("kind") or None
    if kind is not None and kind not in get_args(ActorKind):
        raise _RowError(f"no such kind: {kind[:40]}")
    aliases = [alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip()]
    term = make_term(row.get("country", ""), row.get("sectors", ""), row.get("from", ""), row.get("to", ""))
    return KnownActor(
        tuple(dict.fromkeys((name, *aliases))),
        cast("ActorKind | None", kind),
        (term,) if term else (),
        _wikidata(row.get("wikidata", "")),
        origin,
        row.get("role", "").casefold() in {"1", "yes", "true"},
    )


def make_actor(
    names: Sequence[str], kind: str | None, code: tuple[str, str, str, str], wikidata: str | None
) -> KnownActor:
    """The actor that a person enters; ``code`` is country, sectors, first and last day, as in a row.

    UsageError where a value makes no sense.
    """
    keys = ("country", "sectors", "from", "to")
    row = {"name": names[0], "aliases": "|".join(names[1:]), "kind": kind or "", "wikidata": wikidata or ""}
    try:
        return _actor(row | dict(zip(keys, code, strict=True)), OWN)
    except _RowError as trouble:
        raise UsageError(str(trouble)) from trouble


def make_term(country: str, sectors: str, begin: str, end: str) -> Term | None:
    """The term that the cells tell, None where they are empty; ValueError with the reason where they make no sense."""
    wanted = tuple(dict.fromkeys(sectors.upper().replace("|", " ").split()))
    unknown = [sector for sector in wanted if sector not in SECTORS]
    if unknown:
        raise _RowError(f"no such sector: {unknown[0][:40]}")
    land = country.upper() or None
    if land and land not in SLOTS and state_by_code(land) is None:
        raise _RowError(f"no such country: {country[:40]}")
    first, last = first_day(begin) if begin else None, last_day(end) if end else None
    if first and last and last < first:
        raise _RowError(f"ends before it begins: {begin} to {end}")
    return Term(land, wanted, first, last) if land or wanted else None


def first_day(partial: str) -> str:
    """The first day of the day, month or year; ValueError where it is none."""
    year, month, day = _parts(partial)
    return _date(partial, year, month or 1, day or 1)


def last_day(partial: str) -> str:
    """The last day of the day, month or year; ValueError where it is none."""
    year, month, day = _parts(partial)
    if month and not day:
        day = monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
    return _date(partial, year, month or 12, day or 31)


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.fullmatch(partial.strip())
    if not match:
        raise _RowError(f"no day: {partial[:40]}")
    year, month, day = (int(part) if part else None for part in match.groups())
    return year or 0, month, day


def _date(partial: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise _RowError(f"no day of the calendar: {partial[:40]}") from None


def _wikidata(cell: str) -> str | None:
    if cell and not re.fullmatch(r"Q[1-9]\d{0,11}", cell):
        raise _RowError(f"no Wikidata id: {cell[:40]}")
    return cell or None
