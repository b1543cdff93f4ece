from __future__ import annotations

from resolve.tales import FRONT, HARW, PEOPLE, TARN, Event, tale

from sayso.resolve.happenings.accounts import accounts
from sayso.resolve.happenings.weighing import Likeness, likeness, weights


def between(one: Event, other: Event) -> Likeness | None:
    first, second = accounts([tale("r1", one), tale("r2", other)])
    assert likeness(first, second) == likeness(second, first)
    return likeness(first, second)


def test_more_that_agrees_is_likelier() -> None:
    bare, whole = between(Event(), Event()), between(Event(by=FRONT, to=PEOPLE), Event(by=FRONT, to=PEOPLE))
    assert bare
    assert whole
    assert bare.score < whole.score


def test_the_reasons_are_the_weightiest_signs() -> None:
    found = between(Event(by=FRONT), Event(by=FRONT))
    assert found
    assert found.reasons[:2] == ("reports", "all-words")
    assert len(found.reasons) == 3


def test_what_is_kept_apart_has_no_likeness() -> None:
    assert between(Event(at=TARN), Event(at=HARW)) is None


def test_what_speaks_against_weighs_less_than_nothing() -> None:
    for name, weight in weights().signs.items():
        assert weight <= 0 if name.startswith(("other", "one-", "no-", "better-", "same-report")) else weight >= 0
    assert 0 < weights().join < 1
