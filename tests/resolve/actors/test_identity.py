from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model.actor import ActorKind
from sayso.resolve.actors.identity import SURNAME, identity, same_party
from sayso.resolve.gist import Party


def party(name: str, kind: ActorKind = "person", code: str | None = None, *more: str) -> Party:
    return Party("a1", name, (name, *more), kind, "named", code[:3] if code else None, code)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (party("Iran", "state", "IRN"), party("the Islamic Republic of Iran", "state", "IRN")),
        (party("Iran", "state"), party("Tehran", "state", "IRN")),
        (party("Foreign Minister Dona Marlow"), party("Dona J. Marlow", code="GBRGOV")),
        (party("U.S. State Department", "institution", "USAGOV"), party("State Department", "institution", "USAGOV")),
        (party("the Orsk Front", "armed-group"), party("Orsk Front", "organisation", "AFGREB")),
    ],
)
def test_one_actor_has_one_identity(one: Party, other: Party) -> None:
    assert identity(one) == identity(other) is not None
    assert same_party(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (party("Foreign Ministry", "institution", "PAKGOV"), party("Foreign Ministry", "institution", "INDGOV")),
        (party("Ada Marlow"), party("Ben Marlow")),
        (party("Ada Marlow", code="GBRGOV"), party("Marlow", code="PAKGOV")),
        (party("Ada Marlow"), party("Ada Barlow")),
        (party("Orsk", "organisation"), party("Orsk")),
        (party("Orsk Front", "armed-group"), party("Orsk Press", "media")),
    ],
)
def test_two_actors_have_two(one: Party, other: Party) -> None:
    assert identity(one) != identity(other)
    assert same_party(one, other) == same_party(other, one) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        (party("Ada Marlow", code="GBRGOV"), party("Marlow"), 0.7),
        (party("Ada Jane Marlow"), party("Ada Marlow"), 0.9),
        (party("Moamer Kadhafi"), party("Moammar Gadhafi"), 0.8),
        (party("Organisation of Sea Watchers", "organisation"), party("OSW", "organisation"), 0.8),
        (party("Sea Watch", "organisation", None, "OSW"), party("OSW", "organisation"), 0.9),
        (party("al-Qorsk", "armed-group", "IMGREB"), party("al Qorska", "armed-group", "IMGREB"), 0.8),
    ],
)
def test_how_sure_it_is(one: Party, other: Party, sure: float) -> None:
    assert same_party(one, other) == same_party(other, one) == sure


def test_who_is_unnamed_is_nobody_known() -> None:
    official = replace(party("a senior US official", code="USAGOV"), standing="unnamed")
    officials = replace(party("American officials", "people", "USAGOV"), standing="collective")
    for one in (official, officials):
        assert identity(one) is None
        assert same_party(one, one) is None
        assert same_party(one, party("Ada Marlow")) is None


def test_a_ministry_of_an_unknown_state_is_nobody_known() -> None:
    assert identity(party("Foreign Ministry", "institution")) is None


def test_a_surname_says_that_it_is_one() -> None:
    assert (identity(party("Marlow")) or "").startswith(SURNAME)


def test_a_surname_of_two_countries_is_less_sure() -> None:
    assert same_party(party("Marlow", code="GBRGOV"), party("Marlow", code="PAKGOV")) == 0.7
