"""The events of a story written out: what each is, who vouches for it, and who disputes it beside the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.catalogue import Catalogue, Group
from sayso.model.family import Family
from sayso.model.linked import Linked
from sayso.resolve.gist import Gist, Mention
from sayso.resolve.happenings.uniting import united
from sayso.resolve.origins.disputes import Docket
from sayso.resolve.origins.grading import grade
from sayso.resolve.origins.roots import origins
from sayso.resolve.relations import COPY, EVENT, HAPPENING, STORY, Gists, event_of, family, item_of, report_of

_UNDATED = "9999-99-99"


@dataclass
class Telling:
    """The story that a report tells, as its catalogue has it now; to be thrown away when that changes."""

    catalogue: Catalogue
    gists: Gists
    report: str

    @cached_property
    def reports(self) -> frozenset[str]:
        """The ids of the story's reports."""
        return frozenset(gist.id for gist in self._reports)

    @cached_property
    def events(self) -> dict[str, Linked]:
        """The events of the story by their ids, with nobody to vouch for them yet."""
        items = (item_of(gist.id, mention.id) for gist in self._reports for mention in gist.mentions)
        happenings = {happening for item in items if (happening := self.catalogue.group_of(HAPPENING, item))}
        events = {event for happening in happenings if (event := self.catalogue.group_of(EVENT, happening))}
        return {event: self._united(event) for event in sorted(events)}

    def event(self, id: str) -> Group:
        """The event of that id as it is kept."""
        event = self.events[id]
        found = origins(event, self._known, self._families)
        whole = replace(
            event,
            origins=found,
            grade=grade(event, found, self._known),
            disputes=self._docket.against(event),
        )
        items = tuple(sorted(item_of(member.report, member.event) for member in event.members))
        return Group(id, items, whole.to_json(), whole.begin or _UNDATED)

    @cached_property
    def _reports(self) -> list[Gist]:
        story = self.catalogue.group_of(STORY, self.report)
        group = self.catalogue.group(STORY, story) if story else None
        return [self.gists(report) for report in group.members] if group else []

    @cached_property
    def _known(self) -> dict[str, Gist]:
        """The gists of the story's reports, and of reports of other stories in which an event of it is told, too."""
        told = {member.report for event in self.events.values() for member in event.members}
        return {gist.id: gist for gist in self._reports} | {report: self.gists(report) for report in sorted(told)}

    @cached_property
    def _families(self) -> dict[str, Family]:
        ids = ((report, self.catalogue.group_of(COPY, report)) for report in self._known)
        groups = ((report, self.catalogue.group(COPY, id)) for report, id in ids if id)
        return {report: family(group) for report, group in groups if group and len(group.members) > 1}

    @cached_property
    def _docket(self) -> Docket:
        return Docket(tuple(self.events.values()), self._known, self._families)

    def _united(self, event: str) -> Linked:
        members = [self._member(item) for item in self._items(event)]
        story_of = {gist.id: self.catalogue.group_of(STORY, gist.id) or "" for gist, _ in members}
        return replace(united(members, story_of), id=event)

    def _items(self, event: str) -> Iterator[str]:
        group = self.catalogue.group(EVENT, event)
        for happening in group.members if group else ():
            found = self.catalogue.group(HAPPENING, happening)
            yield from found.members if found else ()

    def _member(self, item: str) -> tuple[Gist, Mention]:
        gist = self.gists(report_of(item))
        return gist, next(mention for mention in gist.mentions if mention.id == event_of(item))
