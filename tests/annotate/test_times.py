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


@pytest.mark.parametrize(
    ("words", "value", "mod"),
    [
        ("on Thanksgiving", "2018-11-22", None),
        ("last Christmas", "2018-12-25", None),
        ("on Good Friday", "2019-04-19", None),
        ("on Memorial Day", "2019-05-27", None),
        ("on Christmas Day 2016", "2016-12-25", None),
        ("on Nowruz", "2019-03-21", None),
        ("during Ramadan", "2019-05-06/2019-06-03", "APPROX"),
        ("on Eid al-Adha 2017", "2017-09-01", "APPROX"),
    ],
)
def test_feasts_are_days(say: Sayso, words: str, value: str, mod: str | None) -> None:
    time = only(say, f"The council closed the old bridge {words}.")
    assert (time.value, time.mod) == (value, mod)


def test_an_islamic_feast_may_fall_a_day_to_either_side(say: Sayso) -> None:
    time = only(say, "The council closed the old bridge on Eid al-Adha 2017.")
    assert (time.begin, time.end) == ("2017-08-31", "2017-09-02")


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("the Persian year 1390", "2011-03-21", "2012-03-19"),
        ("1432 AH", "2010-12-07", "2011-11-25"),
        ("the year 1390", "1390-01-01", "1390-12-31"),
        ("nineteen ninety-six", "1996-01-01", "1996-12-31"),
        ("the year two thousand", "2000-01-01", "2000-12-31"),
        ("March nineteen ninety-six", "1996-03-01", "1996-03-31"),
    ],
)
def test_years_of_other_calendars_and_in_words(say: Sayso, words: str, begin: str, end: str) -> None:
    time = only(say, f"The old bridge was built in {words}.")
    assert (time.begin, time.end) == (begin, end)


def test_a_bare_number_near_the_persian_year_of_publication_is_no_year_of_ours(say: Sayso) -> None:
    time = only(say, "The plan for 1390 was approved by the ministry.", "2011-10-06")
    assert (time.value, time.begin) == (None, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The army took Tarn on May 3. Two days after it took Tarn, the mayor fled.", ["2019-05-03", "2019-05-05"]),
        ("The battle of Tarn began on May 3. Ten days before the battle the mayor fled.", ["2019-05-03", "2019-04-23"]),
        ("The mayor fled two days after the May 3 battle.", ["2019-05-05", "2019-05-03"]),
        ("The bridge fell on May 3. The mayor fled two days after the flood.", ["2019-05-03", "P2D"]),
    ],
)  # fmt: skip
def test_an_offset_from_an_event_reckons_from_its_own_day(say: Sayso, text: str, values: list[str]) -> None:
    assert [time.value for time in times(say, text)] == values


def test_an_offset_from_an_event_that_nobody_dated_has_no_day(say: Sayso) -> None:
    time = only(say, "The mayor fled two days after the flood.")
    assert (time.type, time.begin, time.end) == ("DURATION", None, None)


@pytest.mark.parametrize(
    ("text", "outlet", "value"),
    [
        ("The bridge fell on 4/5/2010.", None, None),
        ("The bridge fell on 4/5/2010.", "The New York Times", "2010-04-05"),
        ("The bridge fell on 4/5/2010.", "BBC", "2010-05-04"),
        ("The bridge fell on 4/5/2010 and the dam on 25/6/2010.", None, "2010-05-04"),
        ("The bridge fell on 5/5/2010.", None, "2010-05-05"),
        ("The bridge fell on 4/25/2010.", None, "2010-04-25"),
    ],
)
def test_day_and_month_stand_as_the_report_or_its_outlet_has_them(
    say: Sayso, text: str, outlet: str | None, value: str | None
) -> None:
    assert say(Report("r", text, PUBLISHED, outlet)).times[0].value == value


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The paper said so in its issue of Saturday, April 25.", "1998-04-24", "1998-04-25"),
        ("The ruling set a Jan. 14 date for his return.", "2000-01-06", "2000-01-14"),
        ("The bridge closed in the winter of '07.", "2019-06-12", "2007-WI"),
        ("The show is to run from January 23 through the summer.", "2014-01-28", "2014-01-23"),
        ("Until Thursday, they had not named a suspect.", "1999-05-07", "1999-05-06"),
        ("The army has been shelling Tarn since Monday.", "2019-06-12", "2019-06-10"),
    ],
)
def test_the_side_of_publication(say: Sayso, text: str, published: str, value: str) -> None:
    assert times(say, text, published)[0].value == value


def test_an_aside_into_history_ends_with_its_sentence(say: Sayso) -> None:
    text = "Velia had invaded Orsk in 1988. The council condemned the raid of Aug. 2 and closed the bridge."
    assert [time.value for time in times(say, text, "1990-08-15")] == ["1988", "1990-08-02"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell on 0000-01-01.",
        "The bridge fell on 31 February 2011.",
        "The bridge fell on 13/14/2011.",
        "The bridge fell on Feb. 29, 2011.",
        "The bridge fell in the year 0.",
        "The bridge fell in the year 476.",
        "The bridge falls in 2999.",
        "She was on the March for Life with a man in his 30s.",
        "He is 52 years old and a fan of the show \"This Week\" on television.",
    ],
)  # fmt: skip
def test_what_is_no_day_has_none(say: Sayso, text: str) -> None:
    assert [time.value for time in times(say, text) if time.begin] == []


