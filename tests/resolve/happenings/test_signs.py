from __future__ import annotations

from collections.abc import Sequence

import pytest
from resolve.tales import ENVOY, FRONT, HARW, PEOPLE, TARN, VELIA, Event, Who, tale, town

from sayso.resolve.happenings.accounts import accounts
from sayso.resolve.happenings.signs import signs
from sayso.resolve.happenings.weighing import weights

GUARD: Who = ("Tarn Guard", "armed-group", None)
HARWIA: Who = ("Harwia", "state", "HRW")


def between(one: Event, other: Event) -> dict[str, float]:
    first, second = accounts([tale("r1", one), tale("r2", other)])
    assert signs(first, second) == signs(second, first)
    assert set(signs(first, second)) <= set(weights().signs)
    return signs(first, second)


@pytest.mark.parametrize(
    ("one", "other", "sign", "value"),
    [
        (Event("raid"), Event("raided"), "same-word", 1.0),
        (Event("killed"), Event("shot"), "near-word", 1.0),
        (Event("shot and killed"), Event("killed"), "all-words", 0.5),
        (Event(), Event(), "same-type", 1.0),
        (Event(mode="arrest"), Event(mode="kill"), "other-mode", 1.0),
        (Event(status="possible"), Event(), "other-status", 1.0),
        (Event(by=FRONT), Event(by=FRONT), "same-actor", 1.0),
        (Event(by=FRONT), Event(by=GUARD), "other-actor", 1.0),
        (Event(by=ENVOY), Event(by=VELIA), "same-country-actor", 1.0),
        (Event(by=VELIA), Event(by=HARWIA), "other-country-actor", 1.0),
        (Event(to=PEOPLE), Event(to=("two villagers", "people", None)), "same-recipient", 1.0),
        (Event(to=PEOPLE), Event(words="villagers fled"), "recipient-in-sentence", 0.5),
        (Event(on="2031-03-03"), Event(on="2031-03-03"), "same-day", 1.0),
        (Event(on="2031-03-03"), Event(on="2031-03-04"), "other-day", 1.0),
        (Event(at=TARN), Event(at=TARN), "same-place", 1.0),
        (Event(at=TARN), Event(at=town("Tarn", 40.0, country="HRW")), "other-place", 1.0),
        (Event(tolls=[("killed", 3, 3, None)]), Event(tolls=[("killed", 3, 3, None)]), "same-toll", 1.0),
        (Event(tolls=[("killed", 3, 3, None)]), Event(tolls=[("killed", 5, 5, None)]), "other-toll", 1.0),
    ],
)
def test_a_sign(one: Event, other: Event, sign: str, value: float) -> None:
    assert between(one, other)[sign] == pytest.approx(value)


def test_who_is_unnamed_is_no_stranger() -> None:
    assert "other-actor" not in between(Event(by=FRONT), Event(by=("gunmen", "people", None)))


def test_at_a_meeting_sides_do_not_count() -> None:
    one = Event("met", "CONSULT", by=VELIA, to=HARWIA)
    other = Event("met", "CONSULT", by=HARWIA, to=VELIA)
    assert between(one, other)["same-actor"] == 1.0


def test_a_long_interval_is_no_sign() -> None:
    year = Event(begin="2031-01-01", end="2031-12-31")
    assert "same-day" not in between(year, year)


def test_two_events_of_one_report() -> None:
    first, second = accounts([tale("r1", Event(), Event())])
    assert signs(first, second)["same-report"] == 1.0


def test_rare_words_in_both_sentences_count_more_than_common_ones() -> None:
    rare = between(Event(words="bazaar people"), Event(words="bazaar country"))["words"]
    common = between(Event(words="bazaar people"), Event(words="harbour people"))["words"]
    assert 0 < common < rare < 1
    assert between(Event(words="bazaar"), Event(words="bazaar"))["words"] == pytest.approx(1.0)
    assert "words" not in between(Event(words="bazaar"), Event())


def test_a_person_may_stand_for_a_state() -> None:
    assert "other-actor" not in between(Event(by=ENVOY), Event(by=HARWIA))


def test_reports_of_the_same_terms() -> None:
    assert between(Event(), Event())["reports"] == pytest.approx(1.0, abs=0.01)


def dated(one: Event, other: Event, *days: str, beside: Sequence[Event] = ()) -> dict[str, float]:
    """The signs of the first events of two reports of these days; ``beside`` are further events of the second."""
    reports = [tale("r1", one, day=days[0]), tale("r2", other, *beside, day=days[1])]
    told = {account.key: account for account in accounts(reports)}
    found = signs(told["r1", "e1"], told["r2", "e1"])
    assert found == signs(told["r2", "e1"], told["r1", "e1"])
    assert set(found) <= set(weights().signs)
    return found


DAYS = ("2031-03-05", "2031-03-05")


@pytest.mark.parametrize(
    ("one", "other", "days", "sign", "value"),
    [
        (Event(), Event(), DAYS, "no-day", 1.0),
        (Event(on="2031-03-03"), Event(on="2031-03-03"), DAYS, "no-day", 0.0),
        (Event(), Event(), DAYS, "no-day-violence", 1.0),
        (Event("met", "CONSULT"), Event("met", "CONSULT"), DAYS, "no-day-violence", 0.0),
        (Event(at=TARN), Event(at=HARW), DAYS, "other-spot", 1.0),
        (Event(tolls=[("killed", 3, 3, None)]), Event(tolls=[("killed", 5, 5, None)]), DAYS, "other-toll-dated", 1.0),
        (Event(), Event(), ("2031-03-05", "2031-03-07"), "other-news", 1.0),
        (Event(), Event(), ("2031-03-05", "2031-03-06"), "other-news", 0.0),
        (Event(words="bazaar"), Event(words="bazaar"), DAYS, "dated-words", 1.0),
        (Event(words="bazaar"), Event(words="bazaar"), DAYS, "best-told", 1.0),
    ],
)
def test_a_sign_of_dated_reports(one: Event, other: Event, days: tuple[str, str], sign: str, value: float) -> None:
    assert dated(one, other, *days).get(sign, 0.0) == pytest.approx(value)
    assert sign not in between(one, other)


def test_who_has_a_nearer_sentence_elsewhere_is_less_likely_meant() -> None:
    nearer = Event(words="bazaar fire")
    found = dated(Event(words="bazaar fire"), Event(words="bazaar harbour"), *DAYS, beside=[nearer])
    assert "best-told" not in found
    assert found["better-elsewhere"] > 0


def test_an_event_of_its_own_sentence_is_not_elsewhere() -> None:
    twin = Event("raid", words="bazaar harbour")
    assert dated(Event(words="bazaar"), Event(words="bazaar harbour"), *DAYS, beside=[twin])["best-told"] == 1.0
