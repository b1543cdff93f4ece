from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve.tales import FRONT, HARW, NEAR_TARN, PEOPLE, TARN, VELIA, Event, tale

from sayso.model.ids import digest
from sayso.model.judgement import Judgement
from sayso.resolve.gist import Gist
from sayso.resolve.happenings.accounts import accounts
from sayso.resolve.happenings.apart import MOST_DAYS, apart
from sayso.resolve.happenings.merging import candidates, happenings

RAID = Event("raid", by=FRONT, to=PEOPLE, at=TARN, on="2031-03-03", words="fighters stormed the harbour market")
AGAIN = Event("raided", by=FRONT, to=PEOPLE, at=NEAR_TARN, words="the harbour market was stormed by fighters")
TALKS = Event("talks", "CONSULT", by=VELIA, words="envoys meet over grain")


def groups(gists: Sequence[Gist], *judgements: Judgement) -> set[frozenset[tuple[str, str]]]:
    return {frozenset(found.members) for found in happenings(gists, judgements)}


def joined(one: Event, other: Event) -> bool:
    return len(happenings([tale("r1", one), tale("r2", other)], ())) == 1


def test_what_two_reports_tell_of_one_event_is_one() -> None:
    found = happenings([tale("r1", RAID, TALKS), tale("r2", AGAIN)], ())
    assert [one.members for one in found] == [(("r1", "e1"), ("r2", "e1")), (("r1", "e2"),)]
    assert found[0].reasons[0].startswith("r2/e1 is r1/e1: 0.")
    assert "same word" in found[0].reasons[0]


def test_two_words_for_a_deed_are_one_where_the_rest_agrees() -> None:
    words = "gunmen on motorcycles left the old bazaar of Tarn"
    killed = Event("killed", to=PEOPLE, words=words, tolls=[("killed", 3, 3, None)])
    shot = Event("shot dead", to=PEOPLE, words=words, tolls=[("killed", 3, 3, None)])
    assert joined(killed, shot)


@pytest.mark.parametrize(
    "other",
    [
        {"on": "2031-03-06"},
        {"at": HARW},
        {"status": "did-not"},
        {"status": "planned"},
    ],
)
def test_what_contradicts_stays_apart(other: dict[str, object]) -> None:
    same = {"by": FRONT, "to": PEOPLE, "at": TARN, "on": "2031-03-03", "words": "fighters stormed the market"}
    assert joined(Event("raid", **same), Event("raid", **same))
    assert not joined(Event("raid", **same), Event("raid", **(same | other)))


def test_the_same_plan_is_one() -> None:
    plan = Event("visit", "CONSULT", by=VELIA, status="planned", words="trip to Harw next week")
    asked = Event("visit", "CONSULT", by=VELIA, status="possible", words="trip to Harw next week")
    assert joined(plan, asked)


def test_parties_of_other_states_speak_against_it() -> None:
    words = "spokesman said on television late"
    one = Event("warned", "THREATEN", by=("Velia", "state", "VLA"), words=words)
    other = Event("threat", "THREATEN", by=("Harwia", "state", "HRW"), words=words)
    assert not joined(one, other)


def test_an_id_is_that_of_the_first_member_by_day() -> None:
    found = happenings([tale("r1", RAID, day="2031-03-05"), tale("r2", AGAIN, day="2031-03-04")], ())
    assert found[0].id == "E" + digest("r2", "e1")


def test_a_judgement_binds_both_ways() -> None:
    reports = [tale("r1", RAID), tale("r2", AGAIN), tale("r3", TALKS)]
    apart_ = Judgement(("r1", "e1"), ("r2", "e1"), False)
    one = Judgement(("r2", "e1"), ("r3", "e1"), True)
    assert groups(reports, apart_) == {frozenset([("r1", "e1")]), frozenset([("r2", "e1")]), frozenset([("r3", "e1")])}
    assert frozenset([("r2", "e1"), ("r3", "e1")]) in groups(reports, apart_, one)
    assert any("a person said so" in reason for found in happenings(reports, [one]) for reason in found.reasons)


def test_a_judgement_of_unknown_events_is_kept_for_later() -> None:
    assert len(happenings([tale("r1", RAID)], [Judgement(("r1", "e1"), ("r9", "e1"), True)])) == 1


