from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.gist import Party
from sayso.resolve.origins.outlets import best_name, outlet_key, outlet_name, outlet_of, party_outlet

SAME = [
    ("the Wall Street Journal", "WSJ", "wsj.com", "Wall Street Journal"),
    ("AFP", "Agence France-Presse", "the AFP news agency"),
    ("al-Manar", "Al Manar TV", "manar", "almanar"),
    ("The Harbour Times", "Harbour Times newspaper", "harbour times"),
    ("Itar-Tass", "TASS"),
]


@pytest.mark.parametrize("names", SAME)
def test_one_outlet_by_all_its_names(names: tuple[str, ...]) -> None:
    assert len({outlet_key(name) for name in names}) == 1


def test_papers_of_one_kind_are_not_one() -> None:
    names = ["Harbour Times", "Harbour Post", "Times", "News", "The News", "Daily News", "Al", "Alb"]
    assert len({outlet_key(name) for name in names}) == len(names) - 1


def test_a_report_tells_that_two_names_are_one_outlet() -> None:
    party = Party("a1", "HT", ("HT", "the paper", "Wall Street Journal"), "media", "named", None, None)
    assert party_outlet(party) == outlet_key("WSJ")


def test_an_outlet_by_its_name_else_by_its_address() -> None:
    assert outlet_of("Ost Post", "https://wsj.com/1") == outlet_key("Ost Post")
    assert outlet_of(None, "https://en.ostpost.example/1") == outlet_key("ostpost.example")
    assert (outlet_of(None, None), outlet_of("", "not an address"), outlet_name(None, None)) == (None, None, None)
    assert outlet_name("wsj", None) == "The Wall Street Journal"


@given(st.text(max_size=30))
def test_any_name_has_a_key_and_its_best_name_the_same(name: str) -> None:
    assert outlet_key(best_name(name)) == outlet_key(name) or not best_name(name)
