"""The order in which events of the world are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sayso.model.cut import Cut
from sayso.model.linked import Linked, LinkedPlace


def ordered(events: Iterable[Linked], cut: Cut) -> Iterator[Linked]:
    """The events by the cut's field, else by day; those without a value stand last. At most as many as it leaves."""
    field = cut.sort or "begin"
    name, turned = field.removeprefix("-"), field.startswith("-")
    found = sorted(events, key=lambda event: (event.begin or "", event.id))
    told = [event for event in found if _value(event, name) is not None]
    untold = [event for event in found if _value(event, name) is None]
    return islice([*sorted(told, key=lambda event: _value(event, name), reverse=turned), *untold], cut.limit)


def _value(event: Linked, field: str) -> Any:
    """What an event is sorted by: a name, or how many there are."""
    if field == "who":
        return "; ".join(role.name for role in event.roles if role.role == "actor") or None
    value = getattr(event, field)
    if isinstance(value, LinkedPlace):
        return value.name
    return len(value) if isinstance(value, tuple) else value
