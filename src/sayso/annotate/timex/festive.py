"""Readings of feasts, and of years of other calendars."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex import feasts
from sayso.annotate.timex.anchors import Anchors
from sayso.annotate.timex.calendar import Days
from sayso.annotate.timex.grammar import Expression
from sayso.annotate.timex.reading import Reading, said_year, steps_of, turn_of


def era_reading(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    """A year of another calendar."""
    days = feasts.year_of(expression.text("b") or "", expression.number("Y") or 0)
    return Reading("DATE", f"{days.first}/{days.last}", None, days, dated=True) if days else None


def feast_reading(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    """A feast of the year said, else the last or the next one as the words or the verb have it."""
    rule, year, day = expression.text("B") or "", said_year(expression, anchors), anchors.day()
    if year is None and day and expression.say("U") == "Y":
        year = day.year + steps_of(expression)
    if year is not None:
        days = feasts.feast(rule, year)
    elif day is None:
        days = None
    else:
        near = [found for other in (-1, 0, 1) if (found := feasts.feast(rule, day.year + other))]
        days = _by_side(near, day, turn_of(expression, side))
    if days is None:
        return Reading("DATE", None)
    value = days.first.isoformat() if days.first == days.last else f"{days.first}/{days.last}"
    if not rule.startswith("hijri"):
        return Reading("DATE", value, expression.text("EIZ"), days, dated=expression.say("Y") is not None)
    around = Days(days.first - timedelta(days=1), days.last + timedelta(days=1))
    return Reading("DATE", value, "APPROX", around, dated=expression.say("Y") is not None)


def _by_side(near: list[Days], day: date, turn: int) -> Days | None:
    """Of the years' feasts the last one begun (-1), the next one not ended (1), or the nearest (0)."""
    if turn < 0:
        return next((days for days in reversed(near) if days.first <= day), None)
    if turn > 0:
        return next((days for days in near if days.last >= day), None)
    return min(near, key=lambda days: abs(days.first - day), default=None)
