from __future__ import annotations

from itertools import permutations

import pytest
from resolve.tales import ENVOY, FRONT, HARW, TARN, VELIA, Event, Who, tale

from sayso.model.judgement import Judgement
from sayso.resolve.happenings.across import Trace, across_keys, compare_across, grouped, traces
from sayso.resolve.happenings.merging import happenings

RAID = {"by": FRONT, "to": VELIA, "at": TARN, "on": "2031-03-03"}
SURNAMED: Who = ("Marlow", "person", None)


def trace(id: str, **given: object) -> Trace:
    gists = [tale(id, Event("raid", **given))]
    found = traces(gists, happenings(gists, ()))
    assert len(found) == 1
    return found[0]


def pair(**changed: object) -> tuple[Trace, Trace]:
    one, other = trace("r1", **RAID), trace("r2", **(RAID | changed))
    assert compare_across(one, other) == compare_across(other, one)
    return one, other


@pytest.mark.parametrize("changed", [{}, {"at": None}, {"on": "2031-03-04"}, {"words": "a year ago"}])
def test_a_past_event_told_again_is_one(changed: dict[str, object]) -> None:
    one, other = pair(**changed)
    assert compare_across(one, other)
    assert set(across_keys(one)) & set(across_keys(other))


@pytest.mark.parametrize(
    "changed", [{"by": ENVOY}, {"to": None}, {"on": "2031-03-06"}, {"at": HARW}, {"type": "COERCE"}, {"by": SURNAMED}]
)
def test_whatever_differs_keeps_it_apart(changed: dict[str, object]) -> None:
    assert compare_across(*pair(**changed)) is None


def test_a_town_and_a_toll_stand_for_one_party() -> None:
    toll = [("killed", 3, 3, None)]
    one = trace("r1", **(RAID | {"to": None, "tolls": toll}))
    other = trace("r2", **(RAID | {"to": None, "tolls": toll}))
    assert compare_across(one, other)
    assert set(across_keys(one)) & set(across_keys(other))


def test_a_surname_is_nobody_in_another_story() -> None:
    one, other = (trace(id, **(RAID | {"by": SURNAMED})) for id in ("r1", "r2"))
    assert compare_across(one, other) is None


@pytest.mark.parametrize(
    "given", [{"on": None}, {"status": "planned"}, {"on": None, "begin": "2031-01-01", "end": "2031-12-31"}]
)
def test_what_is_undated_or_did_not_occur_leaves_no_trace(given: dict[str, object]) -> None:
    facts = RAID | given
    if "begin" in facts:
        del facts["on"]
    gists = [tale("r1", Event("raid", **facts))]
    assert traces(gists, happenings(gists, ())) == ()


def test_a_group_is_one_in_every_pair_whatever_the_order() -> None:
    days = {"r1": "2031-03-03", "r2": "2031-03-04", "r3": "2031-03-05"}
    found = [trace(id, **(RAID | {"on": day})) for id, day in days.items()]
    scores = {
        (min(a.id, b.id), max(a.id, b.id)): like
        for a in found
        for b in found
        if a.id < b.id and (like := compare_across(a, b))
    }
    assert len(scores) == 2
    results = {grouped(order, scores, ()) for order in permutations(found)}
    assert len(results) == 1
    assert sorted(map(len, results.pop())) == [1, 2]


def test_a_judgement_binds() -> None:
    one, other = pair()
    scores = {(min(one.id, other.id), max(one.id, other.id)): compare_across(one, other)}
    assert len(grouped([one, other], scores, ())) == 1  # type: ignore[arg-type]
    assert len(grouped([one, other], scores, [Judgement(("r1", "e1"), ("r2", "e1"), False)])) == 2  # type: ignore[arg-type]


def test_keys_are_few() -> None:
    assert len(across_keys(trace("r1", **RAID))) <= 64
