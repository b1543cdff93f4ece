"""The ledger: reports come and go, and what they say together is put together anew where they touch it.

report ──gist──▶ families, stories ──▶ happenings of each story ──▶ events of the world ──▶ origins, grade, disputes

Every step depends on which reports there are, never on the order in which they came. What is still to be done stands in
the catalogue, too, so that whoever is interrupted goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sayso.errors import ConflictError, UsageError
from sayso.model.catalogue import READ, Catalogue, Group
from sayso.model.family import Family, Story
from sayso.model.findings import Findings
from sayso.model.judgement import Judgement
from sayso.model.linked import Linked
from sayso.resolve import relations
from sayso.resolve.anchoring import anchored, bound
from sayso.resolve.gisting import RULES, gist_of
from sayso.resolve.happenings.merging import happenings
from sayso.resolve.recurrence import recurrences, told_happenings
from sayso.resolve.relations import COPY, EVENT, HAPPENING, STORY, Gists, item_of, report_of
from sayso.resolve.telling import Telling

LINKED = "linked"
_SHORTEST = 4
"""Characters of an id that are enough, where they are enough."""
Ref = tuple[str, str]
_CALLED = {True: "the same", False: "different", None: "nothing"}
RETELL, WRITE = "retell", "write"
"""Touched under these: reports whose story has to be told anew, happenings whose event is to be written."""


class Ledger:
    """What the reports of a catalogue say together. `add` and `remove` are quick; `settle` does what they gave to do.

    Each writes in transactions of its own.

    >>> from sayso import Findings, Ledger, MemoryStore, Report
    >>> ledger = Ledger(MemoryStore().catalogue())
    >>> ledger.add(Findings(Report("r1", "Talks failed."))), ledger.settle()
    (True, 0)
    >>> [story.reports for story in ledger.stories()]
    [('r1',)]
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._gists = catalogue, Gists(catalogue)
        self._copies = relations.copies(catalogue, self._gists)
        self._stories = relations.stories(catalogue, self._gists)
        self._events = recurrences(catalogue, self._gists)

    def add(self, findings: Findings) -> bool:
        """Take a report in, in the place of an earlier reading of it; False where that found the same."""
        gist = gist_of(findings)
        body = gist.to_json()
        with self._catalogue.transaction():
            self._catalogue.untouch(READ, [gist.id])
            if self._catalogue.gist(gist.id) == body:
                return False
            self._withdraw(gist.id)
            self._catalogue.put_gist(gist.id, body)
            for graph in (self._copies, self._stories):
                graph.put(gist.id)
            self._catalogue.touch(RETELL, [gist.id])
        return True

    def renew(self) -> None:
        """Have all reports taken in again where they were by other rules than these."""
        first = next(self._catalogue.reports(), None)
        if first is not None and self._gists(first).made_by != RULES:
            with self._catalogue.transaction():
                self._catalogue.touch(READ, self._catalogue.reports())

    def remove(self, report: str) -> None:
        """Take a report out, with all that only it said; nothing where it is not in."""
        with self._catalogue.transaction():
            self._withdraw(report)
            for graph in (self._copies, self._stories):
                graph.remove(report)
            self._catalogue.drop_gist(report)
            self._catalogue.untouch(RETELL, [report])

    def judged(self, first: Ref, second: Ref) -> bool | None:
        """What was decided last of two events, each the ids of a report and of an event in it; None if nothing was."""
        said = (bound(one, self._gists) for one in self._catalogue.judgements(first[0]))
        return next((one.same for one in said if one and {one.first, one.second} == {first, second}), None)

    def judgements(self) -> Iterator[tuple[Judgement, bool]]:
        """What was decided last of two events, by where their words stand ("12-15"), and whether it binds.

        It does not where a later reading finds no event there, and where other decisions keep apart what it joins.
        """
        for report in self._catalogue.reports():
            for one in self._catalogue.judgements(report):
                if one.first[0] == report:
                    now = bound(one, self._gists)
                    yield one, now is not None and self._are_one(now) == now.same

    def _are_one(self, judgement: Judgement) -> bool:
        one, other = (self._catalogue.group_of(LINKED, item_of(*end)) for end in (judgement.first, judgement.second))
        return one is not None and one == other

    def judge(self, judgement: Judgement, before: bool | None = None) -> None:
        """Take in what a person decided of two events who saw that ``before`` was decided of them.

        UsageError where one of them is not there, or both are the same. ConflictError where somebody else has decided
        otherwise meanwhile.
        """
        ends = (judgement.first, judgement.second)
        if ends[0] == ends[1]:
            raise UsageError(f"event {ends[0][1]} of report {ends[0][0]} is itself: name another one")
        for report, event in ends:
            if self._catalogue.group_of(HAPPENING, item_of(report, event)) is None:
                raise UsageError(f"no event {event} in report {report}")
        with self._catalogue.transaction():
            now = self.judged(*ends)
            if now not in (before, judgement.same):
                decided, meant = (_CALLED[said] for said in (now, judgement.same))
                raise ConflictError(ends[0][0], f"decided meanwhile: {decided}; not written: {meant}")
            self._catalogue.judge(anchored(judgement, self._gists))
            self._catalogue.touch(RETELL, [report for report, _ in ends])

    def settle(self) -> int:
        """Put together anew whatever was touched; the number of events of the world that were written."""
        if not any(self._catalogue.touched(kind, 1) for kind in (COPY, STORY, EVENT, RETELL, WRITE)):
            return 0
        self._regroup()
        while touched := self._catalogue.touched(RETELL, 1):
            self._retell(touched[0])
        self._rejoin()
        return self._write()

    def families(self) -> Iterator[Family]:
        """Reports that carry one text, where there are several."""
        return (relations.family(group) for group in self._catalogue.groups(COPY) if len(group.members) > 1)

    def stories(self) -> Iterator[Story]:
        """Reports of the same developments."""
        return (Story(group.id, group.members) for group in self._catalogue.groups(STORY))

    def events(self) -> Iterator[Linked]:
        """The events of the world, by day; those without one come last."""
        return (Linked.from_json(group.body) for group in self._catalogue.groups(LINKED))

    def event(self, reference: str) -> Linked:
        """The event with that id, or with the only one that begins so; UsageError where there is none, or several."""
        reference = f"{reference[:1].upper()}{reference[1:].lower()}"
        near = self._catalogue.groups_from(LINKED, reference)
        meant = [id for id in near if id.startswith(reference) and len(reference) >= _SHORTEST]
        if len(meant) > 1 and meant[0] != reference:
            raise UsageError(f"{reference} may be any of these: {', '.join(meant)}")
        group = self._catalogue.group(LINKED, meant[0]) if meant else None
        if group is None:
            raise UsageError(f"no event {reference}: `sayso timeline` lists them")
        return Linked.from_json(group.body)

    def event_of(self, report: str, event: str) -> Linked | None:
        """The event of the world that an event of a report belongs to, None where they were not put together yet."""
        id = self._catalogue.group_of(LINKED, item_of(report, event))
        return None if id is None else self.event(id)

    def _withdraw(self, report: str) -> None:
        """Take back what an earlier reading of the report said; what stood beside it has to be told anew."""
        if self._catalogue.gist(report) is None:
            return
        for mention in self._gists(report).mentions:
            self._dissolve(self._catalogue.group_of(HAPPENING, item_of(report, mention.id)))
        self._gists.forget()

    def _dissolve(self, happening: str | None) -> None:
        group = happening and self._catalogue.group(HAPPENING, happening)
        if group:
            self._catalogue.touch(RETELL, {report_of(item) for item in group.members})
            self._catalogue.drop_group(HAPPENING, group.id)
            self._events.remove(group.id)

    def _regroup(self) -> None:
        """Families and stories anew; the reports of those that changed have to be told anew."""
        with self._catalogue.transaction():
            changed = (*self._copies.settle().made, *self._stories.settle().made)
            self._catalogue.touch(RETELL, {report for group in changed for report in group.members})

    def _retell(self, report: str) -> None:
        """The happenings of the report's story anew."""
        with self._catalogue.transaction():
            story = cast("Group", self._catalogue.group(STORY, cast("str", self._catalogue.group_of(STORY, report))))
            gists = [self._gists(member) for member in story.members]
            for gist in gists:
                for mention in gist.mentions:
                    self._dissolve(self._catalogue.group_of(HAPPENING, item_of(gist.id, mention.id)))
            kept = {judgement for gist in gists for judgement in self._catalogue.judgements(gist.id)}
            judgements = [found for judgement in kept if (found := bound(judgement, self._gists))]
            for group in told_happenings(gists, happenings(gists, sorted(judgements))):
                self._catalogue.put_group(HAPPENING, group)
                self._events.put(group.id)
                self._catalogue.touch(WRITE, [group.id])
            self._catalogue.untouch(RETELL, story.members)

    def _rejoin(self) -> None:
        """Happenings of several stories that are one event anew."""
        with self._catalogue.transaction():
            change = self._events.settle()
            for id in change.gone:
                self._catalogue.drop_group(LINKED, id)
            self._catalogue.touch(WRITE, {group.members[0] for group in change.made})

    def _write(self) -> int:
        """The events anew, a story a transaction."""
        written = 0
        while touched := self._catalogue.touched(WRITE, 1):
            with self._catalogue.transaction():
                written += self._write_beside(touched[0])
        return written

    def _write_beside(self, happening: str) -> int:
        """The happening's event, and what else is to be written in the story that it is at home in; how many."""
        event = self._catalogue.group_of(EVENT, happening)
        if event is None:
            self._catalogue.untouch(WRITE, [happening])
            return 0
        home, written = self._home(event), 0
        telling = Telling(self._catalogue, self._gists, home)
        for id in telling.events:
            group = cast("Group", self._catalogue.group(EVENT, id))
            if self._catalogue.are_touched(WRITE, group.members) and self._home(id) in telling.reports:
                self._catalogue.put_group(LINKED, telling.event(id))
                self._catalogue.untouch(WRITE, group.members)
                written += 1
        return written

    def _home(self, event: str) -> str:
        """The report that the event, whose id is that of its first happening, is told in first."""
        return report_of(cast("Group", self._catalogue.group(HAPPENING, event)).order.partition(" ")[2])
