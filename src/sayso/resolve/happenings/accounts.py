"""What is compared of one event in one report, made ready once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sayso.model.event import Code, CountOf, RoleName, Status
from sayso.resolve.actors.story import identities
from sayso.resolve.gist import Gist, Mention, Part, Party, Spot
from sayso.resolve.happenings.tales import Tale, unit
from sayso.resolve.happenings.words import circles, stems, weighed

Key = tuple[str, str]
"""The id of a report and of an event in it."""
Days = tuple[int, int]
"""First and last day, as proleptic ordinals."""
UNDATED = "9999-99-99"
"""Sorts what has no day of publication behind all that has one."""


class Side(NamedTuple):
    """Who takes part in one role: identities, stems of the words they are called by, codes of their countries."""

    named: frozenset[str]
    called: frozenset[str]
    countries: frozenset[str]


NOBODY = Side(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One event as one report tells it.

    ``order`` is what the smallest member of a group is told by: the day of publication, then the ids. ``sides`` are
    those who take part, by role, ``everybody`` all of them. ``words`` are those of the sentence and ``terms`` the
    report's, with weights whose squares add up to one. ``place_in`` counts the events of the report that come before,
    ``tale`` has the sentences in which the report tells of events, ``sentence`` is the number of this one's.
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
    sides: Mapping[RoleName, Side]
    everybody: Side
    days: Days | None
    spot: Spot | None
    tolls: Mapping[CountOf, tuple[int, int | None]]
    place_in: int
    terms: Mapping[str, float]
    tale: Tale
    sentence: int

    def side(self, role: RoleName) -> Side:
        """Who takes part in the role."""
        return self.sides.get(role, NOBODY)

    def content(self) -> Hashable:
        """All but whose event it is: a reprint tells the same."""
        facts = (self.type, self.mode, self.status, self.historical, self.days, self.spot, self.place_in)
        return (
            facts,
            (self.tale.key, self.sentence),
            self.stems,
            *(tuple(sorted(of.items())) for of in (self.words, self.sides, self.tolls, self.terms)),
        )


def accounts(gists: Sequence[Gist]) -> list[Account]:
    """The events of the reports of one story, in `Account.order`."""
    known = identities(gists)
    found: list[Account] = []
    for gist in gists:
        terms = dict(sorted(gist.story.terms))
        mentions = sorted(gist.mentions, key=_start)
        sentences = {words: number for number, words in enumerate(dict.fromkeys(one.words for one in mentions))}
        tale = Tale([unit(weighed(words)) for words in sentences])
        for number, mention in enumerate(mentions):
            within = _Within(number, terms, tale, sentences[mention.words])
            found.append(_account(gist, mention, within, known))
    return sorted(found, key=lambda account: account.order)


def _start(mention: Mention) -> int:
    return min((span.start for span in mention.trigger), default=0)


class _Within(NamedTuple):
    """What an account has of its report."""

    place_in: int
    terms: Mapping[str, float]
    tale: Tale
    sentence: int


def _account(gist: Gist, mention: Mention, within: _Within, known: Mapping[Key, str]) -> Account:
    said = stems(mention.said)
    parties = {party.id: party for party in gist.parties}
    sides = {
        role: _side(gist.id, [part for part in mention.parts if part.role == role], parties, known)
        for role in {part.role for part in mention.parts}
    }
    return Account(
        key=(gist.id, mention.id),
        order=(gist.published or UNDATED, gist.id, mention.id),
        type=mention.type,
        mode=mention.mode,
        status=mention.status,
        historical=mention.historical,
        stems=said,
        circles=circles(said),
        words=unit({word: weight for word, weight in weighed(mention.words).items() if word not in said}),
        sides=sides,
        everybody=Side(*(frozenset().union(*all) for all in zip(*sides.values(), strict=True))) if sides else NOBODY,
        days=days_of(mention),
        spot=mention.spot,
        tolls={toll.what: (toll.low, toll.high) for toll in reversed(mention.tolls)},
        **within._asdict(),
    )


def _side(report: str, parts: Sequence[Part], parties: Mapping[str, Party], known: Mapping[Key, str]) -> Side:
    ids = [part.party for part in parts if part.party]
    return Side(
        frozenset(name for id in ids if (name := known.get((report, id)))),
        stems(part.words for part in parts),
        frozenset(country for id in ids if (party := parties.get(id)) and (country := party.country)),
    )


def days_of(mention: Mention) -> Days | None:
    """The interval of the event; one day where only its begin or its end is known."""
    begin, end = mention.begin or mention.end, mention.end or mention.begin
    if begin is None or end is None:
        return None
    return (date.fromisoformat(begin).toordinal(), date.fromisoformat(end).toordinal())
