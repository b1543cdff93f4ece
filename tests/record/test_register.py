"""Who a workspace knows by name: imported, entered, merged, split, and what reports bear that nobody knows."""

from __future__ import annotations

import factory
import pytest

from sayso.errors import UsageError
from sayso.model import KnownActor, Term
from sayso.record import Register, Store

FRONT = KnownActor(("Orsk Front", "OF"), "armed-group", (Term("AFG", ("REB",)),), origin="a.csv")
BOLE = KnownActor(("Ann Bole",), "person", (Term("KEN", ("GOV",), "2010-01-01", "2012-03-31"),), "Q7", origin="a.csv")
LUND = KnownActor(("Tim Lund", "T. Lund", "Lundt"), "person", (Term("UGA", ()),), origin="a.csv")


@pytest.fixture
def register(store: Store) -> Register:
    return store.register()


def names(register: Register) -> list[str]:
    return [actor.name for actor in register.actors()]


def test_what_is_kept_comes_back_with_a_number(register: Register) -> None:
    assert register.add(FRONT).number == 1
    assert register.add(FRONT).number == 1
    (kept,) = register.actors()
    assert (kept.names, kept.kind, kept.terms, kept.origin) == (FRONT.names, FRONT.kind, FRONT.terms, FRONT.origin)


def test_an_actor_is_found_by_number_and_by_every_name(register: Register) -> None:
    for actor in (FRONT, BOLE):
        register.add(actor)
    assert [register.find(one).number for one in ("1", "the  orsk front", "of", "ANN BOLE")] == [1, 1, 1, 2]
    with pytest.raises(UsageError, match="no actor Nobody"):
        register.find("Nobody")
    register.add(KnownActor(("Another", "OF"), "party"))
    with pytest.raises(UsageError, match=r"may be any of these: 1 .*, 3"):
        register.find("OF")


def test_an_import_takes_the_place_of_the_one_before(register: Register) -> None:
    first = register.take("a.csv", [FRONT, BOLE, BOLE])
    assert (first.new, first.known, first.gone) == (2, 0, 0)
    register.take("b.csv", [KnownActor(("Other",), None, origin="b.csv")])
    again = register.take("a.csv", [FRONT, LUND])
    assert (again.new, again.known, again.gone) == (1, 1, 1)
    assert names(register) == ["Orsk Front", "Other", "Tim Lund"]


def test_what_was_merged_stays_merged_when_it_is_imported_again(register: Register) -> None:
    register.take("a.csv", [FRONT, BOLE, LUND])
    whole = register.merge(["Ann Bole", "Lundt"])
    assert whole.names == ("Ann Bole", "Tim Lund", "T. Lund", "Lundt")
    assert (whole.terms, whole.wikidata, whole.origin) == ((*BOLE.terms, *LUND.terms), "Q7", "own")
    assert names(register) == ["Orsk Front", "Ann Bole"]
    assert register.take("a.csv", [FRONT, BOLE, LUND]).new == 0
    assert names(register) == ["Orsk Front", "Ann Bole"]


def test_split_names_are_an_actor_of_their_own(register: Register) -> None:
    register.take("a.csv", [LUND])
    rest, part = register.split("Tim Lund", ["lundt"])
    assert (rest.names, part.names) == (("Tim Lund", "T. Lund"), ("Lundt",))
    assert part.terms == rest.terms == LUND.terms
    register.take("a.csv", [LUND])
    assert sorted(names(register)) == ["Lundt", "Tim Lund"]


@pytest.mark.parametrize("parted", [["Nobody"], ["Tim Lund", "T. Lund", "Lundt"], []])
def test_a_split_leaves_a_name_on_either_side(register: Register, parted: list[str]) -> None:
    register.add(LUND)
    with pytest.raises(UsageError):
        register.split("Tim Lund", parted)
    assert names(register) == ["Tim Lund"]


def test_one_actor_is_not_merged(register: Register) -> None:
    register.add(FRONT)
    with pytest.raises(UsageError, match="two or more"):
        register.merge(["OF", "Orsk Front"])


def test_candidates_are_names_without_a_code_in_many_reports(store: Store) -> None:
    register = store.register()
    for number in range(2):
        store.writer().add(factory.record(id=f"r{number}"), f"{number}.txt")
    found = register.candidates(least=2)
    assert found
    assert register.candidates(least=3) == []
    first = found[0]
    assert first.reports == 2
    assert all(f"[[{first.name.split()[0]}" in context or "[[" in context for context in first.contexts)
    register.dismiss(first.name)
    assert first.name not in [candidate.name for candidate in register.candidates(least=2)]
    for candidate in register.candidates(least=2):
        register.add(KnownActor((candidate.name,), candidate.kind))
    assert register.candidates(least=2) == []
