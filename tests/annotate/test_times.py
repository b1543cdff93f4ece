"""Time expressions, read against the day of publication (Wednesday 12 June 2019 unless the case says otherwise)."""

import pytest

from sayso.model import Report, Time
from sayso.pipeline import Sayso

PUBLISHED = "2019-06-12"


def times(say: Sayso, text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return say(Report("r", text, published)).times


def only(say: Sayso, text: str, published: str | None = PUBLISHED) -> Time:
    found = times(say, text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Oct. 5, 2011", "2011-10-05"),
        ("on 5 October 2011", "2011-10-05"),
        ("on October 6th, 2011", "2011-10-06"),
        ("on 2011-10-05", "2011-10-05"),
        ("on 10/25/2011", "2011-10-25"),
        ("in March 2014", "2014-03"),
        ("in 1998", "1998"),
        ("on Monday", "2019-06-10"),
        ("on April 3", "2019-04-03"),
        ("on Sept. 13", "2018-09-13"),
        ("in November", "2018-11"),
        ("yesterday", "2019-06-11"),
        ("last month", "2019-05"),
        ("last year", "2018"),
        ("three weeks ago", "2019-W21"),
        ("two days ago", "2019-06-10"),
        ("in the third quarter of 2018", "2018-Q3"),
        ("in the summer of 2015", "2015-SU"),
        ("in the 1980s", "198"),
        ("last night", "2019-06-11TNI"),
        ("at 5:30 p.m. on Monday", "2019-06-10T17:30"),
        ("on July 5-7, 2017", "2017-07-05/2017-07-07"),
    ],
)
def test_a_past_tense_puts_the_time_before_publication(say: Sayso, words: str, value: str) -> None:
    assert only(say, f"Tarn's council closed the old bridge {words}.").value == value


@pytest.mark.parametrize(
    "text",
    [
        "The envoys will meet Monday in Tarn.",
        "The council is scheduled to close the bridge Monday.",
        "The ministers expect to meet Monday.",
        "The court extended the deadline until Monday.",
    ],
)
def test_what_is_to_come_lies_after_publication(say: Sayso, text: str) -> None:
    assert only(say, text).value == "2019-06-17"


def test_a_weekday_of_the_day_of_publication_is_that_day(say: Sayso) -> None:
    assert only(say, "The mayor said on Wednesday that the bridge was safe.").value == PUBLISHED


@pytest.mark.parametrize(
    ("words", "mod", "begin", "end"),
    [
        ("late last year", "END", "2018-09-01", "2018-12-31"),
        ("early 1984", "START", "1984-01-01", "1984-04-30"),
        ("mid-2007", "MID", "2007-05-01", "2007-08-31"),
        ("the summer of 2015", None, "2015-06-01", "2015-08-31"),
        ("February 2016", None, "2016-02-01", "2016-02-29"),
        ("the past three days", None, "2019-06-09", "2019-06-12"),
    ],
)
def test_begin_and_end_are_the_days_that_the_words_can_mean(
    say: Sayso, words: str, mod: str | None, begin: str, end: str
) -> None:
    time = only(say, f"The bridge was closed in {words}.")
    assert (time.mod, time.begin, time.end) == (mod, begin, end)


@pytest.mark.parametrize(
    ("text", "kind", "value", "mod"),
    [
        ("The talks lasted three days.", "DURATION", "P3D", None),
        ("The talks lasted nearly two hours.", "DURATION", "PT2H", "LESS_THAN"),
        ("The talks lasted more than twenty-five years.", "DURATION", "P25Y", "MORE_THAN"),
        ("The talks lasted several weeks.", "DURATION", "PXW", None),
        ("The council meets every Thursday.", "SET", "XXXX-WXX-4", None),
        ("The council meets every month.", "SET", "P1M", None),
    ],
)
def test_durations_and_sets_have_no_days(say: Sayso, text: str, kind: str, value: str, mod: str | None) -> None:
    time = only(say, text)
    assert (time.type, time.value, time.mod, time.begin, time.end) == (kind, value, mod, None, None)


def test_an_offset_reckons_from_the_date_last_told(say: Sayso) -> None:
    _, later = times(say, "The bridge fell on March 30, 2014. Two days later the mayor resigned.")
    assert later.value == "2014-04-01"


def test_a_day_in_an_aside_into_history_takes_its_year(say: Sayso) -> None:
    _, day = times(say, "War broke out in 1951, and on May 7 the army took Tarn.")
    assert day.value == "1951-05-07"


def test_the_ends_of_a_range_share_their_year(say: Sayso) -> None:
    first, last = times(say, "The siege ran from March 3 to April 9, 1951.")
    assert (first.value, last.value) == ("1951-03-03", "1951-04-09")


def test_without_publication_only_what_names_its_year_is_resolved(say: Sayso) -> None:
    relative, full = times(say, "The mayor said on Monday that the bridge fell on March 30, 2014.", None)
    assert (relative.begin, relative.end) == (None, None)
    assert full.begin == "2014-03-30"


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people marched in Tarn.",
        "The price fell to 12.51 dollars.",
        "They may march again, and the fall of Tarn may second that.",
        "",
        "\x00\x00 -- 99/99/9999 ’’ 31 February",
    ],
)
def test_other_numbers_and_words_are_no_times(say: Sayso, text: str) -> None:
    assert [time.value for time in times(say, text) if time.begin] == []
