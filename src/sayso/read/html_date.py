"""Days as pages state them: ISO 8601 in its shapes, RFC 2822, and a month's English name between day and year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sayso.read.html_words import listed

_NUMBERS = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)([-/.]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
_NAMED = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[A-Za-z]{3,9})\.?,?|"
    r"(?P<month2>[A-Za-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,?)[ -](?P<year>(?:1[6-9]|20)\d\d)\b"
)
_REACH = 80


def stated_day(values: Iterable[str], latest: date | None) -> str | None:
    """The first of ``values`` that is a day (ISO 8601), as its publisher's clock had it; none after ``latest``.

    >>> stated_day(["soon", "2031-01-01", "Mon, 02 Mar 2026 21:10:00 -0500"], date(2030, 1, 1))
    '2026-03-02'
    """
    for value in values:
        found = _day(" ".join(value[:_REACH].split()))
        if found and (latest is None or found <= latest):
            return found.isoformat()
    return None


def is_day(line: str) -> bool:
    """Whether ``line`` is a day and hardly more: "Wednesday, October 14, 1998", "Posted 14 Oct 1998, 9 pm".

    >>> is_day("Posted on October 14, 1998"), is_day("On October 14, 1998 the gunboats left for home.")
    (True, False)
    """
    match = _NAMED.search(line[:_REACH])
    return bool(
        match and _day(line) and len(line[: match.start()].split()) <= 2 and len(line[match.end() :].split()) <= 4
    )


def _day(value: str) -> date | None:
    if match := _NUMBERS.match(value):
        parts = match["year"], match["month"], match["day"]
    elif match := _NAMED.search(value):
        parts = match["year"], _month(match["month"] or match["month2"]), match["day"] or match["day2"]
    else:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def _month(name: str) -> str:
    """The number of a month by the first letters of its name; 0 of what is none."""
    months = listed("months")
    return next((str(number) for number, month in enumerate(months, 1) if month.startswith(name.lower())), "0")
