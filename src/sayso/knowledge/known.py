"""Known actors: bodies, armed groups, media and office holders by name, with country and PLOVER sectors.

Two tables, the first that has the name decides: bodies.tsv (bodies, groups and outlets of several sources, made by
training/knowledge/bodies.py) and known.tsv (the Phoenix dictionaries, MIT; up to 2014, made by
training/knowledge/phoenix.py). The last column of each says where an entry comes from. Who held an office is looked up
by the report's day: before its term a name says nothing of an office, after it that there was one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import cast

from sayso.knowledge.names import name_key
from sayso.model.actor import ActorKind
from sayso.model.known import Known, Term

_OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
_LEADER = re.compile(r"(?<!vice[ -])\b(?:president|prime minister|premier|chancellor|king|queen|secretary general) \S+")
_LAST_DAY = "2014-12-31"
"""The Phoenix dictionaries know nothing later: an office held on that day may have been held longer."""


def known_body(name: str) -> Known | None:
    """The body, group or outlet of that name; None for an unknown one and for persons.

    >>> known_body("the Pentagon").country, known_body("BBC News").country
    ('USA', 'GBR')
    """
    key = name_key(name)
    body = _bodies().get(key)
    if body:
        return body
    outlet = _bodies().get(key.removesuffix(" news"))
    if outlet and outlet.kind == "media":
        return outlet
    terms = _dictionary().get(key)
    if terms is None or any(term.dated or "ELI" in term.sectors for term in terms):
        return None
    return Known(terms[0].country, terms[0].sectors, kind_of(terms[0]))


def known_person(name: str, day: str | None) -> Known | None:
    """The person of that full name as of ``day`` (ISO 8601); without an office on that day, only the country.

    >>> known_person("Angela Merkel", "2010-03-01").sectors
    ('GOV',)
    """
    key = name_key(name)
    if " " not in key:
        return None
    return as_of([_without_office(term) for term in _dictionary().get(key, [])], day)


def known_leader(surname: str, day: str | None) -> Known | None:
    """The head of state, government or organisation of that surname who was in office on ``day`` (ISO 8601).

    None where several were. Without a day only the country, of the one whom the surname can mean.

    >>> known_leader("Merkel", "2010-03-01").country, known_leader("Merkel", "1990-03-01")
    ('DEU', None)
    """
    terms = _leaders().get(name_key(surname), [])
    if day is not None:
        terms = [term for term in terms if term.dated and term.holds(day) and "GOV" in (*term.sectors, term.country)]
    countries = {term.country for term in terms if term.country}
    if len(countries) != 1:
        return None
    (country,) = countries
    return Known(country, terms[0].sectors if day else (), "person")


def _without_office(term: Term) -> Term:
    """The term; one that was never dated without an office, which somebody else may hold by now."""
    if term.dated:
        return term
    return replace(term, sectors=tuple(sector for sector in term.sectors if sector not in _OFFICES))


def as_of(terms: Sequence[Term], day: str | None) -> Known | None:
    """What a person with these terms was on ``day`` (ISO 8601; None: unknown).

    The term that holds; else what was never dated; else, once the last office has ended, one of the elite that was in
    office (`ELI`); else the country alone. None where several countries are as likely.
    """
    for term in terms:
        if day and term.dated and term.holds(day):
            return Known(term.country, term.sectors, "person")
    countries = {term.country for term in terms if term.country}
    if len(countries) != 1:
        return None
    (country,) = countries
    undated = next((term for term in terms if not term.dated and "ELI" not in term.sectors), None)
    if undated is not None:
        return Known(country, undated.sectors, "person")
    ended = [term.end for term in terms if term.dated and term.sectors[:1] != ("ELI",)]
    retired = bool(day and ended) and all(end and end != _LAST_DAY and end < str(day) for end in ended)
    return Known(country, ("ELI",) if retired else (), "person")


def kind_of(term: Term) -> ActorKind:
    """The kind of body that its code tells, by sector and slot."""
    by_sector: dict[str, ActorKind] = {"REB": "armed-group", "UAF": "armed-group", "JRN": "media", "PTY": "party"}
    by_slot: dict[str, ActorKind] = {"MNC": "company", "IMG": "armed-group"}
    first = term.sectors[0] if term.sectors else ""
    if first in by_sector:
        return by_sector[first]
    if term.country in {"IGO", "UNO", "EUR", "NGO"}:
        return "organisation"
    return by_slot.get(term.country or "", "institution")


def read_dictionary() -> dict[str, list[Term]]:
    """The terms of every name of known.tsv, as it is looked up."""
    table: dict[str, list[Term]] = {}
    for names, codes, _ in _rows("known.tsv"):
        terms = [_read_term(code) for code in codes.split(",")]
        table.update(dict.fromkeys(map(name_key, names.split("|")), terms))
    return table


@cache
def _bodies() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for names, kind, country, sectors, _ in _rows("bodies.tsv"):
        told = () if sectors == "-" else tuple(sectors.split("+"))
        known = Known(None if country == "-" else country, told, cast(ActorKind, kind))
        found.update(dict.fromkeys(names.split("|"), known))
    return found


@cache
def _leaders() -> dict[str, list[Term]]:
    """The terms of those whom the dictionaries name by their office as well, under their surnames."""
    found: dict[str, list[Term]] = {}
    for names, codes, _ in _rows("known.tsv"):
        terms = [_read_term(code) for code in codes.split(",")]
        if any(term.dated for term in terms):
            for surname in {name.rpartition(" ")[2] for name in names.split("|") if _LEADER.search(name)}:
                found.setdefault(surname, []).extend(terms)
    return found


@cache
def _dictionary() -> dict[str, list[Term]]:
    return read_dictionary()


def _rows(name: str) -> Iterator[list[str]]:
    """The columns of each line of a table."""
    text = files("sayso.knowledge").joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def _read_term(code: str) -> Term:
    head, _, days = code.partition("@")
    country, _, sectors = head.partition(":")
    first, _, last = days.partition("-")
    return Term(country, tuple(sectors.split("+")) if sectors else (), _day(first), _day(last))


def _day(compact: str) -> str | None:
    """The day YYYYMMDD in ISO 8601; None for none."""
    return f"{compact[:4]}-{compact[4:6]}-{compact[6:]}" if compact else None
