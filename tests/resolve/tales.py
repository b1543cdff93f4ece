"""Reports made by hand as resolving keeps them: events, and who takes part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factory import findings

from sayso.model import Span
from sayso.model.actor import ActorKind
from sayso.resolve.copies.sketch import sketch_copy
from sayso.resolve.gist import Gist, Mention, Part, Party, Spot, Toll
from sayso.resolve.stories.sketch import sketch_story

Who = tuple[str, ActorKind, str | None]
"""Name, kind and country of who takes part; a name in lower case is no name."""

FRONT: Who = ("Orsk Front", "armed-group", None)
VELIA: Who = ("Velia", "state", "VLA")
ENVOY: Who = ("Dona Marlow", "person", "VLA")
PEOPLE: Who = ("three villagers", "people", None)


def town(name: str, lat: float, lon: float = 20.0, country: str | None = "VLA") -> Spot:
    return Spot(name, country, lat, lon, "city")


TARN, NEAR_TARN, HARW = town("Tarn", 40.0), town("Little Tarn", 40.3), town("Harw", 44.0)


class Event:
    """One event to be put in a report by `tale`."""

    def __init__(self, said: str = "attack", type: str = "ASSAULT", **given: Any) -> None:
        self.said, self.type, self.given = said, type, given


def tale(id: str, *events: Event, day: str | None = None, more: Iterable[Who] = ()) -> Gist:
    """A report of the events, which stand in it in this order."""
    parties: dict[Who, Party] = {}
    mentions = tuple(_mention(number, event, parties) for number, event in enumerate(events, 1))
    for who in more:
        _party(who, parties)
    blank = findings()
    return Gist(id, day, None, None, sketch_copy(blank), sketch_story(blank), tuple(parties.values()), mentions, ())


def _mention(number: int, event: Event, parties: dict[Who, Party]) -> Mention:
    given = dict(event.given)
    sides = {"actor": given.pop("by", None), "recipient": given.pop("to", None)}
    day = given.pop("on", None)
    facts: dict[str, Any] = {
        "mode": None, "status": "occurred", "historical": False, "begin": day, "end": day,
        "spot": given.pop("at", None),
        "words": tuple(given.pop("words", "").split()), "tolls": tuple(Toll(*toll) for toll in given.pop("tolls", ())),
        "statements": (), "confidence": 0.8,
    }  # fmt: skip
    parts = tuple(Part(role, _party(who, parties), who[0]) for role, who in sides.items() if who)  # type: ignore[arg-type]
    span = Span(100 * number, 100 * number + len(event.said))
    return Mention(
        id=f"e{number}", type=event.type, trigger=(span,), said=(event.said,), parts=parts, **(facts | given)
    )


def _party(who: Who, parties: dict[Who, Party]) -> str:
    name, kind, country = who
    standing = "named" if name[:1].isupper() else "collective" if kind == "people" else "unnamed"
    made = Party(f"a{len(parties) + 1}", name, (name,), kind, standing, country, country)  # type: ignore[arg-type]
    return parties.setdefault(who, made).id
