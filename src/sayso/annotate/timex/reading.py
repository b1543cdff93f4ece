"""What an expression comes to mean, and what every rule asks of its words."""

from __future__ import annotations

from typing import NamedTuple

from sayso.annotate.timex.anchors import Anchors
from sayso.annotate.timex.calendar import Days
from sayso.annotate.timex.grammar import Expression
from sayso.annotate.timex.years import full_year
from sayso.model.time import TimeType

ANY_YEAR = "XXXX"
"""TIMEX3's own notation for a year that the words leave open ("XXXX-09-13"); TimeML annotation guidelines 1.2.1."""


class Reading(NamedTuple):
    """``days`` are those that the words can mean; ``dated`` says that the words name their year themselves."""

    type: TimeType
    value: str | None
    mod: str | None = None
    days: Days | None = None
    dated: bool = False


def turn_of(expression: Expression, side: int) -> int:
    """The side that "last" and "next" say, else that of the verb."""
    if any(word.symbol in "LG" for word in expression.words):
        return -1
    return 1 if any(word.symbol == "X" for word in expression.words) else side


def steps_of(expression: Expression) -> int:
    """How many units on "last", "past" and "next" say."""
    return next(({"L": -1, "G": -1, "X": 1}[word.symbol] for word in expression.words if word.symbol in "LGX"), 0)


def said_year(expression: Expression, anchors: Anchors) -> int | None:
    """The year that the words name, two digits made whole."""
    year = expression.number("Y")
    return None if year is None else full_year(year, anchors.published)


def anchored_by(expression: Expression) -> str | None:
    """What "last", "next" and the like reckon from; "the next day" is the one behind that last told."""
    by, unit = expression.text("LGXH"), expression.text("U")
    after = expression.say("X") is not None and expression.say("t") is not None
    return "told" if after and by and unit in (None, "D") else by
