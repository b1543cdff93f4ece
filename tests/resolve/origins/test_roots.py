"""Origins by hand: each case is a few reports of one event, and who stands behind it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve.gists import By, by_id, family, gist, linked, media, named, unnamed

from sayso.model import Family, Origin
from sayso.resolve.gist import Gist
from sayso.resolve.origins.roots import origins

OFFICIAL = unnamed("a senior Velian official")
TIMES = media("The Harbour Times")
NONE: Mapping[str, Family] = {}


def found(*gists: Gist, families: Mapping[str, Family] = NONE) -> tuple[Origin, ...]:
    return origins(linked(*gists), by_id(gists), families)


def told(*gists: Gist, families: Mapping[str, Family] = NONE) -> list[str]:
    """The origins as lines: kind, name, through whom, in which reports."""
    return [
        f"{one.kind}: {' ← '.join((one.name, *one.via))} [{' '.join(one.reports)}]"
        for one in found(*gists, families=families)
    ]


CASES: list[tuple[str, Sequence[Gist], list[str]]] = [
    (
        "a chain ends in who said it first",
        [gist("r1", unnamed("an envoy", via=TIMES), outlet="Ost Post")],
        ["unnamed: an envoy ← Harbour Times [r1]"],
    ),
    (
        "who cites a paper without naming its source shares the source that another report names",
        [gist("r1", unnamed("an envoy", via=TIMES), outlet="Ost Post"), gist("r2", TIMES, outlet="Quay Mail")],
        ["unnamed: an envoy ← Harbour Times [r1 r2]"],
    ),
    (
        "the paper's own report, one that quotes its source and one that cites the paper are one origin",
        [
            gist("r1", OFFICIAL, outlet="Harbour Times", day="2031-03-04"),
            gist("r2", unnamed("A senior Velian official", via=TIMES), outlet="Ost Post"),
            gist("r3", TIMES, outlet="Quay Mail"),
        ],
        ["unnamed: a senior Velian official ← Harbour Times [r1 r2 r3]"],
    ),
    (
        "the same words in two reports that do not cite one another are two",
        [gist("r1", OFFICIAL, outlet="Harbour Times"), gist("r2", OFFICIAL, outlet="Ost Post")],
        ["unnamed: a senior Velian official [r1]", "unnamed: a senior Velian official [r2]"],
    ),
    (
        "two reports of one paper that do not cite one another are two",
        [gist("r1", OFFICIAL, outlet="Harbour Times"), gist("r2", OFFICIAL, outlet="The Harbour Times")],
        ["unnamed: a senior Velian official [r1]", "unnamed: a senior Velian official [r2]"],
    ),
    (
        "who cites a paper and heard a source of the same event has both from the paper, as far as one can see",
        [gist("r1", TIMES, OFFICIAL, outlet="Ost Post")],
        ["unnamed: a senior Velian official ← Harbour Times [r1]"],
    ),
    (
        "but not where the paper's own report knows no such source",
        [
            gist("r1", TIMES, unnamed("a harbour pilot"), outlet="Ost Post"),
            gist("r2", OFFICIAL, outlet="Harbour Times", day="2031-03-04"),
        ],
        ["unnamed: a senior Velian official [r1 r2]", "unnamed: a harbour pilot [r1]"],
    ),
    (
        "nor where the source confirms it",
        [gist("r1", TIMES, unnamed("a harbour pilot", stance="confirms"), outlet="Ost Post")],
        ["media: Harbour Times [r1]", "unnamed: a harbour pilot [r1]"],
    ),
    (
        "nor where the source told the report's own paper",
        [gist("r1", TIMES, unnamed("a harbour pilot", told="Ost Post"), outlet="The Ost Post")],
        ["media: Harbour Times [r1]", "unnamed: a harbour pilot [r1]"],
    ),
    (
        "who told a paper is heard through it",
        [
            gist("r1", unnamed("a harbour pilot", told="Harbour Times"), outlet="Ost Post"),
            gist("r2", unnamed("the harbour pilot", told="The Harbour Times"), outlet="Quay Mail"),
        ],
        ["unnamed: a harbour pilot ← Harbour Times [r1 r2]"],
    ),
    (
        "a named source is one everywhere, through whomever",
        [
            gist("r1", named("Ada Marlow"), outlet="Ost Post"),
            gist("r2", named("Ada Marlow", via=TIMES), outlet="Quay Mail"),
        ],
        ["named: Ada Marlow [r1 r2]"],
    ),
    (
        "a spokesman's word is his body's",
        [
            gist("r1", By("spokesperson", "a Harbour Guard spokesman"), outlet="Ost Post"),
            gist("r2", By("spokesperson", "a spokeswoman for the Harbour Guard"), outlet="Quay Mail"),
            gist("r3", named("the Harbour Guard", kind="institution"), outlet="Pier Gazette"),
        ],
        ["named: the Harbour Guard [r1 r2 r3]"],
    ),
    (
        "a spokesman of nobody in particular is one for each report",
        [gist(id, By("spokesperson", "a spokesman"), outlet=id) for id in ("r1", "r2")],
        ["spokesperson: a spokesman [r1]", "spokesperson: a spokesman [r2]"],
    ),
    (
        "two unnamed officials of one report stay two",
        [gist("r1", OFFICIAL, unnamed("another official"), outlet="Ost Post")],
        ["unnamed: a senior Velian official [r1]", "unnamed: another official [r1]"],
    ),
    (
        "a group that is only described may be the organisation that the report names, and is not counted beside it",
        [
            gist("r1", unnamed("a monitoring group"), named("Harbour Watch", kind="organisation"), outlet="Ost Post"),
            gist("r2", unnamed("a monitoring group"), unnamed("an official"), outlet="Quay Mail"),
        ],
        [
            "named: Harbour Watch [r1]",
            "unnamed: a monitoring group [r2]",
            "unnamed: an official [r2]",
        ],
    ),
    (
        "a body is the same whatever describes it",
        [
            gist("r1", named("Harbour Watch", kind="organisation"), outlet="Ost Post"),
            gist("r2", named("the opposition-linked Harbour Watch", kind="organisation"), outlet="Quay Mail"),
        ],
        ["named: Harbour Watch [r1 r2]"],
    ),
    (
        "the report stands for the only outlet that is cited",
        [gist("r1", TIMES, By("document", "the report"), outlet="Ost Post")],
        ["media: Harbour Times [r1]"],
    ),
    (
        "and for none where two are",
        [gist("r1", TIMES, media("Pier Gazette"), By("document", "the report"), outlet="Ost Post")],
        ["media: Harbour Times [r1]", "media: Pier Gazette [r1]", "document: the report [r1]"],
    ),
    (
        "officials and officials of one report are one group",
        [gist("r1", By("collective", "officials"), By("collective", "Officials"), outlet="Ost Post")],
        ["collective: officials [r1]"],
    ),
    (
        "a pronoun that nobody could tell counts where it is the only one",
        [gist("r1", unnamed("he"), OFFICIAL, outlet="Ost Post"), gist("r2", unnamed("he"), outlet="Quay Mail")],
        ["unnamed: a senior Velian official [r1]", "unnamed: he [r2]"],
    ),
    (
        "an outlet described by its kind is the one whose name is in its words",
        [
            gist("r1", By("media", "an official Coast Wire agency", kind="media"), outlet="Ost Post"),
            gist("r2", media("Coast Wire"), outlet="Quay Mail"),
        ],
        ["media: Coast Wire [r1 r2]"],
    ),
    (
        "what somebody is told that he said has who tells him for its source",
        [gist("r1", unnamed("you", via=named("Ada Marlow")), outlet="Ost Post")],
        ["named: Ada Marlow [r1]"],
    ),
    (
        "what we know is the report's own word",
        [gist("r1", By("collective", "We"), outlet="Ost Post")],
        ["media: Ost Post [r1]"],
    ),
    (
        "who asks whether it was vouches for nothing, who asks for it does for his asking",
        [
            gist("r1", unnamed("a reporter", stance="asks"), status="planned", outlet="Ost Post"),
            gist("r2", unnamed("an envoy", stance="asks"), status="requested", outlet="Quay Mail"),
        ],
        ["unnamed: an envoy [r2]"],
    ),
    (
        "what a report says itself is its outlet's word",
        [
            gist("r1", outlet="Ost Post"),
            gist("r2", outlet="The Ost Post"),
            gist("r3", url="https://quaymail.example/1"),
        ],
        ["media: Ost Post [r1 r2]", "media: quaymail.example [r3]"],
    ),
    ("without an outlet it is nobody's", [gist("r1")], []),
    ("background is nobody's word", [gist("r1", outlet="Ost Post", historical=True)], []),
    ("what may be is nobody's word", [gist("r1", outlet="Ost Post", status="possible")], []),
    (
        "who only comments on it is none of its origins: the report takes it for granted itself",
        [gist("r1", named("Ada Marlow"), comments=("s1",), outlet="Ost Post")],
        ["media: Ost Post [r1]"],
    ),
    (
        "who declines to speak of it, whatever he says of it, makes it nobody's word",
        [gist("r1", named("Ada Marlow", stance="declines"), comments=("s1",), outlet="Ost Post")],
        [],
    ),
    ("it was alleged: by nobody", [gist("r1", By("none", ""), outlet="Ost Post")], []),
    (
        "who denies it or declines to speak vouches for nothing",
        [
            gist(
                "r1",
                named("Ada Marlow", stance="denies"),
                By("spokesperson", "a spokesman", stance="declines"),
                outlet="Ost Post",
            )
        ],
        [],
    ),
    (
        "who denies it vouches for its not being so",
        [gist("r1", named("Ada Marlow", stance="denies"), status="did-not")],
        ["named: Ada Marlow [r1]"],
    ),
    (
        "a paper that reports a denial vouches for nothing",
        [gist("r1", named("Ada Marlow", stance="denies", via=TIMES))],
        [],
    ),
    (
        "papers that only cite one another are one",
        [gist("r1", media("Ost Post"), outlet="Harbour Times"), gist("r2", TIMES, outlet="Ost Post")],
        ["media: Ost Post [r1 r2]"],
    ),
    (
        "a known outlet by all its names",
        [
            gist("r1", media("WSJ"), outlet="Ost Post"),
            gist("r2", media("the Wall Street Journal"), outlet="Quay Mail"),
            gist("r3", url="https://www.wsj.com/articles/1"),
        ],
        ["media: The Wall Street Journal [r1 r2 r3]"],
    ),
]


@pytest.mark.parametrize(("reports", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_stands_behind_it(reports: Sequence[Gist], expected: list[str]) -> None:
    assert told(*reports) == expected


def test_thirty_reprints_are_one_origin() -> None:
    reports = [gist(f"r{number:02}", OFFICIAL, outlet=f"Paper {number}") for number in range(30)]
    (one,) = found(*reports, families=family("r00", *(report.id for report in reports[1:])))
    assert one.reports == tuple(report.id for report in reports)


def test_a_shortened_copy_speaks_only_where_the_original_does_not_tell_it() -> None:
    whole = gist("r1", OFFICIAL, named("Ada Marlow"), outlet="Ost Post", day="2031-03-06")
    short = gist("r2", unnamed("sources"), outlet="Quay Mail")
    families = family("r1", "r2")
    assert told(whole, short, families=families) == [
        "unnamed: a senior Velian official [r1 r2]",
        "named: Ada Marlow [r1 r2]",
    ]
    assert told(short, families=families) == ["unnamed: sources [r2]"]


def test_who_cites_a_paper_that_carries_a_copy_shares_the_originals_origin() -> None:
    wire, copy = gist("r1", OFFICIAL, outlet="Coast Wire"), gist("r2", outlet="Harbour Times")
    assert told(wire, copy, gist("r3", TIMES, outlet="Ost Post"), families=family("r1", "r2")) == [
        "unnamed: a senior Velian official [r1 r2 r3]"
    ]


def test_a_report_that_names_a_source_once_does_not_give_its_own_word_elsewhere() -> None:
    report = gist("r1", OFFICIAL, outlet="Ost Post")
    (told_by,) = report.mentions
    both = replace(report, mentions=(replace(told_by, id="e0", statements=()), told_by))
    event = linked(both)
    event = replace(event, members=(*event.members, replace(event.members[0], event="e0")))
    assert [one.name for one in origins(event, {"r1": both}, NONE)] == ["a senior Velian official"]


def test_what_a_report_says_itself_is_the_word_of_the_agency_whose_text_it_carries() -> None:
    def wired(id: str, outlet: str) -> Gist:
        report = gist(id, outlet=outlet)
        return replace(report, copy=replace(report.copy, agencies=("AFP",)))

    reports = [wired("r1", "Ost Post"), wired("r2", "Quay Mail"), gist("r3", outlet="AFP"), gist("r4", media("AFP"))]
    assert told(*reports) == ["media: Agence France-Presse [r1 r2 r3 r4]"]


def test_a_body_that_is_only_described_is_not_named() -> None:
    assert told(gist("r1", named("a monitoring group", kind="organisation"))) == ["collective: a monitoring group [r1]"]


def test_a_named_origin_has_one_id_everywhere_and_an_unnamed_one_an_id_of_its_own() -> None:
    (first,), (second,) = found(gist("r1", named("Ada Marlow"))), found(gist("r2", named("Ada Marlow")))
    assert first.id == second.id
    (first,), (second,) = found(gist("r1", OFFICIAL)), found(gist("r2", OFFICIAL))
    assert first.id != second.id


OUTLETS = ["Harbour Times", "Ost Post", "Quay Mail", "Pier Gazette"]
NAMES = ["Ada Marlow", "Ben Corrigan", "Harbour Guard"]
LINKS = [*map(media, OUTLETS), named("Dora Quill", via=media("Ost Post")), unnamed("an aide", via=TIMES)]
DESCRIBED = ["an official", "a diplomat", "officials"]


@st.composite
def sources(draw: st.DrawFn) -> By:
    standing = draw(st.sampled_from(["named", "unnamed", "media", "collective"]))
    pool = {"named": NAMES, "unnamed": DESCRIBED[:2], "media": OUTLETS, "collective": DESCRIBED[2:]}[standing]
    via = draw(st.sampled_from([None, *LINKS])) if standing != "media" else None
    return By(standing, draw(st.sampled_from(pool)), via=via, stance=draw(st.sampled_from(["says", "confirms"])))


@st.composite
def reports(draw: st.DrawFn) -> list[Gist]:
    return [
        gist(
            f"r{number}",
            *draw(st.lists(sources(), max_size=3)),
            outlet=draw(st.sampled_from([*OUTLETS, None])),
            day=draw(st.sampled_from(["2031-03-04", "2031-03-05", None])),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


@given(reports(), st.randoms())
def test_order_does_not_matter(drawn: list[Gist], chance: random.Random) -> None:
    mixed = chance.sample(drawn, len(drawn))
    assert found(*mixed) == found(*drawn)


@given(reports(), st.data())
def test_a_copy_never_adds_an_origin(drawn: list[Gist], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(drawn))
    said = data.draw(st.lists(sources(), max_size=3))
    copy = gist("x1", *said, outlet=data.draw(st.sampled_from(["Dune Herald", None])))
    before, after = found(*drawn), found(*drawn, copy, families=family(original.id, "x1"))
    assert [one.id for one in after] == [one.id for one in before]


@given(reports(), st.sampled_from(["named", "unnamed", "own"]))
def test_an_independent_report_never_takes_one_away(drawn: list[Gist], kind: str) -> None:
    said = {"named": [named("Cora Vane")], "unnamed": [unnamed("an official")], "own": []}[kind]
    before, after = found(*drawn), found(*drawn, gist("x1", *said, outlet="Dune Herald"))
    assert {one.id for one in before} < {one.id for one in after}
    assert len(after) == len(before) + 1


@given(reports(), st.sampled_from(OUTLETS))
def test_who_only_cites_an_outlet_that_is_there_shares_its_origins(drawn: list[Gist], outlet: str) -> None:
    own = gist("q1", OFFICIAL, outlet=outlet, day="2031-03-05")
    citing = gist("x1", media(outlet), outlet="Dune Herald", day="2031-03-05")
    before, after = found(*drawn, own), found(*drawn, own, citing)
    assert {one.id for one in before} == {one.id for one in after}
    assert any("x1" in one.reports for one in after)


@settings(max_examples=50)
@given(reports())
def test_nobody_becomes_less_anonymous_and_every_telling_report_with_a_speaker_is_counted(drawn: list[Gist]) -> None:
    after = found(*drawn)
    spoken = {party.name for one in drawn for party in one.parties if party.standing != "named"}
    assert {one.name for one in after if one.kind in ("unnamed", "collective")} <= spoken
    assert not {one.name for one in after if one.kind == "named"} & spoken
    telling = {one.id for one in drawn if one.sayings or one.outlet}
    assert telling == {report for one in after for report in one.reports}


def test_a_chain_that_goes_round_ends() -> None:
    report = gist("r1", unnamed("an envoy", via=TIMES), outlet="Ost Post")
    outer, inner = report.sayings
    round_about = replace(report, sayings=(replace(outer, via=inner.id), inner))
    assert len(found(round_about)) <= 1


def test_a_new_version_adds_what_its_paper_added_and_nothing_else() -> None:
    first = gist("r1", unnamed("a harbour pilot"), outlet="Ost Post", day="2031-03-04")
    second = gist("r2", unnamed("the harbour pilot"), named("Ada Marlow"), outlet="Ost Post", day="2031-03-05")
    copied = family("r1", "r2")
    (copy,) = copied["r1"].copies
    versions = dict.fromkeys(copied, replace(copied["r1"], copies=(replace(copy, kind="version"),)))
    assert told(first, second, families=versions) == ["unnamed: a harbour pilot [r1 r2]", "named: Ada Marlow [r2]"]
    assert told(first, second, families=copied) == ["unnamed: a harbour pilot [r1 r2]"]
