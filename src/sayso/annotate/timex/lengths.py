"""Readings of lengths and sets, and how many of which unit the words count."""

from __future__ import annotations

from sayso.annotate.timex.anchors import Anchors
from sayso.annotate.timex.calendar import Days, moved
from sayso.annotate.timex.grammar import Expression
from sayso.annotate.timex.reading import ANY_YEAR, Reading


def length_of(expression: Expression) -> Reading:
    """An offset whose anchor nobody dated: how long it is, and no day."""
    return Reading("DURATION", _length(unit_of(expression), count_of(expression)), more_of(expression))


def span_reading(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    """A length with its days: "the past three weeks"."""
    unit, count = unit_of(expression), count_of(expression)
    if count is None and expression.words[-2].symbol == "r":
        return Reading("DURATION", _length(unit, None))
    value = _length(unit, count)
    back = expression.say("LGr") is not None or (expression.say("X") is None and side < 0)
    day = anchors.day(expression.text("LGX") or "published")
    if day is None or count is None or unit.startswith("T"):
        return Reading("DURATION", value, more_of(expression))
    other = moved(day, unit, -count if back else count)
    days = Days(min(day, other), max(day, other)) if other else None
    return Reading("DURATION", value, more_of(expression), days)


def duration_reading(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    """A length: "three weeks", "two and a half years"."""
    unit = unit_of(expression)
    if unit in ("WE", "Q"):
        return None
    length = _length(unit, count_of(expression))
    half = expression.say("w") is not None
    return Reading("DURATION", length + _HALVES.get(unit, "") if half else length, more_of(expression))


def every_reading(expression: Expression, anchors: Anchors, side: int) -> Reading:
    """A set: "every second Thursday"."""
    if weekday := expression.number("W"):
        return Reading("SET", f"{ANY_YEAR}-WXX-{weekday}")
    if month := expression.number("M"):
        return Reading("SET", f"{ANY_YEAR}-{month:02d}")
    if name := expression.text("S"):
        return Reading("SET", f"{ANY_YEAR}-{name}")
    if name := expression.text("P"):
        return Reading("SET", f"{ANY_YEAR}-XX-XXT{name}")
    return Reading("SET", _length(unit_of(expression), expression.number("on") or 1))


def often_reading(expression: Expression, anchors: Anchors, side: int) -> Reading:
    """A set in one word: "annually"."""
    return Reading("SET", expression.text("Q"))


def unit_of(expression: Expression) -> str:
    """The unit that the words count in, "" where they name none."""
    return expression.text("UV") or ""


def count_of(expression: Expression) -> int | None:
    """How many units; None for a vague number."""
    if (vague := expression.number("q")) is not None:
        return vague or None
    numbers = [int(word.value) for word in expression.words if word.symbol in "dnY"]
    if not numbers:
        return None if expression.say("V") else 1
    total = 0
    for number in numbers:
        total = max(total, 1) * number if number in (100, 1000) else total + number
    return total


_HALVES = {"Y": "6M", "M": "15D", "D": "T12H", "TH": "30M", "TM": "30S"}
"""What "and a half" adds to a number of units."""


def _length(unit: str, count: int | None) -> str:
    if unit == "F":
        unit, count = "W", count and 2 * count
    number, letter = "X" if count is None else str(count), {"DE": "0Y", "CE": "00Y"}.get(unit, unit)
    if count is None and unit in ("DE", "CE"):
        letter = unit
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


def more_of(expression: Expression) -> str | None:
    """The TIMEX3 modifier of a number: "more than", "about"."""
    return expression.text("p_") or (expression.text("+") if expression.say("h") is not None else None)
