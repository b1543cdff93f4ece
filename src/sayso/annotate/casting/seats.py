"""Where an outlet has its name from: "Boston Globe", "Sydney Morning Herald"."""

from __future__ import annotations

from functools import cache

from sayso.knowledge.gazetteer import places_named

_LEAST = 100_000  # people of a town that papers far away know a paper of
_CLEAR = 5  # times as many people as the largest namesake in another country


@cache
def seat_of(name: str) -> str | None:
    """The country of the town that the name begins with; None where it begins with none, or the town has a namesake."""
    words = name.removeprefix("The ").removeprefix("the ").split()
    for size in range(len(words) - 1, 0, -1):
        towns = [place for place in places_named(" ".join(words[:size])) if place.kind in {"city", "capital"}]
        if towns:
            first = towns[0]
            other = max((town.population for town in towns if town.country != first.country), default=0)
            return first.country if first.population >= max(_LEAST, _CLEAR * other) else None
    return None
