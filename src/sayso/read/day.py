"""Days of publication."""

from __future__ import annotations

from datetime import date


def parse_day(value: str) -> date:
    """The day in ``value``, which is written YYYY-MM-DD and no other way; ValueError, in one line, where it is none.

    >>> parse_day("2011-10-06")
    datetime.date(2011, 10, 6)
    """
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ValueError(f"{value!r} is not a day (YYYY-MM-DD)")
    return day
