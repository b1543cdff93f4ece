"""Why a time or a place was read as it was: what `sayso times` and `sayso places` tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.place import Place
from sayso.model.time import Time

AnchoredBy = Literal["publication", "told", "event"]
TimeSide = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class TimeReason:
    """How a time was read: the rule of the grammar, the day or period it reckons from, the side its verb puts it on.

    ``anchor`` is a TIMEX3 value; ``by`` says whether that is the day of publication, the date last told, or the day of
    the event that an offset names. Each is None where the words need none.
    """

    time: Time
    rule: str
    side: TimeSide | None
    anchor: str | None
    by: AnchoredBy | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name can mean; ``score`` is the sum of its ``features``."""

    geonames: int | None
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int
    score: float
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PlaceReason:
    """How a place was read: what its name can mean, the likeliest first, and the place that it is said to lie in."""

    place: Place
    candidates: tuple[Candidate, ...]
    within: str | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons for all times and places of one report, in the order of its text."""

    times: tuple[TimeReason, ...]
    places: tuple[PlaceReason, ...]
