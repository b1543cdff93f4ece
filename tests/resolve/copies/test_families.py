from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from wire import OTHER, WIRE, told

from sayso.model.family import Family
from sayso.resolve.copies.compare import Copying, compare_copies
from sayso.resolve.copies.families import families
from sayso.resolve.gist import Gist

SENTENCES = WIRE.split(". ")
REPORTS = [
    told(WIRE, "r0", "2013-05-14", "AFP"),
    told(WIRE, "r1", "2013-05-14", "Harbour Times"),
    told(". ".join(SENTENCES[:3]), "r2", "2013-05-15", "Coast Daily"),
    told(WIRE.replace("Tuesday", "yesterday"), "r3", "2013-05-13", "Orsk Tribune"),
    told(OTHER, "r4", "2013-05-14", "Merle Post"),
    told(OTHER.replace("noon", "dusk"), "r5", "2013-05-16", "Amber Star"),
]


def pairs_of(gists: Sequence[Gist]) -> dict[tuple[str, str], Copying]:
    found = ((a, b, compare_copies(a, b)) for a, b in combinations(sorted(gists, key=lambda gist: gist.id), 2))
    return {(a.id, b.id): copying for a, b, copying in found if copying}


def made(gists: Sequence[Gist]) -> tuple[Family, ...]:
    return families(gists, pairs_of(gists))


def members(family: Family) -> set[str]:
    return {family.original, *(copy.report for copy in family.copies)}


def test_what_carries_one_text_is_one_family() -> None:
    assert sorted(map(sorted, map(members, made(REPORTS)))) == [["r0", "r1", "r2", "r3"], ["r4", "r5"]]


def test_the_agency_that_the_others_credit_has_the_original_though_another_is_dated_earlier() -> None:
    family = next(found for found in made(REPORTS) if "r0" in members(found))
    assert family.original == "r0"
    assert family.why == ("credited by 3 of 3 others",)
    assert {copy.report: (copy.of, copy.kind) for copy in family.copies} == {
        "r1": ("r0", "exact"),
        "r2": ("r0", "shortened"),
        "r3": ("r0", "near"),
    }


def test_without_an_agency_the_first_day_has_it() -> None:
    (family,) = made(REPORTS[4:])
    assert (family.original, family.why) == ("r4", ("published first",))


def test_a_longer_copy_is_not_called_shortened() -> None:
    (family,) = made([told(". ".join(SENTENCES[:3]), "a", "2013-05-13"), told(WIRE, "b", "2013-05-14")])
    (copy,) = family.copies
    assert (copy.report, copy.kind) == ("b", "rewritten")
    assert copy.evidence[-1].endswith("words longer")


def test_thirty_reprints_are_one_family_however_few_of_them_were_compared() -> None:
    reprints = [told(WIRE, f"r{number:02}", f"2013-05-{number + 1:02}") for number in range(30)]
    exact = {("r00", reprint.id): Copying("exact", 1.0, ()) for reprint in reprints[1:]}
    (family,) = families(reprints, exact)
    assert len(family.copies) == 29
    assert {copy.of for copy in family.copies} == {"r00"}


def test_a_report_that_joins_two_texts_does_not_make_one_of_them() -> None:
    gists = [told(WIRE, f"a{number}") for number in range(3)] + [told(OTHER, f"b{number}") for number in range(3)]
    both = told(f"{WIRE} {OTHER}", "c")
    near = Copying("near", 1.0, ())
    pairs = {pair: near for side in "ab" for pair in combinations([f"{side}{number}" for number in range(3)], 2)}
    pairs |= {(gist.id, "c"): Copying("shortened", 0.9, ()) for gist in gists}
    found = families([*gists, both], pairs)
    assert len(found) == 2
    assert not any({"a0", "b0"} <= members(family) for family in found)


def test_a_version_stays_with_the_report_whose_address_it_has() -> None:
    page = "https://example.org/strait"
    first, second = told(WIRE, "r1", "2013-05-14", url=page), told(OTHER, "r2", "2013-05-15", url=page)
    (family,) = made([first, second])
    assert (family.original, family.copies[0].kind) == ("r1", "version")


@settings(deadline=None, max_examples=25)
@given(st.permutations(REPORTS))
def test_the_order_does_not_matter(reports: list[Gist]) -> None:
    assert made(reports) == made(REPORTS)


def test_what_is_taken_out_and_put_back_has_its_old_id() -> None:
    before, without = made(REPORTS), made([gist for gist in REPORTS if gist.id != "r5"])
    assert {family.id for family in without} < {family.id for family in before}
    assert made(REPORTS) == before
