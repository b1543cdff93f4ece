"""Voices: who stands at the end of each sourcing chain in one report, and through whom it is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sayso.model.event import Status
from sayso.model.linked import OriginKind
from sayso.model.statement import Stance
from sayso.resolve.gist import Gist, Mention, Party, Saying
from sayso.resolve.origins.outlets import (
    best_name,
    is_known,
    name_within,
    outlet_key,
    outlet_name,
    outlet_of,
    party_outlet,
)
from sayso.resolve.origins.wording import bare_body, description, mid_sentence, speaks_for

_VOUCHES: frozenset[Stance] = frozenset({"says", "claims", "confirms", "thinks", "promises", "threatens", "orders"})
ANONYMOUS: frozenset[OriginKind] = frozenset({"unnamed", "collective", "document", "media"})
"""Kinds of source that are not told from others by a name."""
_ITS_REPORT = re.compile(
    r"the (?:report|article|story|account|dispatch|(?:news)?paper|(?:news )?agency|broadcaster|network|magazine)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "one", "others", "some"})
_FACELESS = frozenset({"i", "me", "my", "we", "us", "our", "you", "your", "this", "that", "these", "those", "them"})
"""Words that stand for no source of their own: who tells it speaks for himself, or to somebody, or of something."""
_BODIES = frozenset(
    {"agency", "body", "charity", "group", "monitor", "network", "ngo", "organisation", "organization", "watchdog"}
)


class Link(NamedTuple):
    """Through whom something is told: what that voice is compared by, and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it in one report, at the end of the chain.

    ``id`` is the party's where there is one, else the statement's. ``keys`` are what makes it the same voice in other
    reports, empty for one that is not named; ``words`` its description to be compared. ``via`` are those through whom
    it is told, the nearest first: the outlet that it was told to is one. ``leans`` are the outlets that the report
    cites for what this voice tells, where no chain says whose source it is. ``outlet`` is the key of its own.
    ``address`` is the same for the versions of one report, "" for any other.
    """

    report: str
    id: str
    kind: OriginKind
    name: str
    keys: tuple[str, ...]
    words: str
    via: tuple[Link, ...]
    leans: tuple[Link, ...]
    outlet: str | None
    address: str = ""

    @property
    def cites(self) -> str | None:
        """The key of the other outlet whose word this is, with nobody behind it."""
        key = self.keys[0] if self.kind == "media" and self.keys else None
        return key if key != self.outlet else None

    @property
    def heard(self) -> Link | None:
        """Through whom it is told, as far as the report lets one see."""
        if self.via:
            return self.via[0]
        return self.leans[0] if len(self.leans) == 1 else None


class Reading:
    """The sayings of one report, followed.

    ``who`` gives the identity of its named parties by their ids; ``outlets`` are the keys of those that are outlets,
    known from elsewhere, under whatever kind the report's words put them. ``address`` as in `Voice`.
    """

    def __init__(self, gist: Gist, who: Mapping[str, str], outlets: Collection[str] = (), address: str = "") -> None:
        self.gist, self.address = gist, address
        self.who = who
        self.outlet = outlet_of(gist.outlet, gist.url)
        self._outlets = {*outlets, self.outlet}
        self._sayings = {saying.id: saying for saying in gist.sayings}
        self._parties = {party.id: party for party in gist.parties}

    def voices(self, mentions: Sequence[Mention]) -> tuple[Voice, ...]:
        """Everybody on whose word the report has the event of these mentions, each once; with nobody's, the outlet.

        Who only comments on the event is nobody: then the report takes it for granted itself.
        """
        found: dict[tuple[str, str], Voice] = {}
        for saying in (saying for mention in mentions for saying in self.roots(mention)):
            voice = self.voice(saying)
            key = ("", voice.words) if voice.kind == "collective" else (voice.id, "")
            if key not in found or _nearness(voice) < _nearness(found[key]):
                found[key] = voice
        if not any(map(self._is_attributed, mentions)) and any(map(_asserted, mentions)):
            return self._own()
        return self._counted([found[key] for key in sorted(found)])

    def _counted(self, voices: Sequence[Voice]) -> tuple[Voice, ...]:
        """Those that are nobody else's for sure: not "he" beside others, nor a group beside a named organisation."""
        doubled = self._named_body(voices)
        told = tuple(voice for voice in voices if not (doubled and _is_any_body(voice)))
        return tuple(voice for voice in told if voice.words not in _PRONOUNS) or told

    def _named_body(self, voices: Iterable[Voice]) -> bool:
        """Whether an organisation is heard by name: one that is only described may be the same, and is not counted."""
        parties = (self._parties.get(voice.id) for voice in voices if voice.kind == "named")
        return any(party and party.kind == "organisation" and party.standing == "named" for party in parties)

    def roots(self, mention: Mention) -> tuple[Saying, ...]:
        """The sayings in which the chains of the mention end: they have a speaker who vouches for it."""
        spoken = [saying for saying in self._told(mention) if self._speaks(saying)]
        outer = {link.id for saying in spoken for link in self._outwards(saying)}
        return tuple(saying for saying in spoken if saying.id not in outer and self._vouched(saying, mention.status))

    def _is_attributed(self, mention: Mention) -> bool:
        """Whether somebody tells of it, or is asked of it and does not say: then it is not the report's own word."""
        asked = (self._sayings.get(id) for id in mention.statements)
        return bool(self._told(mention)) or any(saying and saying.stance == "declines" for saying in asked)

    def _told(self, mention: Mention) -> list[Saying]:
        """The sayings that tell of the mention, whoever speaks, and do not only comment on it."""
        ids = (id for id in mention.statements if id not in mention.comments)
        return [saying for id in ids if (saying := self._sayings.get(id)) and not self._is_faceless(saying)]

    def voice(self, saying: Saying) -> Voice:
        """Who speaks in the saying."""
        party = self._parties.get(saying.speaker or "")
        kind, name = self._named(saying, party)
        keys = self._keys(party, kind)
        via = self._via(saying, keys)
        return Voice(
            report=self.gist.id,
            id=party.id if party else saying.id,
            kind=kind,
            name=name,
            keys=keys,
            words=description(name),
            via=via,
            leans=() if via or kind not in ANONYMOUS or self._told_here(saying) else self._leans(saying, party),
            outlet=self.outlet,
            address=self.address,
        )

    def _via(self, saying: Saying, keys: tuple[str, ...]) -> tuple[Link, ...]:
        links = [self._link(link) for link in self._outwards(saying) if self._speaks(link)]
        hidden = saying.standing in ("unnamed", "collective")  # speaks to outlets: others are told in public
        if not links and saying.told and (hidden or self._is_outlet(saying.told)):
            links = [Link(outlet_key(saying.told), best_name(saying.told))]
        return tuple(link for link in links if link.key not in (self.outlet, *keys))

    def _told_here(self, saying: Saying) -> bool:
        return saying.told is not None and outlet_key(saying.told) == self.outlet

    def _is_outlet(self, name: str) -> bool:
        key = outlet_key(name)
        named = (party for party in self.gist.parties if party.kind == "media" and party.standing == "named")
        return is_known(name) or key in self._outlets or any(party_outlet(party) == key for party in named)

    def _own(self) -> tuple[Voice, ...]:
        """The report's own word: that of the agency whose text it says to carry, else its outlet's."""
        name = outlet_name(self.gist.outlet, self.gist.url)
        if len(self.gist.copy.agencies) == 1:
            name = best_name(self.gist.copy.agencies[0])
        if name is None:
            return ()
        return (Voice(self.gist.id, "", "media", name, (outlet_key(name),), "", (), (), self.outlet),)

    def _vouched(self, saying: Saying, status: Status) -> bool:
        """Whether the speaker, and everybody who tells of it, stands to it."""
        return _vouches(saying, status) and all(link.stance in _VOUCHES for link in self._outwards(saying))

    def _outwards(self, saying: Saying) -> tuple[Saying, ...]:
        """The sayings in which it is reported, the nearest first; it ends where ids would go round."""
        found, seen = [], {saying.id}
        while (outer := self._sayings.get(saying.via or "")) is not None and outer.id not in seen:
            found.append(outer)
            seen.add(outer.id)
            saying = outer
        return tuple(found)

    def _speaks(self, saying: Saying) -> bool:
        return saying.standing != "none" and bool(saying.words or saying.speaker) and not self._is_faceless(saying)

    def _is_faceless(self, saying: Saying) -> bool:
        party = self._parties.get(saying.speaker or "")
        return (party.name if party else saying.words).casefold() in _FACELESS

    def _named(self, saying: Saying, party: Party | None) -> tuple[OriginKind, str]:
        """The kind and the name, never less anonymous than the words."""
        kind: OriginKind = "unnamed" if saying.standing == "none" else saying.standing
        if party is None or (kind in ("unnamed", "collective") and party.standing == "named"):
            return kind, mid_sentence(saying.words)
        if kind == "named" and party.standing == "named" and self._is_outlet(party.name):
            kind = "media"
        if kind == "media" and party.standing == "named":
            return kind, best_name(party.name)
        if kind in ("document", "media") and (outlet := self._meant(party)):
            return "media", outlet.name
        if kind == "media" and (name := name_within(party.name)) and is_known(name):
            return kind, best_name(name)
        if kind == "named" and party.standing != "named" and not _is_known(party):
            kind = "collective"
        return kind, mid_sentence(party.name)

    def _keys(self, party: Party | None, kind: OriginKind) -> tuple[str, ...]:
        if party is None or kind in ("unnamed", "collective"):
            return ()
        if kind == "media":
            return (party_outlet(party),) if party.standing == "named" else self._meant_keys(party)
        known = (self.who.get(party.id), bare_body(party), speaks_for(party, self.gist.parties, self.who))
        return tuple(key for key in known if key)

    def _meant(self, party: Party) -> Link | None:
        """The outlet that "the report" or "the paper" stands for: the only one that the report cites."""
        if party.standing == "named" or not _ITS_REPORT.fullmatch(party.name):
            return None
        return self._only_cited

    def _meant_keys(self, party: Party) -> tuple[str, ...]:
        outlet, name = self._meant(party), name_within(party.name)
        return (outlet.key,) if outlet else (outlet_key(name),) if name else ()

    @cached_property
    def _only_cited(self) -> Link | None:
        speakers = {saying.speaker for saying in self.gist.sayings}
        named = (party for party in self.gist.parties if party.id in speakers and party.standing == "named")
        cited = {
            Link(party_outlet(party), best_name(party.name))
            for party in named
            if party.kind == "media" or self._is_outlet(party.name)
        }
        others = [link for link in sorted(cited) if link.key != self.outlet]
        return others[0] if len(others) == 1 else None

    def _link(self, saying: Saying) -> Link:
        """A voice in a chain: an outlet by its key, a named voice by its first, anybody else within the report only."""
        party = self._parties.get(saying.speaker or "")
        kind, name = self._named(saying, party)
        keys = self._keys(party, kind)
        return Link(keys[0] if keys else f"{self.gist.id}\0{party.id if party else saying.id}", name)

    def _leans(self, saying: Saying, party: Party | None) -> tuple[Link, ...]:
        """The outlets cited for an event for which the speaker is heard as well; none for who confirms."""
        ours = self._said_by.get(party.id, (saying,)) if party else (saying,)
        if any(said.stance == "confirms" for said in ours):
            return ()
        ids = {said.id for said in ours}
        told = (mention for mention in self.gist.mentions if ids & set(mention.statements))
        return tuple(sorted({link for mention in told for link in self._cited(mention.statements)}))

    def _cited(self, ids: Iterable[str]) -> Iterator[Link]:
        for saying in filter(None, map(self._sayings.get, ids)):
            party = self._parties.get(saying.speaker or "")
            if party is not None and self._named(saying, party)[0] == "media" and party.standing == "named":
                link = self._link(saying)
                if link.key != self.outlet:
                    yield link

    @cached_property
    def _said_by(self) -> dict[str, tuple[Saying, ...]]:
        found: dict[str, tuple[Saying, ...]] = {}
        for saying in self.gist.sayings:
            if saying.speaker:
                found[saying.speaker] = (*found.get(saying.speaker, ()), saying)
        return found


def _is_known(party: Party) -> bool:
    """Whether a body that is described and not named is known all the same: "the army", "the Velian opposition"."""
    return party.kind in ("person", "state", "institution") or any(
        word[:1].isupper() for word in party.name.split()[1:]
    )


def _is_any_body(voice: Voice) -> bool:
    return voice.kind in ("collective", "unnamed") and voice.words.split(" ")[-1] in _BODIES


def _asserted(mention: Mention) -> bool:
    """Background and what may be are nobody's testimony."""
    return not mention.historical and mention.status not in ("possible", "conditional", "requested")


def _vouches(saying: Saying, status: Status) -> bool:
    if saying.stance == "denies":
        return status == "did-not"
    return saying.stance in _VOUCHES or (saying.stance == "asks" and status == "requested")


def _nearness(voice: Voice) -> tuple[int, tuple[Link, ...], int, str]:
    return len(voice.via), voice.via, len(voice.id), voice.id
