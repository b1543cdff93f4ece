"""Actors: who a report speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Spans

ActorKind = Literal[
    "state", "institution", "armed-group", "party", "organisation", "media", "company", "person", "people"
]
ActorStanding = Literal["named", "unnamed", "collective"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body or class of persons, through all its mentions in a report.

    ``country`` is ISO 3166-1 alpha-3 or one of PLOVER's non-state slots, ``sectors`` PLOVER sector codes, ``code``
    country and first sector joined; ``rule`` names what gave the code. Unknown stays None.

    >>> actor = Actor(
    ...     "a1", "the Orsk Front", "armed-group", "named", None, ("REB",), None, None, (), "role-word", 0.6
    ... )
    >>> actor.code is None
    True
    """

    id: str
    name: str
    kind: ActorKind
    standing: ActorStanding
    country: str | None
    sectors: tuple[str, ...]
    code: str | None
    wikidata: str | None
    mentions: Spans
    rule: str | None
    confidence: float
