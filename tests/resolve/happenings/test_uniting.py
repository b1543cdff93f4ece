from __future__ import annotations

from itertools import permutations

import pytest
from resolve.tales import FRONT, HARW, PEOPLE, TARN, Event, tale

from sayso.model.ids import digest
from sayso.model.linked import Linked, LinkedPlace
from sayso.resolve.gist import Spot
from sayso.resolve.happenings.uniting import united


def linked(*events: Event, days: tuple[str, ...] = ()) -> Linked:
    gists = [tale(f"r{number}", event, day=days[number] if days else None) for number, event in enumerate(events)]
    members = [(gist, gist.mentions[0]) for gist in gists]
    found = {united(order, {"r0": "K1"}) for order in permutations(members)}
    assert len(found) == 1
    return found.pop()


def test_an_event_with_one_member_says_what_it_says() -> None:
    found = linked(Event("raid", by=FRONT, to=PEOPLE, at=TARN, on="2031-03-03"))
    assert found.id == "E" + digest("r0", "e1")
    assert (found.type, found.status, found.begin, found.end) == ("ASSAULT", "occurred", "2031-03-03", "2031-03-03")
    assert found.place == LinkedPlace("Tarn", "VLA", "city")
    assert [role.name for role in found.roles] == ["Orsk Front", "three villagers"]
    assert [(member.report, member.story) for member in found.members] == [("r0", "K1")]
    assert (found.origins, found.grade, found.disputes) == ((), "unsourced", ())
    assert Linked.from_json(found.to_json()) == found


def test_nothing_known_stays_unknown() -> None:
    found = linked(Event(), Event())
    assert (found.begin, found.end, found.place, found.roles) == (None, None, None, ())


def test_the_id_is_that_of_the_first_published() -> None:
    assert linked(Event(), Event(), days=("2031-03-05", "2031-03-04")).id == "E" + digest("r1", "e1")


def test_type_and_status_are_those_of_most() -> None:
    found = linked(Event(), Event(type="COERCE", status="possible"), Event(type="COERCE", status="possible"))
    assert (found.type, found.status) == ("COERCE", "possible")


def test_days_that_all_share() -> None:
    found = linked(Event(begin="2031-03-01", end="2031-03-31"), Event(begin="2031-03-03", end="2031-04-09"), Event())
    assert (found.begin, found.end) == ("2031-03-03", "2031-03-31")


def test_where_days_contradict_those_of_most() -> None:
    found = linked(Event(on="2031-03-03"), Event(on="2031-03-04"), Event(on="2031-03-04"))
    assert (found.begin, found.end) == ("2031-03-04", "2031-03-04")


@pytest.mark.parametrize(
    ("spots", "name"),
    [
        ([TARN, Spot("Velia", "VLA", 41.0, 20.0, "country")], "Tarn"),
        ([Spot("Velia", "VLA", 41.0, 20.0, "country")], "Velia"),
        ([HARW, TARN, TARN], "Tarn"),
        ([None, Spot("the coast", None, None, None, "area")], "the coast"),
    ],
)
def test_the_finest_place_that_members_agree_on(spots: list[Spot | None], name: str) -> None:
    place = linked(*(Event(at=spot) for spot in spots)).place
    assert place
    assert place.name == name
