"""Testimony: the reports that tell an event, each family of copies once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Family, Linked
from sayso.resolve.actors.story import identities
from sayso.resolve.gist import Gist, Mention, Party
from sayso.resolve.origins.outlets import outlet_of
from sayso.resolve.origins.voices import Reading

_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Testimony:
    """One text that tells the event: its reading, the event in it, and all reports that carry the text."""

    reading: Reading
    mentions: tuple[Mention, ...]
    reports: tuple[Gist, ...]


def testimonies(event: Linked, gists: Mapping[str, Gist], families: Mapping[str, Family]) -> tuple[Testimony, ...]:
    """What is told of the event, by day of publication and id.

    Of a family only its likeliest original speaks; where that does not tell the event, the first copy that does. A new
    version at the same address speaks for itself: what its paper added counts.
    """
    told: dict[str, set[str]] = {}
    for member in event.members:
        if member.report in gists:
            told.setdefault(member.report, set()).add(member.event)
    versions = _versions(family for report in told if (family := families.get(report)))
    texts: dict[str, list[Gist]] = {}
    for report in sorted(told):
        family = None if report in versions else families.get(report)
        texts.setdefault(family.id if family else f"\0{report}", []).append(gists[report])
    carried = [sorted(copies, key=lambda gist: _rank(gist, families)) for copies in texts.values()]
    outlets = {key for gist in gists.values() if (key := outlet_of(gist.outlet, gist.url))}
    who = _identities([(copies[0], told[copies[0].id]) for copies in carried])
    found = (
        Testimony(
            Reading(first, who[first.id], outlets, _address(first.id, families, versions)),
            tuple(mention for mention in first.mentions if mention.id in told[first.id]),
            (first, *others),
        )
        for first, *others in carried
    )
    return tuple(sorted(found, key=lambda one: day_order(one.reading.gist)))


def _versions(families: Iterable[Family]) -> dict[str, str]:
    """The reports of these families that are new versions, each with the family's id."""
    once = {family.id: family for family in families}.values()
    return {copy.report: family.id for family in once for copy in family.copies if copy.kind == "version"}


def _address(report: str, families: Mapping[str, Family], versions: Mapping[str, str]) -> str:
    """What stands for the address of a text that has several versions, "" for any other."""
    family = families.get(report)
    return family.id if family and family.id in versions.values() else ""


def _identities(told: Sequence[tuple[Gist, Collection[str]]]) -> dict[str, dict[str, str]]:
    """The identities of those who speak of the events or take part in them, by the ids of the report and the party."""
    reduced = [replace(gist, parties=tuple(_concerned(gist, events))) for gist, events in told]
    found: dict[str, dict[str, str]] = {gist.id: {} for gist in reduced}
    for (report, party), name in identities(reduced).items():
        found[report][party] = name
    return found


def _concerned(gist: Gist, events: Collection[str]) -> Iterator[Party]:
    mentions = [mention for mention in gist.mentions if mention.id in events]
    ids = {part.party for mention in mentions for part in mention.parts} | {saying.speaker for saying in gist.sayings}
    return (party for party in gist.parties if party.id in ids)


def _rank(gist: Gist, families: Mapping[str, Family]) -> tuple[bool, str, str]:
    family = families.get(gist.id)
    return (family is not None and family.original != gist.id, *day_order(gist))


def day_order(gist: Gist) -> tuple[str, str]:
    """By day of publication, undated last, then by id."""
    return gist.published or _LAST, gist.id


def days_of(told: Iterable[Testimony]) -> dict[str, str | None]:
    """The day of publication of each text by its report's id."""
    return {one.reading.gist.id: one.reading.gist.published for one in told}


def outlets_of(told: Sequence[Testimony]) -> dict[str, list[str]]:
    """The reports that speak for the texts which each outlet carries, by its key."""
    found: dict[str, list[str]] = {}
    for one in told:
        for key in {outlet_of(gist.outlet, gist.url) for gist in one.reports} - {None}:
            found.setdefault(str(key), []).append(one.reading.gist.id)
    return found
