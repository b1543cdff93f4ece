from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resolve.gists import By, Does, by_id, family, gist, linked, media, named, spot, unnamed

from sayso.model import Family
from sayso.resolve.gist import Gist
from sayso.resolve.origins.disputes import Docket, disputes

FRONT, GUARD = Does("actor", "Orsk Front"), Does("actor", "Harbour Guard", "institution")
QUAY = Does("recipient", "Pier Company", "company")
FIVE, TWELVE = ("killed", 5, 5, None), ("killed", 12, 12, None)
MARLOW, CORRIGAN = named("Ada Marlow"), named("Ben Corrigan")
ENVOY = unnamed("an envoy")
DENIES = By("named", "Orsk Front", kind="armed-group", stance="denies", content=("raid",))


def found(event: Sequence[Gist], *others: Sequence[Gist], families: Mapping[str, Family] | None = None) -> list[str]:
    """The disputes as lines: kind, report and statement."""
    events = [linked(*reports, id=f"E{number}") for number, reports in enumerate(others, 2)]
    gists = by_id([one for reports in (event, *others) for one in reports])
    return [
        f"{one.kind}: {one.statement.report} {one.statement.id}"
        for one in disputes(linked(*event), events, gists, families or {})
    ]


def test_a_denial_of_the_event_or_of_what_is_said_of_it() -> None:
    about = DENIES._replace(event=False, about="e1")
    assert found([gist("r1", ENVOY, about)]) == ["denial: r1 s2"]
    assert found([gist("r1", ENVOY, about._replace(about="s1"))]) == ["denial: r1 s2"]
    assert found([gist("r1", ENVOY, about._replace(about="s1", content=("the", "charges")))]) == ["denial: r1 s2"]
    assert found([gist("r1", ENVOY, DENIES)]) == ["denial: r1 s2"]


def test_a_denial_of_something_else_that_was_said_is_none_of_this_event() -> None:
    aside = DENIES._replace(event=False, about="s1", content=("talks", "secret", "payments", "made"))
    assert found([gist("r1", ENVOY, aside)]) == []


def test_a_refusal_to_speak_is_no_denial() -> None:
    assert found([gist("r1", ENVOY, DENIES._replace(stance="declines"))]) == []


def test_a_denial_in_another_event_of_the_story() -> None:
    event = [gist("r1", ENVOY, does=[FRONT, QUAY], begin="2031-03-04", end="2031-03-04")]
    assert found(event, [gist("r2", DENIES, does=[FRONT], status="did-not")]) == ["denial: r2 s1"]
    assert found(event, [gist("r2", CORRIGAN, does=[FRONT, QUAY], status="did-not")]) == ["denial: r2 s1"]
    nothing = {
        "another's": [gist("r2", DENIES, does=[GUARD], status="did-not")],
        "another day": [gist("r2", DENIES, does=[FRONT], status="did-not", begin="2031-02-01", end="2031-02-01")],
        "nobody's word": [gist("r2", does=[FRONT, QUAY], status="did-not")],
        "another kind": [gist("r2", DENIES, does=[FRONT], status="did-not", type="CONSULT")],
        "other words on other parties": [gist("r2", CORRIGAN, does=[FRONT], status="did-not")],
    }
    assert {why: found(event, other) for why, other in nothing.items() if found(event, other)} == {}


def test_who_met_whom_may_be_told_from_either_side() -> None:
    envoys, rebels = Does("actor", "Velian envoys", "people"), Does("recipient", "rebel leaders", "people")
    event = [gist("r1", ENVOY, does=[envoys, rebels], type="CONSULT")]
    turned = [rebels._replace(role="actor"), envoys._replace(role="recipient")]
    assert found(event, [gist("r2", MARLOW, does=turned, type="CONSULT", status="did-not")]) == ["denial: r2 s1"]
    assert found(event, [gist("r2", MARLOW, does=turned[:1], type="CONSULT", status="did-not")]) == []


def test_of_what_is_said_not_to_be_so_the_dispute_is_who_says_it_was() -> None:
    event = [gist("r1", DENIES, does=[FRONT, QUAY], status="did-not")]
    assert found(event) == []
    assert found(event, [gist("r2", ENVOY, does=[FRONT, QUAY])]) == ["denial: r2 s1"]


