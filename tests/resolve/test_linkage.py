from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.linkage import grouped

Scores = dict[tuple[str, str], float]
NAMES = "abcdefg"
SCORES = st.dictionaries(st.sampled_from(sorted(combinations(NAMES, 2))), st.floats(0, 1), max_size=21)


def mean(one: tuple[str, ...], other: tuple[str, ...], scores: Scores) -> float:
    return sum(scores.get((min(a, b), max(a, b)), 0.0) for a in one for b in other) / (len(one) * len(other))


@given(SCORES, st.floats(0.1, 1))
def test_no_two_groups_are_left_that_are_close_on_average(scores: Scores, least: float) -> None:
    groups = grouped(NAMES, scores, least)
    assert sorted(name for group in groups for name in group) == list(NAMES)
    assert all(mean(one, other, scores) < least + 1e-5 for one, other in combinations(groups, 2))


@given(SCORES, st.permutations(NAMES))
def test_the_order_does_not_matter(scores: Scores, names: list[str]) -> None:
    assert grouped(names, dict(reversed(scores.items())), 0.3) == grouped(NAMES, scores, 0.3)


def test_the_closest_come_first() -> None:
    assert grouped("abc", {("a", "b"): 0.5, ("b", "c"): 0.9}, 0.4) == [("a",), ("b", "c")]
    assert grouped("abc", {("a", "b"): 0.9, ("b", "c"): 0.9}, 0.4) == [("a", "b", "c")]
    assert grouped("abc", {}, 0.4) == [("a",), ("b",), ("c",)]
