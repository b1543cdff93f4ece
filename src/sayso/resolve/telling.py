"""The events of a story written out: what each is, who vouches for it, and who disputes it beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from sayso.model.catalogue import Catalogue, Group
from sayso.model.family import Family
from sayso.model.linked import Linked
from sayso.resolve.gist import Gist, Mention
from sayso.resolve.happenings.uniting import united
from sayso.resolve.origins.disputes import disputes
from sayso.resolve.origins.grading import grade
from sayso.resolve.origins.roots import origins
from sayso.resolve.relations import COPY, EVENT, HAPPENING, STORY, Gists, event_of, family, item_of, report_of


class Telling:
    """Tells events from what a catalogue holds now; to be thrown away when that changes."""

    def __init__(self, catalogue: Catalogue, gists: Gists) -> None:
        self._catalogue, self._gists = catalogue, gists
        self._base = lru_cache(maxsize=None)(self._united)
        self._story = lru_cache(maxsize=None)(self._told_in)

    def events_of(self, report: str) -> tuple[str, ...]:
        """The ids of the events of the report's story."""
        return self._story(self._catalogue.group_of(STORY, report) or "")

    def event(self, id: str) -> Group:
        """The event as it is kept."""
        event = self._base(id)
        beside = {other for member in event.members for other in self.events_of(member.report)} - {id}
        others = [self._base(other) for other in sorted(beside)]
        gists = self._gists_of([event, *others])
        found = origins(event, gists, self._families(gists))
        whole = replace(
            event,
            origins=found,
            grade=grade(event, found, gists),
            disputes=disputes(event, others, gists),
        )
        items = tuple(sorted(item_of(member.report, member.event) for member in event.members))
        return Group(id, items, whole.to_json(), whole.begin or "")

    def _united(self, id: str) -> Linked:
        members = [self._member(item) for item in self._items(id)]
        story_of = {gist.id: self._catalogue.group_of(STORY, gist.id) or "" for gist, _ in members}
        return replace(united(members, story_of), id=id)

    def _items(self, event: str) -> Iterator[str]:
        group = self._catalogue.group(EVENT, event)
        for happening in group.members if group else ():
            found = self._catalogue.group(HAPPENING, happening)
            yield from found.members if found else ()

    def _member(self, item: str) -> tuple[Gist, Mention]:
        gist = self._gists(report_of(item))
        return gist, next(mention for mention in gist.mentions if mention.id == event_of(item))

    def _told_in(self, story: str) -> tuple[str, ...]:
        group = self._catalogue.group(STORY, story)
        items = (
            item_of(report, mention.id)
            for report in (group.members if group else ())
            for mention in self._gists(report).mentions
        )
        happenings = {self._catalogue.group_of(HAPPENING, item) or "" for item in items}
        events = {self._catalogue.group_of(EVENT, happening) or "" for happening in happenings}
        return tuple(sorted(events - {""}))

    def _gists_of(self, events: list[Linked]) -> dict[str, Gist]:
        return {member.report: self._gists(member.report) for event in events for member in event.members}

    def _families(self, gists: Mapping[str, Gist]) -> dict[str, Family]:
        groups = ((report, self._catalogue.group_of(COPY, report)) for report in gists)
        found = ((report, id and self._catalogue.group(COPY, id)) for report, id in groups)
        return {report: family(group) for report, group in found if group and len(group.members) > 1}
