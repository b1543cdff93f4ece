"""What is compared of one event in one report, made ready once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.event import Code, CountOf, RoleName, Status
from sayso.resolve.actors.story import identities
from sayso.resolve.gist import Gist, Mention, Party, Spot
from sayso.resolve.happenings.words import circles, stems, weighed

Key = tuple[str, str]
"""The id of a report and of an event in it."""
Days = tuple[int, int]
"""First and last day, as proleptic ordinals."""
UNDATED = "9999-99-99"
"""Sorts what has no day of publication behind all that has one."""


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One event as one report tells it.

    ``order`` is what the smallest member of a group is told by: the day of publication, then the ids. ``named`` holds
    identities of who takes part, by role, ``called`` stems of the words they are called by, ``countries`` the codes of
    theirs. ``place_in`` counts the events of the report that come before, ``terms`` are the report's, weighed.
    """

    key: Key
    order: tuple[str, str, str]
    type: Code
    mode: str | None
    status: Status
    historical: bool
    stems: frozenset[str]
    circles: frozenset[str]
    words: Mapping[str, float]
    named: Mapping[RoleName, frozenset[str]]
    called: Mapping[RoleName, frozenset[str]]
    countries: Mapping[RoleName, frozenset[str]]
    days: Days | None
    spot: Spot | None
    tolls: Mapping[CountOf, tuple[int, int | None]]
    place_in: int
    terms: Mapping[str, float]


def accounts(gists: Sequence[Gist]) -> list[Account]:
    """The events of the reports of one story, in `Account.order`."""
    known = identities(gists)
    found: list[Account] = []
    for gist in gists:
        terms = dict(gist.story.terms)
        for number, mention in enumerate(sorted(gist.mentions, key=_start)):
            found.append(_account(gist, mention, number, known, terms))
    return sorted(found, key=lambda account: account.order)


def _start(mention: Mention) -> int:
    return min((span.start for span in mention.trigger), default=0)


def _account(
    gist: Gist, mention: Mention, number: int, known: Mapping[Key, str], terms: Mapping[str, float]
) -> Account:
    said = stems(mention.said)
    roles = {part.role for part in mention.parts}
    parties = {party.id: party for party in gist.parties}
    return Account(
        key=(gist.id, mention.id),
        order=(gist.published or UNDATED, gist.id, mention.id),
        type=mention.type,
        mode=mention.mode,
        status=mention.status,
        historical=mention.historical,
        stems=said,
        circles=circles(said),
        words={word: weight for word, weight in weighed(mention.words).items() if word not in said},
        named={role: _named(gist, mention, role, known) for role in roles},
        countries={role: _countries(mention, role, parties) for role in roles},
        called={role: stems(part.words for part in mention.parts if part.role == role) for role in roles},
        days=days_of(mention),
        spot=mention.spot,
        tolls={toll.what: (toll.low, toll.high) for toll in reversed(mention.tolls)},
        place_in=number,
        terms=terms,
    )


def _named(gist: Gist, mention: Mention, role: RoleName, known: Mapping[Key, str]) -> frozenset[str]:
    ids = {part.party for part in mention.parts if part.role == role and part.party}
    return frozenset(name for id in ids if (name := known.get((gist.id, id))))


def _countries(mention: Mention, role: RoleName, parties: Mapping[str, Party]) -> frozenset[str]:
    found = [parties.get(part.party or "") for part in mention.parts if part.role == role]
    return frozenset(party.country for party in found if party and party.country)


def days_of(mention: Mention) -> Days | None:
    """The interval of the event; one day where only its begin or its end is known."""
    begin, end = mention.begin or mention.end, mention.end or mention.begin
    if begin is None or end is None:
        return None
    return (date.fromisoformat(begin).toordinal(), date.fromisoformat(end).toordinal())