def test_a_denial_in_thirty_copies_or_by_one_speaker_is_one() -> None:
    reports = [gist(f"r{number:02}", ENVOY, DENIES) for number in range(30)]
    assert found(reports) == ["denial: r00 s2"]
    unnamed_denials = [gist(id, ENVOY, unnamed("a rebel", stance="denies")) for id in ("r1", "r2")]
    assert found(unnamed_denials) == ["denial: r1 s2", "denial: r2 s2"]
    assert found(unnamed_denials, families=family("r2", "r1")) == ["denial: r2 s2"]


TOLLS: list[tuple[str, Sequence[Gist], list[str]]] = [
    ("another toll", [gist("r1", ENVOY, tolls=[FIVE]), gist("r2", CORRIGAN, tolls=[TWELVE])], ["toll: r2 s1"]),
    (
        "a toll without an upper bound hides no other",
        [
            gist("r1", MARLOW, tolls=[("killed", 3, None, None)], day="2031-03-01"),
            gist("r2", ENVOY, tolls=[FIVE], day="2031-03-02"),
            gist("r3", CORRIGAN, tolls=[TWELVE]),
        ],
        ["toll: r3 s1"],
    ),
    (
        "the toll that most texts give stands, whichever came first",
        [
            gist("r1", ENVOY, tolls=[FIVE], day="2031-03-01"),
            gist("r2", CORRIGAN, tolls=[TWELVE]),
            gist("r3", MARLOW, tolls=[TWELVE]),
        ],
        ["toll: r1 s1"],
    ),
    (
        "at least five may be twelve",
        [gist("r1", ENVOY, tolls=[("killed", 5, None, None)]), gist("r2", CORRIGAN, tolls=[TWELVE])],
        [],
    ),
    (
        "more than five may be five",
        [gist("r1", ENVOY, tolls=[("killed", 6, None, None)]), gist("r2", CORRIGAN, tolls=[FIVE])],
        [],
    ),
    (
        "the dead are not the injured",
        [gist("r1", ENVOY, tolls=[FIVE]), gist("r2", CORRIGAN, tolls=[("injured", 12, 12, None)])],
        [],
    ),
    (
        "a toll in the report's own voice has no statement to show",
        [gist("r1", ENVOY, tolls=[FIVE]), gist("r2", tolls=[TWELVE], outlet="Ost Post")],
        [],
    ),
    (
        "who gave another toll on another day gives another account",
        [gist("r1", MARLOW, tolls=[FIVE]), gist("r2", MARLOW, tolls=[TWELVE], day="2031-03-06")],
        ["account: r2 s1"],
    ),
    (
        "of the tolls that one gives the largest counts",
        [gist("r1", ENVOY, tolls=[("killed", 2, 2, None), FIVE]), gist("r2", CORRIGAN, tolls=[FIVE])],
        [],
    ),
]


@pytest.mark.parametrize(("reports", "expected"), [case[1:] for case in TOLLS], ids=[case[0] for case in TOLLS])
def test_tolls(reports: Sequence[Gist], expected: list[str]) -> None:
    assert found(reports) == expected


def test_of_the_events_of_one_report_that_with_the_largest_toll_is_the_whole() -> None:
    report = gist("r1", ENVOY, tolls=[FIVE])
    (raid,) = report.mentions
    part = replace(raid, id="e0", tolls=(replace(raid.tolls[0], low=2, high=2),))
    both = replace(report, mentions=(part, raid))
    event = linked(both, gist("r2", CORRIGAN, tolls=[FIVE]))
    event = replace(event, members=(*event.members, replace(event.members[0], event="e0")))
    assert disputes(event, [], by_id([both, gist("r2", CORRIGAN, tolls=[FIVE])]), {}) == ()


def test_days_that_cannot_both_be() -> None:
    def on(id: str, by: By, begin: str, end: str) -> Gist:
        return gist(id, by, begin=begin, end=end)

    monday = on("r1", ENVOY, "2031-03-03", "2031-03-03")
    assert found([monday, on("r2", CORRIGAN, "2031-03-06", "2031-03-06")]) == ["date: r2 s1"]
    assert found([monday, on("r2", CORRIGAN, "2031-03-04", "2031-03-04")]) == []
    assert found([monday, on("r2", CORRIGAN, "2031-03-01", "2031-03-10")]) == []
    assert found([monday, on("r2", CORRIGAN, "2031-04-01", "2031-08-31")]) == []


