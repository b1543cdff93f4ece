from __future__ import annotations

import pytest
from resolve.tales import HARW, NEAR_TARN, TARN, Event, tale, town

from sayso.model.event import Status
from sayso.resolve.gist import Spot
from sayso.resolve.happenings.accounts import accounts
from sayso.resolve.happenings.apart import apart, contradict, distance, gap, too_far


def why(one: Event, other: Event) -> str | None:
    first, second = accounts([tale("r1", one), tale("r2", other)])
    assert apart(first, second) == apart(second, first)
    return apart(first, second)


def test_nothing_known_keeps_nothing_apart() -> None:
    assert why(Event(), Event()) is None


@pytest.mark.parametrize(("day", "told"), [("2031-03-05", None), ("2031-03-06", "3 days apart")])
def test_days(day: str, told: str | None) -> None:
    assert why(Event(on="2031-03-03"), Event(on=day)) == told


def test_an_interval_that_overlaps_keeps_nothing_apart() -> None:
    assert why(Event(begin="2031-01-01", end="2031-12-31"), Event(on="2031-03-03")) is None


def test_towns() -> None:
    assert why(Event(at=TARN), Event(at=NEAR_TARN)) is None
    assert why(Event(at=TARN), Event(at=HARW)) == "Harw and Tarn"


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        (TARN, Spot("North", "VLA", 42.0, 20.0, "region"), False),
        (TARN, Spot("South", "VLA", 48.0, 20.0, "region"), True),
        (TARN, Spot("Velia", "VLA", 60.0, 20.0, "country"), False),
        (Spot("Velia", "VLA", None, None, "country"), Spot("Orsk", "ORS", None, None, "country"), True),
        (TARN, Spot("the coast", None, None, None, "area"), False),
        (town("Tarn", 40.0), town("Tarn", 40.0, country="ORS"), False),
    ],
)
def test_what_is_less_exact_reaches_further(one: Spot, other: Spot, far: bool) -> None:
    assert too_far(one, other) is too_far(other, one) is far


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("occurred", "occurred", False),
        ("occurred", "did-not", True),
        ("occurred", "planned", True),
        ("occurred", "possible", False),
        ("planned", "requested", False),
        ("planned", "did-not", True),
        ("occurred", "conditional", True),
    ],
)
def test_statuses(one: Status, other: Status, told: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is told


def test_gap_and_distance() -> None:
    assert gap((1, 3), (3, 9)) == 0
    assert gap((1, 3), (5, 9)) == gap((5, 9), (1, 3)) == 2
    assert round(distance(52.5, 13.4, 48.9, 2.4)) in range(870, 885)
    assert round(distance(0, 179.5, 0, -179.5)) == 111
