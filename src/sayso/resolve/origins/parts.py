"""Parts: who takes part in an event of one report, in marks that are the same in every report."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sayso.model.event import RoleName
from sayso.resolve.gist import Gist, Mention, Part, Party
from sayso.resolve.origins.wording import description

_ORGANS = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
_ARMS = frozenset(
    {"aircraft", "planes", "jets", "warplanes", "helicopters", "drones", "warships", "gunships", "tanks", "artillery"}
)
"""Last words for arms that only a state's forces have, as far as its adjective stands before them."""
_COUNTRY = 3
_STEM = 5
"""Letters that two words for one party share."""
DOERS: frozenset[RoleName] = frozenset({"actor"})
DONE_TO: frozenset[RoleName] = frozenset({"recipient"})
EVERY_ROLE: frozenset[RoleName] = frozenset({"actor", "recipient", "mediator", "participant"})


def taking_part(
    gist: Gist, mention: Mention, who: Mapping[str, str], roles: Collection[RoleName] = EVERY_ROLE
) -> frozenset[str]:
    """The marks of the parties in these roles; ``who`` are the identities of the named parties by their ids.

    To whom it was done is not who is a source of it by the same words: these are taken for the source's alone.
    """
    sources = {saying.words for saying in gist.sayings if saying.id in mention.statements}
    parties = {party.id: party for party in gist.parties}
    taken = (part for part in mention.parts if part.role in roles and _is_part(part, sources))
    found = (parties.get(part.party or "") for part in taken)
    return frozenset(mark for party in found if party for mark in marks(party, who))


def sides(
    gist: Gist, mention: Mention, who: Mapping[str, str], roles: Collection[RoleName]
) -> tuple[frozenset[str], ...]:
    """For each party in these roles what it can be known again by: its marks, and its words where they are several."""
    found = _parties(gist, mention, roles)
    return tuple(frozenset((*marks(party, who), *_described(party))) for party in found)


def called(gist: Gist, mention: Mention, roles: Collection[RoleName]) -> frozenset[str]:
    """The last words, cut to be compared, of those in these roles who are described and not named."""
    found = _parties(gist, mention, roles)
    return frozenset(party.name.split()[-1].casefold()[:_STEM] for party in found if party.standing != "named")


def _parties(gist: Gist, mention: Mention, roles: Collection[RoleName]) -> list[Party]:
    parties = {party.id: party for party in gist.parties}
    return [parties[part.party] for part in mention.parts if part.role in roles and part.party in parties]


def _described(party: Party) -> tuple[str, ...]:
    words = description(party.name)
    return (f"words:{words}",) if " " in words else ()


def _is_part(part: Part, sources: Collection[str]) -> bool:
    return part.role == "actor" or not any(words in part.words for words in sources if words)


def marks(party: Party, who: Mapping[str, str]) -> Iterator[str]:
    """The party's identity, and the state whose organ it is.

    A state, its government and its forces answer for each other. Nobody else does by being of the same country.

    >>> fleet = Party("a1", "Velian fleet", ("Velian fleet",), "institution", "unnamed", "VEL", "VELMIL")
    >>> tuple(marks(fleet, {}))
    ('office:VEL',)
    """
    if party.id in who:
        yield who[party.id]
    sector = (party.code or "").removeprefix(party.country or "")
    organ = party.kind == "state" or sector in _ORGANS or party.name.split(" ")[-1].casefold() in _ARMS
    if party.country and len(party.country) == _COUNTRY and organ:
        yield f"office:{party.country}"
