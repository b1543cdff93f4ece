from __future__ import annotations

from itertools import permutations

from factory import findings

from sayso.model.actor import ActorKind, ActorStanding
from sayso.resolve.actors.identity import identity
from sayso.resolve.actors.story import identities
from sayso.resolve.copies.sketch import sketch_copy
from sayso.resolve.gist import Gist, Party
from sayso.resolve.stories.sketch import sketch_story


def gist(id: str, *parties: Party) -> Gist:
    named = tuple(Party(f"a{number}", *_rest(party)) for number, party in enumerate(parties, 1))
    blank = findings()
    return Gist(id, None, None, None, sketch_copy(blank), sketch_story(blank), named, (), ())


def _rest(party: Party) -> tuple[str, tuple[str, ...], ActorKind, ActorStanding, str | None, str | None]:
    return party.name, party.names, party.kind, party.standing, party.country, party.code


def party(
    name: str, kind: ActorKind = "person", country: str | None = None, standing: ActorStanding = "named"
) -> Party:
    return Party("", name, (name,), kind, standing, country, country)


WHOLE, PART = party("Ada Marlow", country="GBR"), party("Marlow")


def test_a_surname_is_the_one_person_of_the_story_who_bears_it() -> None:
    found = identities([gist("r1", WHOLE), gist("r2", PART)])
    assert found["r1", "a1"] == found["r2", "a1"] == identity(WHOLE)


def test_a_surname_that_two_bear_stays_alone() -> None:
    found = identities([gist("r1", WHOLE, party("Ben Marlow")), gist("r2", PART)])
    assert found["r2", "a1"] == identity(PART)


def test_longer_and_longer_names_are_one() -> None:
    longest = party("Ada Jane Marlow")
    found = identities([gist("r1", WHOLE), gist("r2", PART), gist("r3", longest)])
    assert set(found.values()) == {identity(longest)}


def test_another_country_speaks_against_it() -> None:
    found = identities([gist("r1", WHOLE), gist("r2", party("Marlow", country="PAK"))])
    assert found["r1", "a1"] != found["r2", "a1"]


def test_an_acronym_is_the_body_that_it_stands_for() -> None:
    body = party("Organisation of Sea Watchers", "organisation")
    found = identities([gist("r1", body), gist("r2", party("OSW", "organisation"))])
    assert found["r1", "a1"] == found["r2", "a1"] == identity(body)


def test_two_spellings_are_one() -> None:
    found = identities([gist("r1", party("Moamer Kadhafi")), gist("r2", party("Moammar Gadhafi"))])
    assert len(set(found.values())) == 1


def test_the_unnamed_have_no_place_in_it() -> None:
    assert identities([gist("r1", party("a senior official", standing="unnamed"))]) == {}


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [gist("r1", WHOLE), gist("r2", PART, party("OSW", "organisation")), gist("r3", party("Ada J. Marlow"))]
    assert len({tuple(sorted(identities(order).items())) for order in permutations(reports)}) == 1
