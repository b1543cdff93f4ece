from __future__ import annotations

import pytest
from resolve.tales import HARW, TARN, Event, tale

from sayso.resolve.happenings.accounts import Key, accounts
from sayso.resolve.happenings.clusters import Clusters, Link, Pair
from sayso.resolve.happenings.weighing import Likeness


def grown(events: list[Event], scores: dict[Pair, float], least: float = 0.5, **foes: str) -> list[list[int]]:
    told = accounts([tale(f"r{number}", event) for number, event in enumerate(events)])
    pairs = [*foes.items(), *((other, one) for one, other in foes.items())]
    enemies: dict[Key, set[Key]] = {(one, "e1"): {(other, "e1")} for one, other in pairs}
    clusters = Clusters(told, {pair: Likeness(score, ()) for pair, score in scores.items()}, enemies)
    clusters.grow(least)
    return sorted(sorted(group.members) for group in clusters.groups.values())


FOUR = [Event()] * 4


def test_the_likely_are_joined() -> None:
    assert grown(FOUR, {(0, 1): 0.9, (2, 3): 0.6, (1, 2): 0.2}) == [[0, 1], [2, 3]]


def test_below_the_least_nothing_is() -> None:
    assert grown(FOUR, {(0, 1): 0.4}) == [[0], [1], [2], [3]]


def test_a_pair_never_compared_counts_against_a_chain() -> None:
    assert grown(FOUR[:3], {(0, 1): 0.9, (1, 2): 0.6}) == [[0, 1], [2]]
    assert grown(FOUR[:3], {(0, 1): 0.9, (1, 2): 0.8}) == [[0, 1, 2]]


def test_what_keeps_one_member_apart_keeps_the_group() -> None:
    events = [Event(at=TARN), Event(), Event(at=HARW)]
    assert grown(events, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}) == [[0, 1], [2]]


def test_days_are_asked_of_the_furthest_members() -> None:
    events = [Event(on="2031-03-01"), Event(on="2031-03-03"), Event(on="2031-03-05")]
    assert grown(events, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}) == [[0, 1], [2]]


def test_a_foe_stays_out() -> None:
    assert grown(FOUR[:3], {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, r2="r0") == [[0, 1], [2]]


def test_equal_likeness_goes_to_the_first() -> None:
    events = [Event(at=TARN), Event(), Event(at=HARW)]
    assert grown(events, {(0, 1): 0.9, (1, 2): 0.9}) == [[0, 1], [2]]


@pytest.mark.parametrize(("other", "best"), [(None, 0.7), (Link(0.9, 0.9, (0, 2)), 0.9), (Link(0.5, 0.5, (0, 2)), 0.7)])
def test_links_add_up(other: Link | None, best: float) -> None:
    link = Link(0.7, 0.7, (0, 1)).with_(other)
    assert link.best == best
    assert link.sum == pytest.approx(0.7 + (other.sum if other else 0.0))


def test_groups_that_name_strangers_are_less_alike() -> None:
    one, other = Event(to=("Dona Marlow", "person", None)), Event(to=("Sami Orsk", "person", None))
    assert grown([one, one], {(0, 1): 0.7}) == [[0, 1]]
    assert grown([one, other], {(0, 1): 0.7}) == [[0], [1]]
