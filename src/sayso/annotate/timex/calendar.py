"""Arithmetic on TIMEX3 values: the period of a day, a period moved on, the days of a period.

A unit is an ISO 8601 letter (``D W M Q Y``), ``WE`` a weekend, ``DE`` a decade, ``CE`` a century.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORM = re.compile(
    r"(?P<century>\d\d)(?P<decade>\d)?(?P<year>\d)?"
    r"(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
)


class Days(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date


def period(day: date, unit: str) -> str:
    """The value of the ``unit`` that ``day`` lies in."""
    year, week, _ = day.isocalendar()
    values = {
        "W": f"{year:04d}-W{week:02d}",
        "F": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }
    return values.get(unit, day.isoformat())


def moved(day: date, unit: str, count: int) -> date | None:
    """``day`` moved on by ``count`` units; None where the calendar ends."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        if unit in _MONTHS:
            months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
            return date(months // 12, months % 12 + 1, min(day.day, _month_days(months // 12, months % 12 + 1)))
        return day + timedelta(hours=count) if unit == "TH" else day
    except (ValueError, OverflowError):
        return None


def days_of(value: str) -> Days | None:
    """The days of a calendar value, "A/B" included; None for one that names none."""
    if "/" in value:
        first, _, last = value.partition("/")
        start, stop = days_of(first), days_of(last)
        return Days(start.first, stop.last) if start and stop and start.first <= stop.last else None
    form = _FORM.fullmatch(value)
    try:
        return _days(form) if form else None
    except (ValueError, OverflowError):
        return None


def weekday_of(value: str) -> int | None:
    """The ISO weekday (1 is Monday) of the first day of ``value``; None where it names no day."""
    days = days_of(value)
    return days.first.isoweekday() if days else None


def thirds(days: Days, mod: str | None) -> Days:
    """The first, middle or last third of a period, by months where it has three or more of them."""
    if mod not in ("START", "MID", "END"):
        return days
    number = ("START", "MID", "END").index(mod)
    months = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
    if months >= 3:
        start = moved(days.first, "M", months * number // 3) or days.first
        stop = moved(days.first, "M", months * (number + 1) // 3) or days.last
        return Days(start, stop - timedelta(days=1))
    length = (days.last - days.first).days + 1
    if length < 3:
        return days
    return Days(
        days.first + timedelta(days=length * number // 3),
        days.first + timedelta(days=length * (number + 1) // 3 - 1),
    )


def _days(form: re.Match[str]) -> Days | None:
    century, decade, last = form["century"], form["decade"], form["year"]
    if decade is None:
        return Days(date(int(century) * 100 or 1, 1, 1), date(int(century) * 100 + 99, 12, 31))
    if last is None:
        ten = int(century + decade) * 10
        return Days(date(ten or 1, 1, 1), date(ten + 9, 12, 31))
    year = int(century + decade + last)
    if form["week"]:
        monday = date.fromisocalendar(year, int(form["week"]), 1)
        return Days(monday + timedelta(days=5 if form["weekend"] else 0), monday + timedelta(days=6))
    if form["day"]:
        day = date(year, int(form["month"]), int(form["day"]))
        return Days(day, day)
    if form["month"]:
        return _months(year, int(form["month"]), 1)
    if form["quarter"]:
        return _months(year, int(form["quarter"]) * 3 - 2, 3)
    if form["half"]:
        return _months(year, int(form["half"]) * 6 - 5, 6)
    return _months(year, _SEASONS[form["season"]], 3) if form["season"] else _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Days:
    months = year * 12 + month - 1 + count
    return Days(date(year, month, 1), date(months // 12, months % 12 + 1, 1) - timedelta(days=1))


def _month_days(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
