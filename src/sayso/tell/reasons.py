"""Why a report's times and places were read as they were, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from json import dumps

from sayso.model.reason import Candidate, PlaceReason, TimeReason
from sayso.tell.section import Line, Section

_SHOWN = 5
_ANCHORS = {"publication": "the day of publication", "told": "the date last told", "event": "the day of the event"}


def tell_time(reason: TimeReason, text: str) -> Section:
    """One time: its words, what they mean, and how that came about."""
    time = reason.time
    value = f"{time.type} {time.value or 'unknown'}" + (f" {time.mod}" if time.mod else "")
    lines = [Line("value", value)]
    if time.begin:
        lines.append(Line("days", time.begin if time.begin == time.end else f"{time.begin} to {time.end}"))
    lines.append(Line("rule", reason.rule))
    if reason.anchor and reason.by:
        lines.append(Line("from", f"{reason.anchor}, {_ANCHORS[reason.by]}"))
    if reason.side:
        lines.append(Line("side", f"{reason.side} it, as the verb says"))
    return Section(f"{time.id}  {time.span.cut(text)}", tuple(lines))


def tell_place(reason: PlaceReason, text: str) -> Section:
    """One place: its words, what it was taken for, and the other places it could have been."""
    place = reason.place
    taken = ", ".join(part for part in (place.name, place.country, place.precision, place.relation) if part)
    lines = [Line("taken for", f"{taken} ({place.use})")]
    if reason.within:
        lines.append(Line("lies in", reason.within))
    lines += [Line("candidate", _candidate(candidate)) for candidate in reason.candidates[:_SHOWN]]
    if len(reason.candidates) > _SHOWN:
        lines.append(Line("", f"and {len(reason.candidates) - _SHOWN} less likely ones"))
    return Section(f"{place.id}  {place.span.cut(text)}", tuple(lines))


def reason_line(reason: TimeReason | PlaceReason) -> str:
    """The reason as one line of JSON."""
    return dumps(asdict(reason), ensure_ascii=False)


def tell_reasons(reasons: tuple[TimeReason, ...] | tuple[PlaceReason, ...], text: str) -> Iterator[Section]:
    """A section for each."""
    for reason in reasons:
        yield tell_time(reason, text) if isinstance(reason, TimeReason) else tell_place(reason, text)


def _candidate(candidate: Candidate) -> str:
    where = "" if candidate.lat is None else f" at {candidate.lat:.2f} {candidate.lon:.2f}"
    features = ", ".join(f"{name} {value:.2f}" for name, value in candidate.features)
    named = f" {candidate.geonames}" if candidate.geonames else ""
    return f"{candidate.score:5.2f}  {candidate.kind}{named} in {candidate.country or 'no country'}{where}: {features}"
