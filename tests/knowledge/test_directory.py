"""The directory: a workspace's own actors go before those that sayso comes with."""

from __future__ import annotations

import time

import pytest

from sayso.knowledge.directory import Directory
from sayso.model import KnownActor, Term

BOLE = KnownActor(
    ("Ann Bole", "A. Bole"), "person", (Term("KEN", ("GOV",), "2010-01-01", "2012-03-31"), Term("KEN", ("ELI",)))
)
FRONT = KnownActor(("Orsk Front",), "armed-group", (Term("AFG", ("REB",)),))
PENTAGON = KnownActor(("Pentagon",), "company", (Term("KEN", ("BUS",)),))
FARM = KnownActor(("farm hand", "farm hands"), None, (Term(None, ("AGR",)),), role=True)
OWN = Directory([BOLE, FRONT, PENTAGON, FARM])


@pytest.mark.parametrize(
    ("day", "sectors"),
    [("2011-06-01", ("GOV",)), ("2013-01-01", ("ELI",)), ("2009-01-01", ()), (None, ())],
)
def test_a_person_is_what_she_was_on_the_day(day: str | None, sectors: tuple[str, ...]) -> None:
    assert OWN.person("Ann  BOLE", day) == ("KEN", sectors, "person")


def test_an_office_without_an_end_is_still_held() -> None:
    lund = KnownActor(("Tim Lund",), "person", (Term("KEN", ("GOV",), "2010-01-01", None),))
    assert Directory([lund]).person("Tim Lund", "2031-01-01") == ("KEN", ("GOV",), "person")


def test_a_surname_is_no_one() -> None:
    assert Directory([KnownActor(("Bole",), "person", BOLE.terms)]).person("Bole", "2011-06-01") is None


def test_its_own_go_first() -> None:
    assert OWN.body("the Orsk Front") == ("AFG", ("REB",), "armed-group")
    assert OWN.body("the Pentagon") == ("KEN", ("BUS",), "company")
    assert Directory().body("the Pentagon") == ("USA", ("MIL",), "institution")
    assert OWN.body("Velian Guard") is None


def test_role_words_have_sectors() -> None:
    assert OWN.sectors("farm_hand") == ("AGR",)
    assert OWN.sectors("farmer") == ()


def test_a_look_up_takes_microseconds() -> None:
    many = Directory(KnownActor((f"Actor {number}",), None, (Term("KEN", ()),)) for number in range(30_000))
    begun = time.process_time()
    for number in range(10_000):
        many.body(f"Actor {number}")
    assert time.process_time() - begun < 1
