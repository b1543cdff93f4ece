"""What a time expression means: TIMEX3 type, value and modifier against the anchors of its place in the text."""

from __future__ import annotations

from collections.abc import Callable

from sayso.annotate.timex import calendar, feasts
from sayso.annotate.timex.anchors import Anchors
from sayso.annotate.timex.calendar import Days, days_of, moved, period
from sayso.annotate.timex.festive import era_reading, feast_reading
from sayso.annotate.timex.grammar import Expression
from sayso.annotate.timex.lengths import (
    count_of,
    duration_reading,
    every_reading,
    more_of,
    often_reading,
    span_reading,
    unit_of,
)
from sayso.annotate.timex.reading import ANY_YEAR, Reading, anchored_by, said_year, steps_of, turn_of
from sayso.annotate.timex.years import full_year, told_quarter, year_for, year_of_weekday


def resolve(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    """The meaning of ``expression``.

    ``side`` is -1 where its day lies before publication, 1 where after, 0 where unsaid.
    """
    return _RULES[expression.rule](expression, anchors, side)


def _date(value: str | None, expression: Expression, dated: bool = False) -> Reading:
    mod = expression.text("EIZ") if any(word.symbol in "EIZ" for word in expression.words) else None
    days = days_of(value) if value else None
    return Reading("DATE", value, mod, days and calendar.thirds(days, mod), dated)


def _numeric(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    text = expression.text("9")
    if text is None:
        year, month, day = (word.value for word in expression.words if word.symbol in "Yd")
    else:
        first, second, third = (int(part) for part in text.replace("-", "/").split("/"))
        if first > 31:
            year, month, day = first, second, third
        else:
            year = full_year(third, anchors.published)
            month, day = (second, first) if first > 12 or (second <= 12 and anchors.order == "DM") else (first, second)
            if first != second and first <= 12 and second <= 12 and anchors.order is None:
                return Reading("DATE", None) if days_of(f"{year:04d}") else None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return _date(value, expression, dated=True) if days_of(value) else None


def _day(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    value = _day_named(expression, anchors, side)
    return None if value == "" else _date(value, expression, expression.say("Y") is not None)


def _days(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    year = said_year(expression, anchors)
    first, last = (word.value for word in expression.words if word.symbol == "d")
    months = [word.value for word in expression.words if word.symbol == "M"]
    first_day, last_day = f"{months[0]:02d}-{first:02d}", f"{months[-1]:02d}-{last:02d}"
    if year is None:
        year = year_for(first_day, anchors, side)
    if year is None:
        return Reading("DATE", f"{ANY_YEAR}-{first_day}/{ANY_YEAR}-{last_day}")
    value = f"{year:04d}-{first_day}/{year:04d}-{last_day}"
    return _date(value, expression, expression.say("Y") is not None) if days_of(value) else None


def _week_of(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    """ "the week of March 6": the one that the day lies in."""
    value = _day_named(expression, anchors, side)
    days = days_of(value) if value else None
    return _date(period(days.first, unit_of(expression)), expression) if days else _date(value or None, expression)


def _month(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    month, year = expression.number("M") or 0, said_year(expression, anchors)
    if year is not None:
        return _date(f"{year:04d}-{month:02d}", expression, dated=True)
    found = _year_said(expression, anchors) or _year_beside(expression, anchors, month)
    found = found or year_for(f"{month:02d}", anchors, turn_of(expression, side))
    return _date(f"{found:04d}-{month:02d}" if found else f"{ANY_YEAR}-{month:02d}", expression)


def _year_beside(expression: Expression, anchors: Anchors, month: int) -> int | None:
    """ "the previous April", "the following May": the year of the one before or after the date last told."""
    day = anchors.day("told") if expression.text("LX") == "told" else None
    if day is None:
        return None
    return day.year - (month >= day.month) if expression.say("L") else day.year + (month <= day.month)


def _year_said(expression: Expression, anchors: Anchors) -> int | None:
    """ "June last year", "this June": the year reckoned from that of publication."""
    day = anchors.day(expression.text("LGXH") or "published")
    if day and (expression.say("U") == "Y" or expression.say("H")):
        return day.year + steps_of(expression)
    return None


def _weekday(expression: Expression, anchors: Anchors, side: int) -> Reading:
    return _date(_weekday_named(expression, anchors, side), expression)


def _quarter(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    number, year = expression.number("o") or 0, said_year(expression, anchors)
    letter = "H" if expression.say("w") else {"Q": "Q", "CE": "C"}.get(_last_unit(expression), "")
    if letter == "C":
        return _date(f"{number - 1:02d}", expression, dated=True) if 1 <= number <= 21 else None
    if letter == "H" and expression.say("YU") is None:
        return None
    if not letter or number > (2 if letter == "H" else 4):
        return None
    day = anchors.day()
    if year is None and day is not None:
        year = day.year + steps_of(expression) - (expression.say("ge") is not None)
        found = days_of(f"{year:04d}-{letter}{number}")
        if not any(word.symbol in "HLXge" for word in (expression.words[0], *expression.words[-2:])) and found:
            year -= side < 0 and found.first > day
    return _date(f"{year or ANY_YEAR}-{letter}{number}", expression, expression.say("Y") is not None)


def _season(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    season, year = expression.text("S"), said_year(expression, anchors)
    if year is None:
        day, turn = anchors.day(), turn_of(expression, side)
        if day is None:
            return _date(f"{ANY_YEAR}-{season}", expression)
        year = day.year
        here = days_of(f"{year:04d}-{season}")
        if here and expression.say("LGX") and expression.say("H") is None:
            year -= turn < 0 and here.last >= day
            year += turn > 0 and here.first <= day
        elif here and turn < 0 and not anchors.narrative and expression.say("H") is None:
            year -= here.first > day
    return _date(f"{year:04d}-{season}", expression, expression.say("Y") is not None)


def _year(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    if expression.text("U") not in (None, "Y"):
        return None
    mid = expression.number("y")
    year = full_year(mid or expression.number("Y") or 0, anchors.published)
    if feasts.may_be_foreign(year, anchors.published):
        return Reading("DATE", None)
    reading = _date(f"{year:04d}", expression, dated=True)
    if mid and reading.days:
        return reading._replace(mod="MID", days=calendar.thirds(reading.days, "MID"))
    return reading


def _decade(expression: Expression, anchors: Anchors, side: int) -> Reading:
    number = expression.number("86") or 0
    value = f"{number if number > 10 else 190 + number:03d}"
    reading = _date(value, expression, dated=True)
    if expression.say("6") and reading.days:
        return reading._replace(mod="MID", days=calendar.thirds(reading.days, "MID"))
    return reading


def _relative(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    if expression.say("T") is not None:
        return _date(_today(expression, anchors), expression)
    unit, by = expression.text("UD") or "", anchored_by(expression)
    if unit == "Q" and expression.say("LXHK") is None:
        return _date(told_quarter(anchors, 0, ended=expression.say("k") is not None), expression)
    if unit.startswith("T"):
        return None if by is None else Reading("DURATION", f"P{unit}".replace("PT", "PT1"))
    if by is None and (unit not in ("Y", "M", "W", "Q", "WE") and not _said_within(expression)):
        return None
    day = anchors.day(by or "published")
    if day is None or not anchors.is_fine(by or "published", unit):
        return _date(None, expression)
    steps = steps_of(expression)
    if unit == "WE" and steps == 0 and side < 0 and not anchors.narrative:
        steps = -1 if day.isoweekday() < 6 else 0
    target = moved(day, unit, steps)
    if target and unit == "Y" and expression.words[-1].symbol == "Z":
        return _date(f"{target.year:04d}-12-31", expression)._replace(mod=None)
    return _date(period(target, unit) if target else None, expression)


def _ago(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    unit, count = unit_of(expression), count_of(expression)
    if count and expression.say("w") is not None:
        unit, count = ("M", 12 * count + 6) if unit == "Y" else (unit, None)
    ago = expression.say("g") is not None
    day = anchors.published if ago else anchors.day("told")
    if count is None or day is None:
        return Reading("DATE", "PAST_REF" if ago or expression.say("e<") else "FUTURE_REF")
    back = ago or expression.say("e<") is not None
    told = days_of(anchors.told) if anchors.told and not ago else None
    if told and not anchors.is_fine("told", unit):
        exact = unit == "D" and (anchors.told or "")[5:].isdecimal()
        return Reading("DATE", f"{anchors.told}-XX" if exact else None)
    if unit == "Y" and count == 1 and back and (anchors.quarter or expression.say("D")):
        return _date(told_quarter(anchors, -1), expression)
    target = moved(day, unit, -count if back else count)
    if target is None:
        return None
    if unit.startswith("T"):
        return Reading("TIME", None, more_of(expression), Days(target, target))
    whole = "Y" if expression.say("w") is not None else unit
    return _date(period(target, whole), expression)._replace(mod=more_of(expression))


def _vague(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    if expression.say("=") is not None and unit_of(expression) != "D":
        return None
    value = expression.text("=RKrJ") or "PAST_REF"
    day = anchors.published if value == "PRESENT_REF" else None
    return Reading("DATE", value, None, Days(day, day) if day else None)


def _clock(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    clock = expression.text("CcO") or str(next(w.value for w in expression.words if w.symbol == "d"))
    hour, _, rest = clock.replace(".", ":").partition(":")
    if (hours := _hours(int(hour), expression.text("A"))) is None or (not rest and not expression.say("A")):
        return None
    return _at(expression, anchors, side, f"{hours:02d}:{rest or '00'}")


def _part_of_day(expression: Expression, anchors: Anchors, side: int) -> Reading | None:
    if expression.say("N") is not None:
        day = anchors.day()
        target = moved(day, "D", expression.number("N") or 0) if day else None
        if target is None:
            return Reading("TIME", None)
        return Reading("TIME", f"{target}TNI", None, Days(target, target))
    return _at(expression, anchors, side, expression.text("P") or "")


def _at(expression: Expression, anchors: Anchors, side: int, when: str) -> Reading:
    if not any(word.symbol in "MWTHLX" for word in expression.words):
        day: str | None = _told_day(anchors) or f"{ANY_YEAR}-XX-XX"
    elif any(word.symbol in "MWT" for word in expression.words):
        day = _day_named(expression, anchors, side)
    else:
        by = anchored_by(expression) or "published"
        start = anchors.day(by) if anchors.is_fine(by, "D") else None
        target = moved(start, "D", steps_of(expression)) if start else None
        day = target.isoformat() if target else None
    days = days_of(day) if day else None
    return Reading(
        "TIME", f"{day}T{when}" if day else None, expression.text("EIZ"), days, expression.say("Y") is not None
    )


def _day_named(expression: Expression, anchors: Anchors, side: int) -> str | None:
    """The day that the words name: month and day, weekday, or "today"; "" where there is no such day."""
    if expression.say("T") is not None:
        return _today(expression, anchors)
    month, year = expression.number("M"), said_year(expression, anchors)
    if month is None:
        return _weekday_named(expression, anchors, side)
    place = next(i for i, word in enumerate(expression.words) if word.symbol == "M")
    beside = expression.words[max(0, place - 2) : place + 3]
    number = next((word.value for word in beside if word.symbol in "do"), 0)
    day = f"{month:02d}-{number:02d}"
    if year is None and (year := year_for(day, anchors, side)) and (weekday := expression.number("W")):
        year = year_of_weekday(day, weekday, year)
    if not days_of(f"{year or 2000:04d}-{day}"):
        return ""
    return f"{year:04d}-{day}" if year else f"{ANY_YEAR}-{day}"


def _weekday_named(expression: Expression, anchors: Anchors, side: int) -> str | None:
    weekday, by = expression.number("W") or 1, expression.text("LGX")
    day = anchors.day(by or "published")
    if day is None:
        return f"{ANY_YEAR}-WXX-{weekday}"
    if anchors.published is None and by is None:
        return f"{ANY_YEAR}-WXX-{weekday}"
    turn = 1 if anchors.narrative else turn_of(expression, side)
    away = (weekday - day.isoweekday()) % 7 if turn > 0 else -((day.isoweekday() - weekday) % 7)
    if by and away == 0:
        away = 7 * turn
    target = moved(day, "D", away)
    return target.isoformat() if target else None


def _today(expression: Expression, anchors: Anchors) -> str | None:
    target = moved(anchors.published, "D", expression.number("T") or 0) if anchors.published else None
    return target.isoformat() if target else None


def _said_within(expression: Expression) -> bool:
    return any(word.symbol in "EIZel" for word in expression.words)


def _last_unit(expression: Expression) -> str:
    return next((str(word.value) for word in reversed(expression.words) if word.symbol == "U"), "")


def _told_day(anchors: Anchors) -> str | None:
    told = days_of(anchors.told) if anchors.told else None
    return told.first.isoformat() if told and told.first == told.last else None


def _hours(hour: int, half: int | str | None) -> int | None:
    if half in ("am", "pm") and not 1 <= hour <= 12:
        return None
    return hour % 12 + 12 * (half == "pm") if half in ("am", "pm") else hour if hour <= 24 else None


_RULES: dict[str, Callable[[Expression, Anchors, int], Reading | None]] = {
    "era": era_reading,
    "feast": feast_reading,
    "numeric": _numeric,
    "clock": _clock,
    "part_of_day": _part_of_day,
    "days": _days,
    "week_of": _week_of,
    "day": _day,
    "month": _month,
    "the_year": _year,
    "quarter": _quarter,
    "season": _season,
    "ago": _ago,
    "every": every_reading,
    "span": span_reading,
    "relative": _relative,
    "decade": _decade,
    "weekday": _weekday,
    "duration": duration_reading,
    "year": _year,
    "often": often_reading,
    "vague": _vague,
}
