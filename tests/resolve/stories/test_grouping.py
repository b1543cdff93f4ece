from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from wire import told

from sayso.resolve.gist import Gist
from sayso.resolve.stories.grouping import stories

NAMES = "abcdefgh"
GISTS = [
    told(f"Report {name} tells of five things.", name, f"2013-05-{number + 10}") for number, name in enumerate(NAMES)
]


def clique(names: str, score: float) -> dict[tuple[str, str], float]:
    return dict.fromkeys(combinations(names, 2), score)


def test_a_chain_does_not_join_two_stories() -> None:
    scores = clique("abcd", 0.6) | clique("efgh", 0.6) | {("d", "e"): 0.5}
    assert sorted(story.reports for story in stories(GISTS, scores)) == [tuple("abcd"), tuple("efgh")]


def test_every_report_is_in_one_story() -> None:
    assert [story.reports for story in sorted(stories(GISTS, {}), key=lambda story: story.reports)] == [
        (name,) for name in NAMES
    ]


def test_reprints_do_not_push_their_story_apart() -> None:
    reprints = [told("One text that thirty desks print.", f"r{number:02}") for number in range(30)]
    scores = {("r00", reprint.id): 1.0 for reprint in reprints[1:]} | {("a", "r00"): 0.5}
    (story,) = stories([*reprints, GISTS[0]], scores)
    assert len(story.reports) == 31


@settings(deadline=None)
@given(
    st.permutations(GISTS),
    st.dictionaries(st.sampled_from(sorted(combinations(NAMES, 2))), st.floats(0.25, 1), max_size=20),
)
def test_the_order_does_not_matter(gists: list[Gist], scores: dict[tuple[str, str], float]) -> None:
    backwards = dict(reversed(scores.items()))
    assert stories(gists, backwards) == stories(GISTS, scores)


def test_a_story_that_loses_a_late_report_keeps_its_id() -> None:
    (whole,) = stories(GISTS[:4], clique("abcd", 0.6))
    (less,) = stories(GISTS[:3], clique("abc", 0.6))
    assert whole.id == less.id
    assert whole.id.startswith("K")