def test_every_time_has_its_reason(say: Sayso) -> None:
    report = Report(
        "r", "The envoys will meet Monday. The bridge fell on March 30, 2014, and two days later the dam.", PUBLISHED
    )
    reasons = say.reasons(report).times
    assert [reason.time for reason in reasons] == list(say(report).times)
    assert [(reason.rule, reason.side, reason.anchor, reason.by) for reason in reasons] == [
        ("weekday", "after", PUBLISHED, "publication"),
        ("day", None, None, None),
        ("ago", "before", "2014-03-30", "told"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The offer had been due to expire Friday.", "2019-06-07"),
        ("The minister declined to discuss the bridge Friday.", "2019-06-07"),
        ("Orsk was the first town to surrender on Friday.", "2019-06-07"),
        ("The families will appeal Monday's ruling.", "2019-06-10"),
        ("New works to start Monday.", "2019-06-17"),
        ("To try again Monday.", "2019-06-17"),
        ("The envoys will prepare Monday's meeting.", "2019-06-17"),
        ("The ministry announced a cut of its supply in July.", "2019-07"),
        ("The hearing was set for the week of July 3.", "2019-W27"),
    ],
)
def test_the_verb_and_its_circumstances_tell_the_side(say: Sayso, text: str, value: str) -> None:
    assert only(say, text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge fell on March 30, 2014. The next day the mayor resigned.", "2014-03-31"),
        ("The bridge fell on March 30, 2014. The mayor was seen in Orsk the next morning.", "2014-03-31TMO"),
        ("The bridge fell on March 30, 2014. At 5:40 p.m. the mayor resigned.", "2014-03-30T17:40"),
        ("The bridge fell in March 2014. The mayor resigned that same day.", None),
        ("The bridge fell in the spring of 2014. Thirteen days later the mayor resigned.", None),
    ],
)
def test_a_day_reckoned_from_one_told_is_as_exact_as_that(say: Sayso, text: str, value: str | None) -> None:
    assert times(say, text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The lease runs for at least 20 more years.", "P20Y"),
        ("The siege lasted ten brutal months.", "P10M"),
        ("The siege lasted two and a half years.", "P2Y6M"),
        ("The march took 5 1/2 hours.", "PT5H30M"),
    ],
)
def test_a_word_or_a_half_may_stand_within_a_length(say: Sayso, text: str, value: str) -> None:
    assert only(say, text).value == value


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("17 August-2 September 1951", ["1951-08-17/1951-09-02"]),
        ("March 3-April 9, 1951", ["1951-03-03", "1951-04-09"]),
        ("1958-59", ["1958", "1959"]),
        ("[two] years ago", ["2017"]),
        ("about two and a half years ago", ["2016"]),
    ],
)
def test_ranges_and_brackets(say: Sayso, words: str, values: list[str]) -> None:
    assert [time.value for time in times(say, f"The army fought there {words}.")] == values


@pytest.mark.parametrize(
    "text",
    [
        "The annual March for the harbour drew few people.",
        "A survey of 1709 pupils found as much.",
        "The drawings are by Anna Christmas.",
    ],
)
def test_names_and_counts_are_no_times(say: Sayso, text: str) -> None:
    assert times(say, text) == ()


def test_these_days_are_the_present(say: Sayso) -> None:
    assert only(say, "The bridge is closed these days.").value == "PRESENT_REF"


def test_the_latest_quarter_is_the_last_to_end(say: Sayso) -> None:
    text = "Sales will fall in the second quarter of 2019. In the latest quarter they rose."
    assert [time.value for time in times(say, text)] == ["2019-Q2", "2019-Q1"]


def test_a_weekday_of_a_report_without_a_day_has_none(say: Sayso) -> None:
    day, weekday = times(say, "The bridge fell on March 30, 2014. The mayor resigned on Sunday.", None)
    assert (day.begin, weekday.value, weekday.begin) == ("2014-03-30", "XXXX-WXX-7", None)


def test_a_day_of_a_far_year_is_of_that_year(say: Sayso) -> None:
    assert only(say, "The lease ends on May 3, 2999.").value == "2999-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "By one report as many as 1300 died in the raid.",
        "The blast struck at a quarter past four (1615 GMT).",
        "Rebels killed 1733 and wounded 1407 in the war.",
    ],
)
def test_a_number_of_four_digits_is_no_year_where_nothing_says_so(say: Sayso, text: str) -> None:
    assert times(say, text) == ()


def test_a_text_that_tells_of_one_old_year_tells_of_others(say: Sayso) -> None:
    found = times(say, "The fort was built in 1780. The 1794 siege destroyed it.")
    assert [time.value for time in found] == ["1780", "1794"]