def test_different_binds_over_a_chain_of_the_same() -> None:
    reports = [tale(f"r{number}", TALKS) for number in (1, 2, 3)]
    first, second, third = (f"r{number}" for number in (1, 2, 3))
    judged = [
        Judgement((first, "e1"), (second, "e1"), True),
        Judgement((second, "e1"), (third, "e1"), True),
        Judgement((first, "e1"), (third, "e1"), False),
    ]
    found = groups(reports, *judged)
    assert not any({(first, "e1"), (third, "e1")} <= group for group in found)


def test_a_split_gives_back_the_old_ids() -> None:
    reports = [tale("r1", RAID), tale("r2", AGAIN)]
    alone = {found.id for report in reports for found in happenings([report], ())}
    split = happenings(reports, [Judgement(("r1", "e1"), ("r2", "e1"), False)])
    assert {found.id for found in split} == alone


def test_no_reports_tell_nothing() -> None:
    assert happenings([], ()) == ()


def test_many_that_share_a_word_are_compared_by_party_and_place() -> None:
    reports = [tale(f"r{number}", Event("raid", at=TARN if number % 9 else HARW)) for number in range(100)]
    pairs = list(candidates(accounts(reports)))
    assert 0 < len(pairs) < 100 * 99 / 2


EVENTS = st.builds(
    Event,
    st.sampled_from(["attack", "raid", "killed", "shot", "bombed"]),
    by=st.sampled_from([None, FRONT, VELIA]),
    to=st.sampled_from([None, PEOPLE, VELIA]),
    at=st.sampled_from([None, TARN, NEAR_TARN, HARW]),
    on=st.sampled_from([None, "2031-03-01", "2031-03-03", "2031-03-05"]),
    status=st.sampled_from(["occurred", "occurred", "did-not", "possible", "planned"]),
    words=st.sampled_from(["market stormed fighters", "harbour burned night", ""]),
)
REPORTS = st.lists(st.lists(EVENTS, min_size=1, max_size=3), min_size=1, max_size=6).map(
    lambda all: [tale(f"r{number}", *events) for number, events in enumerate(all)]
)
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=3)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False), PAIRS)
def test_the_order_of_reading_does_not_matter(
    reports: list[Gist], chance: object, said: list[tuple[int, int, bool]]
) -> None:
    judged = [Judgement((f"r{a}", "e1"), (f"r{b}", "e1"), same) for a, b, same in said if a < b]
    shuffled = [*reports]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert happenings(reports, judged) == happenings(shuffled, judged[::-1])


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_no_chain_joins_what_is_too_far_apart(reports: list[Gist]) -> None:
    told = {account.key: account for account in accounts(reports)}
    for found in happenings(reports, ()):
        for one, other in combinations([told[key] for key in found.members], 2):
            assert apart(one, other) is None
            if one.days and other.days:
                assert abs(one.days[0] - other.days[0]) <= MOST_DAYS


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_every_event_is_in_one_happening(reports: list[Gist]) -> None:
    members = [key for found in happenings(reports, ()) for key in found.members]
    assert sorted(members) == sorted((report.id, event.id) for report in reports for event in report.mentions)


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_what_is_taken_away_again_leaves_what_was(reports: list[Gist]) -> None:
    before = happenings(reports, ())
    added = [*reports, tale("r9", RAID, AGAIN)]
    assert happenings([one for one in added if one.id != "r9"], ()) == before
    keys = sorted((report.id, event.id) for report in added for event in report.mentions)
    judged = [Judgement(one, other, False) for one, other in combinations(keys, 2)]
    assert {found.id for found in happenings(added, judged)} == {"E" + digest(*key) for key in keys}


def test_who_says_that_two_are_one_moves_nobody_else() -> None:
    other = Event("met", "CONSULT", by=VELIA, words="envoys meet over grain")
    reports = [tale("r1", RAID), tale("r2", AGAIN), tale("r3", RAID), tale("r4", other)]
    (raid, talks) = sorted(groups(reports), key=len, reverse=True)
    judged = Judgement(("r2", "e1"), ("r4", "e1"), True)
    assert groups(reports, judged) == {raid | talks}


def test_two_tolls_in_one_report_are_of_two_events() -> None:
    nine = Event("killed", by=FRONT, at=TARN, on="2031-03-03", words="at a market", tolls=[("killed", 9, 9, None)])
    three = Event("killed", by=FRONT, at=TARN, on="2031-03-03", words="at a market", tolls=[("killed", 3, 3, None)])
    assert len(groups([tale("r1", nine, three)])) == 2
    assert len(groups([tale("r1", nine), tale("r2", three)])) == 1
