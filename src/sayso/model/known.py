"""Known actors: who is who outside any report, with names, kind and what each was when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.model.actor import ActorKind
from sayso.model.ids import digest

OwnOrigin = Literal["own"]
OWN: OwnOrigin = "own"
"""The origin of what a person entered or decided, in place of the name of a file."""


@dataclass(frozen=True, slots=True)
class Term:
    """What an actor was from day ``begin`` to day ``end`` (ISO 8601, both included; None: open, or never dated).

    ``country`` is ISO 3166-1 alpha-3 or one of PLOVER's non-state slots, ``sectors`` PLOVER sector codes.

    >>> Term("AFG", ("GOV",), "2010-01-02", None).code
    'AFGGOV'
    """

    country: str | None
    sectors: tuple[str, ...]
    begin: str | None = None
    end: str | None = None

    @property
    def code(self) -> str | None:
        """Country and first sector joined; None without a country."""
        return None if self.country is None else self.country + "".join(self.sectors[:1])

    @property
    def dated(self) -> bool:
        """Whether it says when."""
        return self.begin is not None or self.end is not None

    def holds(self, day: str) -> bool:
        """Whether ``day`` (ISO 8601) lies in it."""
        return (self.begin is None or self.begin <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One person, body, group or class of persons that is known by name.

    ``names`` are all its names, the best first; ``kind`` None where its origin does not tell it; ``role`` says that the
    names are words for those who bear a role ("farmer"), and no proper names; ``terms`` what it was when; ``wikidata``
    its Wikidata id; ``origin`` the name of the file it came from, else "own"; ``number`` that of the workspace, 0
    before it is kept there.

    >>> KnownActor(("Orsk Front", "OF"), "armed-group", (Term(None, ("REB",)),), origin="own").name
    'Orsk Front'
    """

    names: tuple[str, ...]
    kind: ActorKind | None
    terms: tuple[Term, ...] = ()
    wikidata: str | None = None
    origin: str = OWN
    role: bool = False
    number: int = 0

    @property
    def name(self) -> str:
        """Its best name."""
        return self.names[0]

    @property
    def hash(self) -> str:
        """A hash over all but the number."""
        terms = (part or "" for term in self.terms for part in (term.country, *term.sectors, term.begin, term.end, "/"))
        told = (self.kind or "", str(self.role), self.wikidata or "", self.origin)
        return digest(*self.names, "/", *terms, *told)


class Known(NamedTuple):
    """What a name is known for on one day: country (or non-state slot) and sectors, and its kind where that is told."""

    country: str | None
    sectors: tuple[str, ...]
    kind: ActorKind | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A line of a file of actors that could not be read: its number, counted from 1, and the reason in one line.

    >>> Unread(7, "no such sector: GVO").line
    7
    """

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that reports bear often and that nobody knows: in how many ``reports``, and some of the ``contexts``.

    >>> Candidate("Orsk Front", "armed-group", 3, ("…the Orsk Front said…",)).reports
    3
    """

    name: str
    kind: ActorKind
    reports: int
    contexts: tuple[str, ...]
