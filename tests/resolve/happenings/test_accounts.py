from __future__ import annotations

from dataclasses import replace
from datetime import date

from resolve.tales import ENVOY, FRONT, PEOPLE, TARN, Event, tale

from sayso.resolve.happenings.accounts import accounts


def test_an_event_is_made_ready_for_comparing() -> None:
    event = Event(
        "raided",
        by=FRONT,
        to=PEOPLE,
        at=TARN,
        on="2031-03-03",
        words="fighters raided a market",
        tolls=[("killed", 3, 3, None)],
    )
    told = accounts([tale("r1", event, day="2031-03-04")])[0]
    assert told.key == ("r1", "e1")
    assert told.order == ("2031-03-04", "r1", "e1")
    assert told.stems == {"raid"}
    assert told.words.keys() == {"fighter", "market"}
    assert told.side("actor").named == {"body:orsk front"}
    assert told.side("recipient").named == frozenset()
    assert told.side("recipient").called == {"three", "villag"} - {"three"}
    assert told.days == (date(2031, 3, 3).toordinal(),) * 2
    assert told.tolls == {"killed": (3, 3)}


def test_a_surname_has_the_identity_of_the_story() -> None:
    whole, part = tale("r1", Event(by=ENVOY)), tale("r2", Event(by=("Marlow", "person", None)))
    one, other = accounts([whole, part])
    assert one.side("actor").named == other.side("actor").named


def test_countries_of_who_takes_part() -> None:
    assert accounts([tale("r1", Event(by=ENVOY))])[0].side("actor").countries == {"VLA"}


def test_events_come_by_day_and_the_undated_last() -> None:
    told = accounts([tale("r1", Event()), tale("r2", Event(), day="2031-03-04")])
    assert [account.key[0] for account in told] == ["r2", "r1"]


def test_half_an_interval_is_a_day() -> None:
    gist = tale("r1", Event(on="2031-03-03"))
    half = replace(gist, mentions=(replace(gist.mentions[0], end=None),))
    assert accounts([half])[0].days == accounts([gist])[0].days


def test_place_in_the_report() -> None:
    told = accounts([tale("r1", Event("raid"), Event("talks"))])
    assert [account.place_in for account in told] == [0, 1]


def test_a_reprint_tells_the_same() -> None:
    first, second = accounts(
        [tale("r1", Event("raid", by=FRONT, at=TARN)), tale("r2", Event("raid", by=FRONT, at=TARN))]
    )
    assert first.content() == second.content()
    assert first.content() != accounts([tale("r1", Event("raid", by=FRONT))])[0].content()
