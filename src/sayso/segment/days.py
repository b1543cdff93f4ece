"""Full dates in lines of the layout: a small strict grammar, never used on running text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from sayso.segment.words import words

_IN_ADDRESS = re.compile(r"(?<=[^/:]/)((?:19|20)\d\d)([/-])(\d\d?)\2(\d\d?)(?=[/-]|$)")
_LONGEST_ADDRESS = 2000
_TIME = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"


class Day(NamedTuple):
    """A day, in ISO 8601, and the characters ``[start, end)`` that name it."""

    iso: str
    start: int
    end: int


def find_day(text: str, start: int = 0) -> Day | None:
    """The first full date (day, month and year) of ``text`` from ``start`` on."""
    for match in _pattern().finditer(text, start):
        if iso := _iso(match):
            return Day(iso, match.start(), match.end())
    return None


def day_in_address(url: str) -> str | None:
    """The day that the path of an address names, as news sites put it there: ``/2011/10/06/``, ``/2011-10-06-``.

    >>> day_in_address("https://tarn.example/world/2011/10/06/talks.html")
    '2011-10-06'
    """
    match = _IN_ADDRESS.search(url[:_LONGEST_ADDRESS])
    try:
        return date(*map(int, match.group(1, 3, 4))).isoformat() if match else None
    except ValueError:
        return None


def has_date(text: str) -> bool:
    """Whether ``text`` is a date, full or not: "Oct 5", "Monday", "5 October 2011"."""
    return bool(_loose().fullmatch(text.strip()))


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"])
    if name := parts["m1"] or parts["m2"]:
        month, day = _month(name), int(parts["d1"] or parts["d2"])
    elif parts["y3"]:
        month, day = int(parts["m3"]), int(parts["d3"])
    else:
        first, second = int(parts["a4"]), int(parts["b4"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = max(first, second), min(first, second)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return [month[:3] for month in words("months")].index(name[:3].lower()) + 1


@cache
def _pattern() -> re.Pattern[str]:
    month, weekday, day = _month_names(), _weekday_names(), r"\d{1,2}"
    year = r"(?:1[6-9]|20)\d\d"
    return re.compile(
        rf"(?<!\w)(?:{weekday},?\s+)?(?:"
        rf"(?P<d1>{day})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{month}),?\s+(?P<y1>{year})"
        rf"|(?P<m2>{month})\s+(?P<d2>{day})(?:st|nd|rd|th)?(?:,\s*|\s+|)(?P<y2>{year})"
        rf"|(?P<y3>{year})[-/](?P<m3>{day})[-/](?P<d3>{day})"
        rf"|(?P<a4>{day})[-/.](?P<b4>{day})[-/.](?P<y4>{year})"
        rf")(?!\w){_TIME}",
        re.IGNORECASE,
    )


@cache
def _loose() -> re.Pattern[str]:
    month, weekday = _month_names(), _weekday_names()
    return re.compile(
        rf"(?:{weekday}(?:,?\s+|$))?(?:(?:{month})\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{month}))?"
        rf"(?:,?\s*(?:1[6-9]|20)\d\d)?",
        re.IGNORECASE,
    )


@cache
def _month_names() -> str:
    names = (rf"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in words("months"))
    return "(?:" + "|".join([*names, "sept"]) + r")\.?"


@cache
def _weekday_names() -> str:
    return "(?:" + "|".join(rf"{day[:3]}(?:{day[3:]}|s|rs)?" for day in words("weekdays")) + r")\.?"
