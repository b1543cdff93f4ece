"""Parts: who takes part in an event of one report, in marks that are the same in every report."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sayso.model.event import RoleName
from sayso.resolve.gist import Gist, Mention, Party

_ORGANS = frozenset({"", "GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
_COUNTRY = 3
DOERS: frozenset[RoleName] = frozenset({"actor"})
DONE_TO: frozenset[RoleName] = frozenset({"recipient"})
EVERY_ROLE: frozenset[RoleName] = frozenset({"actor", "recipient", "mediator", "participant"})


def taking_part(
    gist: Gist, mention: Mention, who: Mapping[str, str], roles: Collection[RoleName] = EVERY_ROLE
) -> frozenset[str]:
    """The marks of the parties in these roles; ``who`` are the identities of the named parties by their ids."""
    parties = {party.id: party for party in gist.parties}
    found = (parties.get(part.party or "") for part in mention.parts if part.role in roles)
    return frozenset(mark for party in found if party for mark in marks(party, who))


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
    if party.code and party.country and len(party.country) == _COUNTRY and sector in _ORGANS:
        yield f"office:{party.country}"
