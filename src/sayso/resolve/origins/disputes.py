"""Disputes: who denies an event, or gives another toll, day or doer for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Dispute, Family, Linked, StatementRef
from sayso.model.event import Code, Status
from sayso.model.linked import DisputeKind
from sayso.resolve.gist import Gist, Mention, Saying
from sayso.resolve.origins.claims import Said, contested, said
from sayso.resolve.origins.likeness import Likeness
from sayso.resolve.origins.parts import DOERS, DONE_TO, taking_part
from sayso.resolve.origins.testimony import Testimony, testimonies

_STEM = 5
"""Letters that two words for one happening share."""
_SWEEPING = 3
"""So many words deny all that was said: "the charges", "any involvement"."""
_SETTLED: tuple[Status, Status] = ("occurred", "did-not")
_HARM = frozenset({"ASSAULT", "COERCE"})
"""Types of event whose doer may be unknown: two that do the same else are two events."""
_KINDS: tuple[DisputeKind, ...] = ("denial", "who", "toll", "date", "account")


def disputes(
    event: Linked, others: Sequence[Linked], gists: Mapping[str, Gist], families: Mapping[str, Family]
) -> tuple[Dispute, ...]:
    """The statements against the event, each speaker once a matter.

    ``others`` are the other events of its story, ``families`` as in `origins`. A copy disputes nothing of its own. For
    all events of a story a `Docket` does the same at less cost.
    """
    return Docket((event, *others), gists, families).against(event)


class Docket:
    """The events of one story, and what in each can be said against another."""

    def __init__(self, events: Sequence[Linked], gists: Mapping[str, Gist], families: Mapping[str, Family]) -> None:
        self._told = {event.id: testimonies(event, gists, families) for event in events}
        self._opposing: dict[Code, list[_Telling]] = {}
        self._blaming: dict[tuple[Code, str], list[_Telling]] = {}
        for event in events:
            for telling in self._tellings(event):
                if telling.mention.status in _SETTLED or telling.denying:
                    self._opposing.setdefault(event.type, []).append(telling)
                if event.type in _HARM:
                    for mark in telling.targets:
                        self._blaming.setdefault((event.type, mark), []).append(telling)

    def against(self, event: Linked) -> tuple[Dispute, ...]:
        """The statements against the event, which is one of the story's."""
        told = self._told[event.id]
        if not told:
            return ()
        like = Likeness(event, told)
        found: list[tuple[DisputeKind, Said]] = [("denial", denial) for one in told for denial in _denied(event, one)]
        for telling in self._opposing.get(event.type, ()):
            if telling.event.id != event.id:
                found += [("denial", denial) for denial in _contrary(like, telling)]
        blaming = {mark for telling in self._tellings(event) for mark in telling.targets} if event.type in _HARM else ()
        for mark in sorted(blaming):
            for telling in self._blaming.get((event.type, mark), ()):
                found += [("who", blamed) for blamed in _blamed(like, telling)]
        laid = list(_laid_to_others(told)) if event.type in _HARM else []
        vouching = {who: days for who, days in _vouching(told).items() if all(item.who != who for item in laid)}
        return _once((*found, *(("who", item) for item in laid), *contested(told)), vouching)

    def _tellings(self, event: Linked) -> list[_Telling]:
        return [_Telling(event, one, mention) for one in self._told[event.id] for mention in one.mentions]


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event as one text tells it."""

    event: Linked
    one: Testimony
    mention: Mention

    @property
    def denying(self) -> tuple[Saying, ...]:
        """The denials in which it is told."""
        told = (saying for saying in self.one.reading.gist.sayings if saying.id in self.mention.statements)
        return tuple(saying for saying in told if saying.stance == "denies")

    @property
    def targets(self) -> frozenset[str]:
        """To whom it was done, and on which day where: one of them has what tells of the same."""
        reading, spot = self.one.reading, self.mention.spot
        done_to = taking_part(reading.gist, self.mention, reading.who, DONE_TO)
        return done_to | ({f"on:{self.mention.begin}"} if spot and self.mention.begin else set())


def _once(found: Iterable[tuple[DisputeKind, Said]], vouching: Mapping[str, frozenset[str]]) -> tuple[Dispute, ...]:
    """Each speaker once a matter, by kind and day; a denial by who vouched on another day is another account."""
    first: dict[tuple[DisputeKind, str], Said] = {}
    for kind, item in found:
        before = vouching.get(item.who, frozenset())
        if kind == "who" and item.day in before:
            continue
        changed = kind in ("denial", "who") and bool(before - {item.day})
        key: tuple[DisputeKind, str] = ("account" if changed else kind, item.who)
        if key not in first or _order(item) < _order(first[key]):
            first[key] = item
    kept = sorted(first, key=lambda key: (_KINDS.index(key[0]), _order(first[key])))
    return tuple(Dispute(key[0], StatementRef(first[key].report, first[key].statement)) for key in kept)


def _order(item: Said) -> tuple[str, str, str]:
    return item.day or "9999", item.report, item.statement


def _vouching(told: Sequence[Testimony]) -> dict[str, frozenset[str]]:
    """The days on which each named speaker vouched for the event."""
    found: dict[str, frozenset[str]] = {}
    for one in told:
        for mention in one.mentions:
            for item in (said(one, saying) for saying in one.reading.roots(mention)):
                if item.voice.keys:
                    found[item.who] = found.get(item.who, frozenset()) | {item.day}
    return found


def _denied(event: Linked, one: Testimony) -> Iterator[Said]:
    """The denials, in a text that tells it, of the event or of what is said of it."""
    if event.status == "did-not":
        return
    for saying in one.reading.gist.sayings:
        if saying.stance == "denies" and any(_about(saying, mention) for mention in one.mentions):
            yield said(one, saying)


def _about(denial: Saying, mention: Mention) -> bool:
    """Whether it denies the event itself, or, of a statement on which the event stands, what tells of the event."""
    if denial.event == mention.id or denial.id in mention.statements:
        return True
    words = {word[:_STEM] for word in denial.content}
    told = {word[:_STEM] for phrase in mention.said for word in phrase.split()}
    return denial.statement in mention.statements and (len(words) <= _SWEEPING or not words.isdisjoint(told))


def _contrary(like: Likeness, telling: _Telling) -> Iterator[Said]:
    """Who says the opposite of the event in telling the other one: denies it, or says it was not, or that it was."""
    one, mention = telling.one, telling.mention
    denying = () if like.event.status == "did-not" else telling.denying
    if denying and like.same(one, mention):
        yield from (said(one, saying) for saying in denying)
    elif {like.event.status, mention.status} == set(_SETTLED) and like.same(one, mention, strictly=True):
        yield from (said(one, saying) for saying in one.reading.roots(mention))


def _blamed(like: Likeness, telling: _Telling) -> Iterator[Said]:
    """Who lays it to somebody else."""
    if telling.event.status == like.event.status and like.by_another(telling.one, telling.mention):
        yield from (said(telling.one, saying) for saying in telling.one.reading.roots(telling.mention))


def _laid_to_others(told: Sequence[Testimony]) -> Iterator[Said]:
    """Who lays the event itself to somebody else than most texts do, or the first of equals."""
    laid = [(one, mention, doers) for one in told for mention in one.mentions if (doers := _doers(one, mention))]
    if not laid:
        return
    agreeing = [sum(not doers.isdisjoint(others) for _, _, others in laid) for _, _, doers in laid]
    main = laid[max(range(len(laid)), key=lambda at: (agreeing[at], -at))][2]
    for one, mention, doers in laid:
        if main.isdisjoint(doers):
            yield from (said(one, saying) for saying in one.reading.roots(mention))


def _doers(one: Testimony, mention: Mention) -> frozenset[str]:
    return taking_part(one.reading.gist, mention, one.reading.who, DOERS)
