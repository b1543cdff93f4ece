"""Days of publication."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sayso.errors import UsageError


def parse_day(value: str) -> date:
    """The day in ``value``: YYYY-MM-DD, with or without ISO 8601's time behind a T; ValueError where it is none.

    >>> parse_day("2011-10-06"), parse_day("2011-10-06T22:19:00Z")
    (datetime.date(2011, 10, 6), datetime.date(2011, 10, 6))
    """
    try:
        day = datetime.fromisoformat(value).date()
    except ValueError:
        day = None
    if day is None or day.isoformat() != value.partition("T")[0]:
        raise ValueError(f"{value!r} is not a day (YYYY-MM-DD)")
    return day


def check_given(published: str | None, latest: date) -> None:
    """UsageError where a date that is to be given to reports is no day, or lies after ``latest``."""
    try:
        if published is not None and parse_day(published) > latest:
            raise UsageError(f"published: {published} lies in the future")
    except ValueError as error:
        raise UsageError(f"published: {error}") from error


def is_ahead(published: str | None, latest: date) -> bool:
    """Whether a day of publication (YYYY-MM-DD) lies after ``latest``.

    >>> is_ahead("2031-03-06", date(2031, 3, 5)), is_ahead(None, date(2031, 3, 5))
    (True, False)
    """
    return published is not None and parse_day(published) > latest


def latest_day() -> date:
    """Tomorrow: somewhere on earth it is tomorrow already, later than that nothing can have been published."""
    return datetime.now().astimezone().date() + timedelta(days=1)
