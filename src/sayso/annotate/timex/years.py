"""Which year a day, a month or two digits lie in, where the words do not say it in full."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex.anchors import Anchors
from sayso.annotate.timex.calendar import days_of, moved, period, weekday_of

_SLACK = timedelta(days=31)
"""A day this near on the other side than its verb says is meant: "the editorial of Oct. 26" printed on the 25th, "cut
the supply in September" printed in August."""
_AHEAD = 20
"""Two digits name a year at most this far ahead of publication, else one of the past."""


def year_for(rest: str, anchors: Anchors, side: int) -> int | None:
    """The year of a month ("05") or a day ("05-17") that names none."""
    day, told = anchors.day(), anchors.year()
    if day is None or (told is not None and side <= 0):
        return told
    start = day.isoformat()[5 : 5 + len(rest)]
    near = day.year + _nearest(int(start[:2]), int(rest[:2]))
    if side == 0:
        return near
    year = day.year - (rest > start) if side < 0 else day.year + (rest < start)
    nearest = days_of(f"{near:04d}-{rest}") if (len(rest) > 2 or side < 0) and year != near else None
    return near if nearest and abs(nearest.first - day) <= _SLACK else year


def year_of_weekday(rest: str, weekday: int, year: int) -> int:
    """``year``, or the one beside it in which the day ``rest`` ("05-17") is that ``weekday``."""
    beside = (year, year + 1, year - 1)
    return next((other for other in beside if weekday_of(f"{other:04d}-{rest}") == weekday), year)


def full_year(year: int, published: date | None) -> int:
    """The year that two digits name: the last one to end on them, or one soon to come."""
    if year >= 100:
        return year
    latest = published.year + _AHEAD if published else 2050
    return latest - (latest - year) % 100


def told_quarter(anchors: Anchors, years: int, *, ended: bool = False) -> str | None:
    """The quarter that the report is about, or the same of other years: the one last told, else the last to end.

    ``ended`` leaves aside one told that had not ended at publication.
    """
    told = days_of(anchors.quarter) if anchors.quarter else None
    if anchors.quarter and not (ended and told and anchors.published and told.last > anchors.published):
        return f"{int(anchors.quarter[:4]) + years:04d}{anchors.quarter[4:]}"
    end = anchors.published and moved(anchors.published, "Q", -1)
    return period(end, "Q") if end else None


def _nearest(month: int, other: int) -> int:
    """How many years on the nearest month ``other`` lies from ``month``."""
    return (other - month < -6) - (other - month > 6)