def test_a_day_that_two_events_of_one_sentence_share_is_no_claim() -> None:
    monday = gist("r1", ENVOY, begin="2031-03-03", end="2031-03-03")
    friday = gist("r2", CORRIGAN, begin="2031-03-07", end="2031-03-07")
    (raid,) = friday.mentions
    after = replace(friday, mentions=(raid, replace(raid, id="e2", statements=())))
    assert found([monday, friday]) == ["date: r2 s1"]
    assert found([monday, after]) == []


def test_who_did_it() -> None:
    at = {"begin": "2031-03-04", "end": "2031-03-04"}
    event = [gist("r1", ENVOY, does=[FRONT, QUAY], **at)]
    assert found(event, [gist("r2", CORRIGAN, does=[GUARD, QUAY], **at)]) == ["who: r2 s1"]
    assert found(event, [gist("r2", CORRIGAN, does=[GUARD], **at)]) == []
    assert found(event, [gist("r2", CORRIGAN, does=[GUARD, QUAY], begin="2031-03-09", end="2031-03-09")]) == []
    here, there = spot("Tarn", 40.0, 40.0), spot("Orsk", 44.0, 40.0)
    event = [gist("r1", ENVOY, does=[FRONT], spot=here, **at)]
    assert found(event, [gist("r2", CORRIGAN, does=[GUARD], spot=here, **at)]) == ["who: r2 s1"]
    assert found(event, [gist("r2", CORRIGAN, does=[GUARD], spot=there, **at)]) == []


def test_who_denies_what_he_told_before_gives_another_account() -> None:
    before = gist("r1", MARLOW, day="2031-03-01")
    after = gist("r2", ENVOY, named("Ada Marlow", stance="denies"))
    assert found([before, after]) == ["account: r2 s2"]


def test_a_docket_gives_the_same_for_each_event_of_a_story() -> None:
    told = gist("r1", ENVOY, does=[FRONT, QUAY], tolls=[FIVE])
    denied = gist("r2", DENIES, does=[FRONT, QUAY], status="did-not")
    events = [linked(told, id="E1"), linked(denied, id="E2")]
    gists = by_id([told, denied])
    docket = Docket(events, gists, {})
    for event, other in (events, reversed(events)):
        assert docket.against(event) == disputes(event, [other], gists, {})


@given(
    st.lists(st.sampled_from([ENVOY, MARLOW, CORRIGAN, DENIES, media("Harbour Times")]), min_size=2, max_size=5),
    st.lists(st.integers(1, 20), min_size=5, max_size=5),
    st.randoms(),
)
def test_order_does_not_matter_and_a_copy_adds_none(said: list[By], tolls: list[int], chance: random.Random) -> None:
    reports = [gist(f"r{n}", by, tolls=[("killed", tolls[n], tolls[n], None)]) for n, by in enumerate(said)]
    assert found(chance.sample(reports, len(reports))) == found(reports)
    copy = replace(reports[-1], id="x1")
    assert found([*reports, copy], families=family(reports[-1].id, "x1")) == found(reports)


def test_a_denial_of_what_unnamed_people_did_to_others_that_day() -> None:
    soldiers, farmers = (
        Does("actor", "soldiers", "people", "collective"),
        Does("recipient", "five farmers", "people", "collective"),
    )
    day = {"begin": "2031-03-04", "end": "2031-03-04"}
    event = [gist("r1", ENVOY, does=[soldiers, farmers], **day)]
    denied = By("named", "Ada Marlow", stance="denies")
    others = farmers._replace(name="farmers")
    assert found(event, [gist("r2", denied, does=[soldiers, others], status="did-not", **day)]) == ["denial: r2 s1"]
    assert found(event, [gist("r2", denied, does=[soldiers], status="did-not", **day)]) == []


def test_who_lays_the_event_itself_to_somebody_else() -> None:
    by_front = gist("r1", ENVOY, does=[FRONT, QUAY])
    by_guard = gist("r2", CORRIGAN, does=[GUARD, QUAY])
    assert found([by_front, by_guard]) == ["who: r2 s1"]
    assert found([by_front, by_guard, gist("r3", MARLOW, does=[GUARD, QUAY])]) == ["who: r1 s1"]
    assert found([by_front, gist("r2", CORRIGAN, does=[QUAY])]) == []
