from __future__ import annotations

from resolve.tales import ENVOY, FRONT, PEOPLE, VELIA, Event, Who, tale

from sayso.model.linked import LinkedRole
from sayso.resolve.happenings.roles import linked_roles

GUARD: Who = ("Tarn Guard", "armed-group", None)


def roles(*events: Event) -> list[tuple[str, str]]:
    return [(role.role, role.name) for role in _linked(*events)]


def _linked(*events: Event) -> tuple[LinkedRole, ...]:
    gists = [tale(f"r{number}", event) for number, event in enumerate(events)]
    return linked_roles([(gist, gist.mentions[0]) for gist in gists])


def test_an_actor_has_the_name_that_most_reports_give() -> None:
    surname = Event(by=("Marlow", "person", None))
    assert roles(Event(by=ENVOY), surname, surname) == [("actor", "Marlow")]


def test_of_as_many_the_longest() -> None:
    assert roles(Event(by=ENVOY), Event(by=("Marlow", "person", None))) == [("actor", "Dona Marlow")]


def test_who_is_named_contradicting_the_others_stays_out() -> None:
    assert roles(Event(by=FRONT), Event(by=FRONT), Event(by=GUARD)) == [("actor", "Orsk Front")]


def test_an_actor_has_the_role_that_most_reports_give() -> None:
    assert roles(Event(by=VELIA), Event(by=VELIA), Event(to=VELIA)) == [("actor", "Velia")]


def test_who_is_named_goes_before_who_is_not() -> None:
    assert roles(Event(by=("gunmen", "people", None)), Event(by=FRONT, to=PEOPLE)) == [
        ("actor", "Orsk Front"),
        ("recipient", "three villagers"),
    ]


def test_a_code_is_the_one_that_most_reports_give() -> None:
    assert [role.code for role in _linked(Event(by=ENVOY))] == ["VLA"]
    assert [role.code for role in _linked(Event(by=FRONT))] == [None]


def test_a_pronoun_is_nobody() -> None:
    assert roles(Event(by=("they", "people", None))) == []
