"""What a list is cut down to, and in which order it comes."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import get_args

from sayso.errors import UsageError
from sayso.model.event import EventType
from sayso.model.linked import Support
from sayso.model.statement import Stance, Standing

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cut:
    """Filters that must all hold, the order, and how many at most; UsageError where one can hold for nothing.

    Names are whole words in any case; several ``types``, ``stances`` or ``standings`` mean any of them. ``since`` and
    ``until`` are days, months or years; ``grades`` and ``disputed`` are asked of events of the world. ``sort`` is a
    field of the entry, with a hyphen before it the other way round. ``kinds`` are the codes that a type can be:
    PLOVER's, or those of the codebook by which the events were coded.

    >>> Cut(until="2031-02").until
    '2031-02-28'
    """

    actor: str | None = None
    speaker: str | None = None
    types: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    report: int | None = None
    about: str | None = None
    grades: tuple[str, ...] = ()
    disputed: bool = False
    sort: str | None = None
    limit: int | None = None
    kinds: tuple[str, ...] = get_args(EventType)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "types", _allowed("type", self.types, self.kinds))
        put(self, "stances", _allowed("stance", self.stances, get_args(Stance)))
        put(self, "standings", _allowed("standing", self.standings, get_args(Standing)))
        put(self, "grades", _allowed("grade", self.grades, get_args(Support)))
        put(self, "since", self.since and _days("since", self.since)[0])
        put(self, "until", self.until and _days("until", self.until)[1])


def _allowed(name: str, values: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
    known = {value.casefold(): value for value in allowed}
    for value in values:
        if value.casefold() not in known:
            raise UsageError(f"{name}: {value!r} is none of {', '.join(allowed)}")
    return tuple(known[value.casefold()] for value in values)


def _days(name: str, given: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day."""
    if found := _DAY.fullmatch(given):
        year, month, day = (int(part) if part else None for part in found.groups())
        first, last = month or 1, month or 12
        if year and 1 <= first <= last <= 12:
            end = monthrange(year, last)[1]
            if day is None or 1 <= day <= end:
                return f"{year:04}-{first:02}-{day or 1:02}", f"{year:04}-{last:02}-{day or end:02}"
    raise UsageError(f"{name}: {given!r} is not a day, month or year (YYYY-MM-DD, YYYY-MM, YYYY)")
