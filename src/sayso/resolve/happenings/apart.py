"""What keeps two events apart whatever speaks for them: time, distance, and that one happened and the other did not."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from sayso.model.event import Status
from sayso.model.place import Precision
from sayso.resolve.gist import Spot
from sayso.resolve.happenings.accounts import Account, Days

MOST_DAYS = 2
"""Days between the last day of one event and the first of the other: papers count from their own midnight."""
MOST_KM = 60.0
"""Kilometres between two towns; what is known less exactly is allowed as much more as it is less exact."""
_SLACK: dict[Precision, float] = {"point": 0.0, "city": 0.0, "district": 60.0, "region": 250.0}
_EARTH_KM = 6371.0
_OPEN: frozenset[Status] = frozenset({"planned", "possible", "requested", "conditional"})


def apart(a: Account, b: Account) -> str | None:
    """Why the two cannot be one event; None where they can."""
    if contradict(a.status, b.status):
        return f"{a.status} and {b.status}" if a.status < b.status else f"{b.status} and {a.status}"
    if a.days and b.days and gap(a.days, b.days) > MOST_DAYS:
        return f"{gap(a.days, b.days)} days apart"
    if a.spot and b.spot and too_far(a.spot, b.spot):
        return " and ".join(sorted((a.spot.name, b.spot.name)))
    if a.key[0] == b.key[0] and not all(same_tolls(a, b)):
        return "two tolls in one report"
    return None


def same_tolls(a: Account, b: Account) -> list[bool]:
    """For each toll that both give, whether it is the same."""
    return [a.tolls[what] == b.tolls[what] for what in a.tolls.keys() & b.tolls.keys()]


def gap(one: Days, other: Days) -> int:
    """Days from the end of the one to the begin of the other; 0 where they touch or overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])


def too_far(one: Spot, other: Spot) -> bool:
    """Whether the places are further apart than the limit, or are two countries.

    A town and a country that it does not lie in are not: a report names a country more loosely than a town.
    """
    limits = [_SLACK.get(spot.precision) if spot.precision else None for spot in (one, other)]
    where = [(spot.lat, spot.lon) for spot in (one, other)]
    if None not in limits and all(lat is not None and lon is not None for lat, lon in where):
        km = distance(*(degree or 0.0 for pair in where for degree in pair))
        return km > MOST_KM + sum(limit or 0.0 for limit in limits)
    both = one.precision == other.precision == "country"
    return both and bool(one.country and other.country and one.country != other.country)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points in WGS84 degrees, on a sphere (haversine formula).

    >>> round(distance(0, 0, 0, 1))
    111
    """
    half = sin(radians(other_lat - lat) / 2) ** 2
    half += cos(radians(lat)) * cos(radians(other_lat)) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def contradict(one: Status, other: Status) -> bool:
    """Whether one status excludes the other: what happened is not what did not, was planned or asked for."""
    if one == other:
        return False
    if "did-not" in (one, other):
        return True
    if "occurred" in (one, other):
        return "possible" not in (one, other)
    return not {one, other} <= _OPEN
