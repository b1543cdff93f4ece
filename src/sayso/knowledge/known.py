"""Known actors: bodies, armed groups, media and office holders by name, with country and PLOVER sectors.

Two tables, the first that has the name decides: bodies.toml (bodies that their name alone tells) and known.tsv (the
Phoenix dictionaries, MIT; up to 2014, made by training/knowledge/phoenix.py). Who held an office is looked up by the
report's day: a name says nothing of an office before or after its term.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

from sayso.knowledge.states import plain
from sayso.model.actor import ActorKind


class Known(NamedTuple):
    """Country (alpha-3 or one of PLOVER's non-state slots), sectors, and the kind where the table tells it."""

    country: str
    sectors: tuple[str, ...]
    kind: ActorKind | None


class _Term(NamedTuple):
    """One code, from day ``first`` to day ``last`` (YYYYMMDD, empty where open)."""

    country: str
    sectors: tuple[str, ...]
    dated: bool
    first: str
    last: str


def known_body(name: str) -> Known | None:
    """The body, group or outlet of that name; None for an unknown one and for persons.

    >>> known_body("the Pentagon").country
    'USA'
    """
    key = _key(name)
    body = _bodies().get(key)
    if body:
        return body
    terms = _dictionary().get(key)
    if terms is None or any(term.dated or "ELI" in term.sectors for term in terms):
        return None
    return Known(terms[0].country, terms[0].sectors, _kind(terms[0]))


def known_person(name: str, day: str | None) -> Known | None:
    """The person of that full name as of ``day`` (ISO 8601); without an office on that day, only the country.

    >>> known_person("Angela Merkel", "2010-03-01").sectors
    ('GOV',)
    """
    key = _key(name)
    if " " not in key:
        return None
    terms = _dictionary().get(key, [])
    if not any(term.dated or "ELI" in term.sectors for term in terms):
        return None
    countries = list(dict.fromkeys(term.country for term in terms))
    compact = day.replace("-", "") if day else None
    for term in terms:
        if compact and term.dated and term.first <= compact and (not term.last or compact <= term.last):
            return Known(term.country, term.sectors, "person")
    if len(countries) != 1:
        return None
    undated = [term for term in terms if not term.dated and "ELI" not in term.sectors]
    return Known(countries[0], undated[0].sectors if undated else (), "person")


def _key(name: str) -> str:
    return plain(name).lower()


def _kind(term: _Term) -> ActorKind | None:
    by_sector: dict[str, ActorKind] = {"REB": "armed-group", "UAF": "armed-group", "JRN": "media", "PTY": "party"}
    by_slot: dict[str, ActorKind] = {"MNC": "company", "IMG": "armed-group"}
    first = term.sectors[0] if term.sectors else ""
    if first in by_sector:
        return by_sector[first]
    if term.country in {"IGO", "UNO", "EUR", "NGO"}:
        return "organisation"
    return by_slot.get(term.country, "institution")


@cache
def _bodies() -> dict[str, Known]:
    tables = tomllib.loads(_text("bodies.toml"))
    found: dict[str, Known] = {}
    for kind, rows in tables.items():
        for code, names in rows.items():
            country, _, sector = code.partition(" ")
            sectors = ("JRN",) if kind == "media" else tuple(sector.replace("-", "").split())
            for name in names.split("|"):
                found.setdefault(_key(name), Known(country, sectors, cast(ActorKind, kind)))
    return found


@cache
def _dictionary() -> dict[str, list[_Term]]:
    table: dict[str, list[_Term]] = {}
    for line in _text("known.tsv").splitlines():
        names, tab, codes = line.partition("\t")
        if tab:
            terms = [_read_term(code) for code in codes.split(",")]
            table.update(dict.fromkeys(names.split("|"), terms))
    return table


def _read_term(code: str) -> _Term:
    head, at, days = code.partition("@")
    country, _, sectors = head.partition(":")
    first, _, last = days.partition("-")
    return _Term(country, tuple(sectors.split("+")) if sectors else (), bool(at), first, last)


def _text(name: str) -> str:
    return files("sayso.knowledge").joinpath(name).read_text(encoding="utf-8")
