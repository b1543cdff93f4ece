"""Groups of events that are one: joined from the likeliest pair on, never across what keeps two members apart.

Two groups are as like as two figures together: their likest pair (single link) and all their pairs on average
(average link; a pair that was never compared counts 0). Single link alone lets chains grow, average link alone breaks a
group that tells of one deed in two words. What keeps two events apart is asked of every pair of members (constrained
agglomerative clustering, Davidson and Ravi 2005), so that no chain joins what may not be joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import product

from sayso.model.event import Status
from sayso.resolve.actors.identity import strangers
from sayso.resolve.gist import Spot
from sayso.resolve.happenings.accounts import Account, Days, Key
from sayso.resolve.happenings.apart import MOST_DAYS, contradict, too_far
from sayso.resolve.happenings.weighing import Likeness

Pair = tuple[int, int]
_BESIDE, _STRANGERS = 0.4, 0.6
"""How much the likest pair counts beside the average; how much of a likeness stays where both name somebody else."""


@dataclass(slots=True)
class Group:
    """Events by their number, and what is asked of all of them at once."""

    members: list[int]
    keys: set[Key]
    foes: set[Key]
    statuses: set[Status]
    days: Days | None
    spots: set[Spot]
    named: tuple[set[str], set[str]]
    joins: list[tuple[Pair, Likeness | None]] = field(default_factory=list)

    @classmethod
    def of(cls, number: int, account: Account, foes: set[Key]) -> Group:
        """The group of one event; ``foes`` are those that a person said are others."""
        latest_and_earliest = (account.days[0], account.days[1]) if account.days else None
        spots = {account.spot} if account.spot else set()
        named = (set(account.named.get("actor", ())), set(account.named.get("recipient", ())))
        return cls([number], {account.key}, foes, {account.status}, latest_and_earliest, spots, named)

    def may_join(self, other: Group) -> bool:
        """Whether nothing keeps any member of the one apart from any of the other."""
        if self.foes & other.keys or any(contradict(*pair) for pair in product(self.statuses, other.statuses)):
            return False
        if self.days and other.days and max(self.days[0] - other.days[1], other.days[0] - self.days[1]) > MOST_DAYS:
            return False
        return not any(too_far(*pair) for pair in product(self.spots, other.spots))

    def stranger(self, other: Group) -> float:
        """How much of a likeness stays where both name somebody on a side, and nobody in common."""
        sides = zip(self.named, other.named, strict=True)
        return _STRANGERS ** sum(strangers(ours, theirs) for ours, theirs in sides)

    def take(self, other: Group, pair: Pair, why: Likeness | None) -> None:
        """Become one with the other, for the likeness of one pair of members."""
        self.members += other.members
        self.keys |= other.keys
        self.foes |= other.foes
        self.statuses |= other.statuses
        self.spots |= other.spots
        for side, names in enumerate(other.named):
            self.named[side].update(names)
        if self.days and other.days:
            self.days = (max(self.days[0], other.days[0]), min(self.days[1], other.days[1]))
        self.days = self.days or other.days
        self.joins += [*other.joins, (pair, why)]


@dataclass(slots=True)
class Link:
    """Between two groups: the sum over their compared pairs, and the likest of them."""

    sum: float
    best: float
    pair: Pair

    def with_(self, other: Link | None) -> Link:
        """The link when two groups have become one on one side."""
        if other is None:
            return self
        best = min(self, other, key=lambda link: (-link.best, link.pair))
        return Link(self.sum + other.sum, best.best, best.pair)


class Clusters:
    """The groups of some events, numbered in their order; ``foes`` are pairs that a person said are two."""

    def __init__(
        self, accounts: Sequence[Account], scores: Mapping[Pair, Likeness], foes: Mapping[Key, set[Key]]
    ) -> None:
        self.groups = {
            number: Group.of(number, account, set(foes.get(account.key, ()))) for number, account in enumerate(accounts)
        }
        self._scores = scores
        self._links: dict[int, dict[int, Link]] = {number: {} for number in self.groups}
        for pair, like in scores.items():
            link = Link(like.score, like.score, pair)
            self._links[pair[0]][pair[1]] = self._links[pair[1]][pair[0]] = link

    def join(self, one: int, other: int, pair: Pair) -> None:
        """Make one group of two, by the numbers of their first members; the first of both stands for it."""
        first, second = min(one, other), max(one, other)
        self.groups[first].take(self.groups.pop(second), pair, self._scores.get(pair))
        gone = self._links.pop(second)
        self._links[first].pop(second, None)
        gone.pop(first, None)
        for third, link in gone.items():
            del self._links[third][second]
            self._links[first][third] = self._links[third][first] = link.with_(self._links[first].get(third))

    def grow(self, least: float) -> None:
        """Join the likest groups until none are as like as ``least``."""
        heap = [self._entry(pair[0], pair[1]) for pair in self._pairs()]
        heapify(heap)
        while heap and -heap[0][0] >= least:
            entry = heappop(heap)
            _, one, other = entry
            link = self._links.get(one, {}).get(other)
            if link is None or self._entry(one, other) != entry:
                continue
            if not self.groups[one].may_join(self.groups[other]):
                continue
            self.join(one, other, link.pair)
            for third in self._links[one]:
                heappush(heap, self._entry(min(one, third), max(one, third)))

    def _pairs(self) -> list[Pair]:
        return [(one, other) for one, links in self._links.items() for other in links if one < other]

    def _entry(self, one: int, other: int) -> tuple[float, int, int]:
        link = self._links[one][other]
        pairs = len(self.groups[one].members) * len(self.groups[other].members)
        likeness = _BESIDE * link.best + (1 - _BESIDE) * link.sum / pairs
        return (-likeness * self.groups[one].stranger(self.groups[other]), one, other)
