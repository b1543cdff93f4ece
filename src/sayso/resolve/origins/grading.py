"""Grade: how well an event is supported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Linked, Origin
from sayso.model.linked import Support
from sayso.resolve.gist import Gist
from sayso.resolve.origins.parts import marks, taking_part
from sayso.resolve.origins.testimony import Testimony, testimonies

_ON_RECORD = frozenset({"named", "spokesperson"})
_HIDDEN = frozenset({"unnamed", "collective"})


def grade(event: Linked, origins: Sequence[Origin], gists: Mapping[str, Gist]) -> Support:
    """How well the event is supported by its origins: on record where one of its own parties says so by name."""
    if not origins:
        return "unsourced"
    if any(origin.kind in _ON_RECORD for origin in origins) and _on_record(testimonies(event, gists, {})):
        return "on-record"
    if len(origins) > 1:
        return "several-origins"
    return "one-unnamed-origin" if origins[0].kind in _HIDDEN else "one-origin"


def _on_record(told: Sequence[Testimony]) -> bool:
    """Whether somebody with a part in it, or the state in whose office he speaks, vouches for it by name."""
    parties = {
        mark
        for one in told
        for mention in one.mentions
        for mark in taking_part(one.reading.gist, mention, one.reading.who)
    }
    return any(parties & speaking for one in told for speaking in _speaking(one))


def _speaking(one: Testimony) -> list[frozenset[str]]:
    """The marks of everybody who vouches for it by name."""
    known = {party.id: party for party in one.reading.gist.parties}
    return [
        frozenset((*voice.keys, *(marks(known[voice.id], one.reading.who) if voice.id in known else ())))
        for voice in one.reading.voices(one.mentions)
        if voice.kind in _ON_RECORD
    ]
