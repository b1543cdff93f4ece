"""One event of the world out of its members: what most of them say, and no value that the others contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sayso.model.ids import digest
from sayso.model.linked import Linked, LinkedPlace, Member
from sayso.model.place import Precision
from sayso.resolve.gist import Gist, Mention, Spot
from sayso.resolve.happenings.accounts import UNDATED, Days, days_of
from sayso.resolve.happenings.apart import too_far
from sayso.resolve.happenings.roles import linked_roles

T = TypeVar("T")
_FINEST_FIRST: tuple[Precision | None, ...] = ("point", "city", "district", "area", "region", "country", None)


def united(members: Sequence[tuple[Gist, Mention]], story_of: Mapping[str, str]) -> Linked:
    """The event that the members tell, each with the gist of its report; ``story_of`` gives the story of a report.

    Type and status are those of most members, of the first where as many say another. Origins, grade and disputes are
    left empty. The order of the members does not matter.
    """
    told = sorted(members, key=lambda member: (member[0].published or UNDATED, member[0].id, member[1].id))
    begin, end = _interval(days for _, mention in told if (days := days_of(mention)))
    return Linked(
        id="E" + digest(told[0][0].id, told[0][1].id),
        type=_most(mention.type for _, mention in told),
        status=_most(mention.status for _, mention in told),
        begin=begin,
        end=end,
        place=_place([mention.spot for _, mention in told if mention.spot]),
        roles=linked_roles(told),
        members=tuple(Member(gist.id, mention.id, mention.trigger, story_of.get(gist.id)) for gist, mention in told),
        origins=(),
        grade="unsourced",
        disputes=(),
    )


def _most(values: Iterable[T]) -> T:
    """The most frequent value, the first of several."""
    return Counter(values).most_common(1)[0][0]


def _interval(intervals: Iterable[Days]) -> tuple[str | None, str | None]:
    """The days that all intervals share; where they share none the interval that most give, the shortest of several."""
    counted = Counter(intervals)
    if not counted:
        return None, None
    shared = (max(first for first, _ in counted), min(last for _, last in counted))
    if shared[0] > shared[1]:
        shared = min(counted, key=lambda days: (-counted[days], days[1] - days[0], days))
    return date.fromordinal(shared[0]).isoformat(), date.fromordinal(shared[1]).isoformat()


def _place(spots: Sequence[Spot]) -> LinkedPlace | None:
    """The finest place that as many as possible agree with."""
    if not spots:
        return None
    counted = Counter(spots)

    def rank(spot: Spot) -> tuple[int, int, int, str, str]:
        agreeing = sum(many for other, many in counted.items() if not too_far(spot, other))
        return (-agreeing, _FINEST_FIRST.index(spot.precision), -counted[spot], spot.name, spot.country or "")

    best = min(counted, key=rank)
    return LinkedPlace(best.name, best.country, best.precision)
