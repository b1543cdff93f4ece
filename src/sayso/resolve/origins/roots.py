"""Roots: who stands at the end of the sourcing chains of an event, each origin once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sayso.model import Family, Linked, Origin
from sayso.model.ids import digest
from sayso.model.linked import OriginKind
from sayso.resolve.gist import Gist
from sayso.resolve.origins.folding import Fold, fold
from sayso.resolve.origins.testimony import days_of, outlets_of, testimonies
from sayso.resolve.origins.voices import ANONYMOUS

_FIRMEST: tuple[OriginKind, ...] = ("named", "spokesperson", "media", "document", "unnamed", "collective")


def origins(event: Linked, gists: Mapping[str, Gist], families: Mapping[str, Family]) -> tuple[Origin, ...]:
    """The origins of the event, in the order of the days on which each is first heard of.

    ``families`` gives for the id of a report the family of copies that it belongs to.
    """
    told = testimonies(event, gists, families)
    voices = [voice for one in told for voice in one.reading.voices(one.mentions)]
    carried = {one.reading.gist.id: tuple(gist.id for gist in one.reports) for one in told}
    return tuple(_origin(found, carried) for found in fold(voices, days_of(told), outlets_of(told)))


def _origin(found: Fold, carried: Mapping[str, tuple[str, ...]]) -> Origin:
    kind = min((voice.kind for voice in found.voices), key=_FIRMEST.index)
    reports = sorted({report for text in found.reports for report in carried[text]})
    return Origin(f"O{_id(found)}", kind, _name(found), found.via, tuple(reports))


def _id(found: Fold) -> str:
    """Who is named has the same id wherever it is heard; who is not has one by the report and the place in it."""
    keys = sorted(key for voice in found.voices for key in voice.keys)
    first = found.voices[0]
    return digest("named", keys[0]) if keys else digest("heard", first.report, first.id)


def _name(found: Fold) -> str:
    """What most reports call it, of equals a bare and long name; of who is not named, what the first calls it."""
    first = found.voices[0]
    if first.kind in ANONYMOUS and not first.keys:
        return first.name
    counted = Counter(voice.name for voice in found.voices if voice.kind in ("named", "media")) or Counter([first.name])
    return min(counted, key=lambda name: (-counted[name], name[:1].islower(), -len(name), name))
