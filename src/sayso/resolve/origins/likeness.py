"""Likeness: whether an event told elsewhere can be this one, told otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt

from sayso.model import Linked
from sayso.model.event import RoleName
from sayso.resolve.gist import Mention, Spot
from sayso.resolve.origins.parts import DOERS, DONE_TO, called, sides, taking_part
from sayso.resolve.origins.testimony import Testimony

BOTH = DOERS | DONE_TO
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types of event in which either party may be told of first."""
_STEM = 5
"""Letters that two words for one happening share."""
_SMALL = frozenset({"with", "from", "into", "over", "have", "been", "will", "that", "this"})
_SHORTEST = 4
_NEAR_KM = 50.0
_EARTH_KM = 6371.0
_FINE = frozenset({"point", "city", "district"})
_LONGEST = 7
"""Days of a period that tells when something happened well enough to tell it from others of its kind."""


class Likeness:
    """The event as its reports have it, to hold others against."""

    def __init__(self, event: Linked, told: Sequence[Testimony]) -> None:
        self.event = event
        pairs = [(one, mention) for one in told for mention in one.mentions]
        self._doers = frozenset(mark for one, mention in pairs for mark in _side(one, mention, DOERS))
        self._done_to = frozenset(mark for one, mention in pairs for mark in _side(one, mention, DONE_TO))
        self._sides = {
            roles: frozenset(mark for one, mention in pairs for marks in _sides(one, mention, roles) for mark in marks)
            for roles in (DOERS, DONE_TO, BOTH)
        }
        self._called = {
            roles: frozenset(word for one, mention in pairs for word in called(one.reading.gist, mention, roles))
            for roles in (DOERS, DONE_TO)
        }
        self._days = [days for _, mention in pairs if (days := _days(mention))]
        self._spots = [mention.spot for _, mention in pairs if mention.spot]
        self._stems = frozenset(stem for _, mention in pairs for stem in _stems(mention))

    def same(self, one: Testimony, mention: Mention, *, strictly: bool = False) -> bool:
        """Whether the mention can tell of the event, or of its not being so: nothing against it, and parties in common.

        One side in common is enough where the words or the days are the same too, but not ``strictly``.
        """
        doers, done_to = _side(one, mention, DOERS), _side(one, mention, DONE_TO)
        clash = _clash(doers, self._doers) or _clash(done_to, self._done_to)
        if (clash and self.event.type not in _MUTUAL) or self._elsewhere(mention):
            return False
        when = self._when(mention)
        if when is False:
            return False
        shared = self._shared(one, mention)
        likely = bool(when) or not self._stems.isdisjoint(_stems(mention))
        sure = likely and (not strictly or (bool(when) and self._at_the_same(mention)))
        return shared > 1 or (shared == 1 and sure) or (bool(when) and self._called_alike(one, mention))

    def _shared(self, one: Testimony, mention: Mention) -> int:
        """How many sides are the same; who meets whom has no sides, there it is how many parties."""
        if self.event.type in _MUTUAL:
            return sum(not self._sides[BOTH].isdisjoint(marks) for marks in _sides(one, mention, BOTH))
        return sum(
            any(not self._sides[roles].isdisjoint(marks) for marks in _sides(one, mention, roles))
            for roles in (DOERS, DONE_TO)
        )

    def _called_alike(self, one: Testimony, mention: Mention) -> bool:
        """Whether both sides are described by the same words: soldiers to farmers, whoever they are."""
        return all(self._called[roles] & called(one.reading.gist, mention, roles) for roles in (DOERS, DONE_TO))

    def _at_the_same(self, mention: Mention) -> bool:
        """Whether it lies where the event does: near it, or in a place of that name."""
        there = mention.spot
        return self._here(mention) or any(spot.name == there.name for spot in self._spots if there)

    def by_another(self, one: Testimony, mention: Mention) -> bool:
        """Whether it lays the event to somebody else: done to the same, or in the same place, on the same day."""
        doers, done_to = _side(one, mention, DOERS), _side(one, mention, DONE_TO)
        if not _clash(doers, self._doers) or _clash(done_to, self._done_to) or not self._when(mention):
            return False
        return not self._elsewhere(mention) and (bool(done_to & self._done_to) or self._here(mention))

    def _when(self, mention: Mention) -> bool | None:
        """Whether it is of the same days; None where one of the two has none."""
        days = _days(mention)
        if days is None or not self._days:
            return None
        return any(begin <= days[1] + 1 and days[0] <= end + 1 for begin, end in self._days)

    def _elsewhere(self, mention: Mention) -> bool:
        ours = [spot for spot in self._spots if spot.precision in _FINE]
        there = mention.spot
        if there is None or there.precision not in _FINE or not ours:
            return False
        return not any(_near(spot, there) for spot in ours)

    def _here(self, mention: Mention) -> bool:
        there = mention.spot
        return there is not None and there.precision in _FINE and any(_near(spot, there) for spot in self._spots)


def _side(one: Testimony, mention: Mention, roles: Collection[RoleName]) -> frozenset[str]:
    return taking_part(one.reading.gist, mention, one.reading.who, roles)


def _sides(one: Testimony, mention: Mention, roles: Collection[RoleName]) -> tuple[frozenset[str], ...]:
    return sides(one.reading.gist, mention, one.reading.who, roles)


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _stems(mention: Mention) -> Iterator[str]:
    words = (word for words in mention.said for word in words.split())
    return (word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in _SMALL)


def _days(mention: Mention) -> tuple[int, int] | None:
    """The first and the last day, where they are close enough to tell when."""
    if mention.begin is None or mention.end is None:
        return None
    begin, end = date.fromisoformat(mention.begin).toordinal(), date.fromisoformat(mention.end).toordinal()
    return (begin, end) if end - begin < _LONGEST else None


def _near(one: Spot, other: Spot) -> bool:
    """Within 50 km, on the great circle; by name where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one.name.casefold() == other.name.casefold()
    lat, lon = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(lat / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord))) <= _NEAR_KM
