"""Full dates in lines of the layout."""

import pytest

from sayso.segment.days import day_in_address, find_day, has_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thursday, 1 August 2013", "2013-08-01"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("October 6th, 2011", "2011-10-06"),
        ("Sat 10 Aug 2013 10:32 GMT", "2013-08-10"),
        ("2016-08-12", "2016-08-12"),
        ("18-12-2014", "2014-12-18"),
        ("Jul 282016", "2016-07-28"),
        ("06-08-2013", None),
        ("31 February 2011", None),
        ("August 2013", None),
        ("in the summer of 2013", None),
    ],
)
def test_find_day(text: str, iso: str | None) -> None:
    day = find_day(text)
    assert (day.iso if day else None) == iso


def test_a_date_may_lack_its_year() -> None:
    assert has_date("Oct 5")
    assert has_date("Monday")
    assert not has_date("Tarn 5")
    assert not has_date("Marched")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://tarn.example/2011/10/06/talks", "2011-10-06"),
        ("https://tarn.example/world/2011/3/6/", "2011-03-06"),
        ("https://tarn.example/news/2011-10-06-talks.html", "2011-10-06"),
        ("https://tarn.example/2011/02/31/talks", None),
        ("https://tarn.example/2011/10/talks", None),
        ("https://tarn.example/id/120111006", None),
        ("https://2011/10/06/", None),
        ("/" * 5000, None),
    ],
)
def test_the_day_of_an_address(url: str, day: str | None) -> None:
    assert day_in_address(url) == day
