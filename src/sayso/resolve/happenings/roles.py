"""Who takes part in an event of the world: the same actor under the name that most reports give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.event import RoleName
from sayso.model.linked import LinkedRole
from sayso.resolve.actors.story import identities
from sayso.resolve.gist import Gist, Mention, Part, Party
from sayso.resolve.happenings.accounts import Key
from sayso.resolve.happenings.words import stems

_ORDER: tuple[RoleName, ...] = ("actor", "recipient", "mediator", "participant")
_SHARE = 3
"""One in how many of the reports that name the most named must name another beside it."""


@dataclass(slots=True)
class _Filler:
    """One actor in all members: the reports that have it in each role, the names and codes that they give."""

    named: bool
    roles: dict[RoleName, set[str]] = field(default_factory=lambda: defaultdict(set))
    names: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    beside: set[str] = field(default_factory=set)

    @property
    def reports(self) -> set[str]:
        """The reports that have it in any role."""
        return set().union(*self.roles.values())

    @property
    def role(self) -> RoleName:
        """The role that most reports give it."""
        return min(self.roles, key=lambda role: (-len(self.roles[role]), _ORDER.index(role)))

    def linked(self) -> LinkedRole:
        """The role by the most frequent name, the longest of several, and the most frequent code."""
        name = min(self.names, key=lambda name: (-self.names[name], -len(name), name))
        code = min(self.codes, key=lambda code: (-self.codes[code], -len(code), code), default=None)
        return LinkedRole(self.role, name, code)


def linked_roles(members: Sequence[tuple[Gist, Mention]]) -> tuple[LinkedRole, ...]:
    """The roles of the event that the members tell.

    In each role stands the actor whom most reports name, and those whom a third as many name beside it. Who is named in
    another report alone contradicts it and stays out. Where nobody is named the words that most use stand for them.
    """
    known = identities([gist for gist, _ in members])
    fillers: dict[str, _Filler] = {}
    for gist, mention in members:
        _note(gist, mention, known, fillers)
    kept = [fillers[key] for role in _ORDER for key in _kept(role, fillers)]
    return tuple(filler.linked() for filler in kept)


def _note(gist: Gist, mention: Mention, known: Mapping[Key, str], fillers: dict[str, _Filler]) -> None:
    """Add who takes part in one member."""
    parties = {party.id: party for party in gist.parties}
    together: dict[str, RoleName] = {}
    for part in mention.parts:
        party = parties.get(part.party or "")
        key = known.get((gist.id, part.party or "")) or _described(part)
        if key is None:
            continue
        filler = fillers.setdefault(key, _Filler(named=not key.startswith("?")))
        filler.roles[part.role].add(gist.id)
        filler.names[party.name if party and filler.named else _shown(part, party)] += 1
        code = (party.code or party.country) if party else None
        if code:
            filler.codes[code] += 1
        together[key] = part.role
    for key in together:
        fillers[key].beside |= together.keys() - {key}


def _described(part: Part) -> str | None:
    """What an unnamed filler is compared by: the stems of its words; None where they say nothing ("they")."""
    found = stems([part.words])
    return "?" + " ".join(sorted(found)) if found else None


def _shown(part: Part, party: Party | None) -> str:
    return part.words or (party.name if party else "")


def _kept(role: RoleName, fillers: Mapping[str, _Filler]) -> Iterator[str]:
    """The actors of the role, the one that most reports have first."""
    own = [key for key, filler in fillers.items() if filler.role == role]
    ranked = sorted(own, key=lambda key: (not fillers[key].named, -len(fillers[key].reports), key))
    if not ranked:
        return
    first = fillers[ranked[0]]
    yield ranked[0]
    for key in ranked[1:]:
        filler = fillers[key]
        enough = len(filler.reports) * _SHARE >= len(first.reports)
        if filler.named == first.named and enough and ranked[0] in filler.beside:
            yield key
