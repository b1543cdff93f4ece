"""Feasts and years of other calendars as days of ours.

Hijri dates are those of the Umm al-Qura calendar (hijridate), which a country may keep a day earlier or later; Persian
ones are astronomical (convertdate). Easter is the Western one. Years that the tables do not hold give nothing.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from sayso.annotate.timex.calendar import Days

_NEAR_YEARS = 5
"""So near the year of publication in another calendar, a bare number may be a year of that one."""


@lru_cache(maxsize=512)
def feast(rule: str, year: int) -> Days | None:
    """The days of the feast that ``rule`` (``lexicon/times.toml``) describes, in a year of ours."""
    kind, _, rest = rule.partition(" ")
    try:
        if kind == "fixed":
            month, day = (int(part) for part in rest.split("-"))
            return _one(date(year, month, day))
        if kind == "nth":
            return _one(_nth(year, *(int(part) for part in rest.split())))
        if kind == "easter":
            return _one(_easter(year) + timedelta(days=int(rest)))
        if kind == "persian":
            return _persian(year - 621, rest)
        return _hijri_in(year, rest)
    except (ValueError, OverflowError):
        return None


def year_of(calendar: str, year: int) -> Days | None:
    """The days of ours that a ``persian`` or ``hijri`` year has."""
    try:
        if calendar == "persian":
            return Days(_persian_day(year, 1, 1), _persian_day(year + 1, 1, 1) - timedelta(days=1))
        return Days(_hijri_day(year, 1, 1), _hijri_day(year + 1, 1, 1) - timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def may_be_foreign(year: int, published: date | None) -> bool:
    """Whether a bare ``year`` is as likely one of the Persian or the Hijri calendar: "1390" in a report of 2011."""
    if published is None:
        return False
    since = published.year - 621.5
    return min(abs(year - since), abs(year - since * 33 / 32)) <= _NEAR_YEARS


def _one(day: date) -> Days:
    return Days(day, day)


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """The day that is the ``number``-th ``weekday`` of the month, -1 the last."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _easter(year: int) -> date:
    from dateutil.easter import easter

    found: date = easter(year)
    return found


def _persian(year: int, rest: str) -> Days:
    month, day = (int(part) for part in rest.split("-"))
    return _one(_persian_day(year, month, day))


def _persian_day(year: int, month: int, day: int) -> date:
    from convertdate import persian

    return date(*persian.to_gregorian(year, month, day))


def _hijri_day(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    return Hijri(year, month, day).to_gregorian()


def _hijri_in(year: int, rest: str) -> Days | None:
    """The days of a Hijri month ("09") or of one of its days ("10-01") that begin in a year of ours."""
    month, _, day = rest.partition("-")
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        first = _hijri_day(hijri, int(month), int(day or 1))
        if first.year == year:
            after = first + timedelta(days=1) if day else _hijri_day(hijri, int(month) + 1, 1)
            return Days(first, after - timedelta(days=1))
    return None
