from hypothesis import given
from hypothesis import strategies as st
from wire import OTHER, RAID, WIRE, told

from sayso.resolve.gist import Gist
from sayso.resolve.graph import partners
from sayso.resolve.stories.compare import WINDOW, compare_stories, story_keys

ELSEWHERE = (
    "The parliament of Velia passed the budget after a night sitting, with subsidies for rye and barley farmers "
    "cut by a fifth. Opposition benches stayed empty during the vote, and the speaker read the roll twice."
)


def compared(a: Gist, b: Gist) -> float | None:
    """As sayso compares: only what shares a key, and either way round alike."""
    score = compare_stories(a, b)
    assert score == compare_stories(b, a)
    if score is not None:
        assert {met for key in story_keys(a) for met in partners(key)} & set(story_keys(b))
    return score


def test_two_reports_of_one_event_tell_one_story() -> None:
    score = compared(told(WIRE), told(OTHER))
    assert score is not None
    assert 0.25 < score < 1


def test_another_matter_is_another_story() -> None:
    assert compared(told(WIRE), told(ELSEWHERE)) is None
    assert compared(told(RAID), told(ELSEWHERE)) is None


def test_days_between_count_until_a_week_is_over() -> None:
    scores = [compared(told(WIRE), told(WIRE, "r2", f"2013-05-{14 + days}")) for days in range(WINDOW + 2)]
    assert scores[0] is not None
    assert scores[-1] is None
    assert scores[:-1] == sorted(filter(None, scores), reverse=True)
    assert len(set(scores)) == WINDOW + 2


def test_without_days_the_words_alone_count() -> None:
    assert compared(told(WIRE, day=None), told(OTHER, day=None)) == compared(told(WIRE), told(OTHER))
    assert compared(told(WIRE, day=None), told(WIRE, "r2")) == compared(told(WIRE), told(WIRE, "r2", "2013-05-21"))


def test_an_empty_report_is_like_no_other() -> None:
    assert story_keys(told("")) == ()
    assert compared(told(""), told("", "r2")) is None


@given(st.dates(), st.integers(0, WINDOW))
def test_a_week_apart_shares_a_key(day: object, apart: int) -> None:
    from datetime import date, timedelta

    assert isinstance(day, date)
    if date.max - day < timedelta(days=apart):
        return
    keys = [set(story_keys(told(WIRE, day=on.isoformat()))) for on in (day, day + timedelta(days=apart))]
    assert any("/" in key for key in keys[0] & keys[1])
    assert len(keys[0]) <= 64
