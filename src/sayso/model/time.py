"""Times: TIMEX3 expressions (ISO-TimeML, Pustejovsky et al. 2010) with the days they can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression.

    ``value`` is TIMEX3's (ISO 8601, seasons, fuzzy values), ``mod`` its modifier; ``begin`` and ``end`` are the first
    and last ISO day that the words can mean, None where they cannot be computed.

    >>> Time("t1", Span(0, 11), "DATE", "2011-SU", None, "2011-06-01", "2011-08-31", 0.9).begin
    '2011-06-01'
    """

    id: str
    span: Span
    type: TimeType
    value: str | None
    mod: str | None
    begin: str | None
    end: str | None
    confidence: float
