"""The directory: who is known by name, those of a workspace first, then those that sayso comes with."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.knowledge.contested import Contested
from sayso.knowledge.known import as_of, kind_of, known_body, known_leader, known_person
from sayso.knowledge.names import name_key
from sayso.model.known import Known, KnownActor

_LEAST_NAMES = 2  # words that name a person: a surname alone is no one


class Directory:
    """Look-ups by name; each takes microseconds.

    >>> from sayso.model import KnownActor, Term
    >>> group = KnownActor(("Orsk Front", "OF"), "armed-group", (Term("AFG", ("REB",)),))
    >>> Directory([group]).body("the Orsk Front").country
    'AFG'
    >>> Directory().body("Pentagon").sectors
    ('MIL',)
    """

    def __init__(self, actors: Iterable[KnownActor] = (), contested: Contested | None = None) -> None:
        self._contested = contested or Contested()
        self._bodies: dict[str, KnownActor] = {}
        self._persons: dict[str, KnownActor] = {}
        self._roles: dict[str, tuple[str, ...]] = {}
        for actor in actors:
            if actor.role:
                sectors = actor.terms[0].sectors if actor.terms else ()
                self._roles |= {name_key(name).replace(" ", "_"): sectors for name in actor.names}
            else:
                table = self._persons if actor.kind == "person" else self._bodies
                table |= {name_key(name): actor for name in actor.names if name_key(name) not in table}

    def body(self, name: str) -> Known | None:
        """The body, group or outlet of that name; None for an unknown one and for persons."""
        actor = self._bodies.get(name_key(name))
        if actor is None or not actor.terms:
            return known_body(name) if actor is None else Known(None, (), actor.kind)
        first = actor.terms[0]
        return Known(first.country, first.sectors, actor.kind or kind_of(first))

    def person(self, name: str, day: str | None) -> Known | None:
        """The person of that full name as of ``day`` (ISO 8601); without an office on that day, only the country."""
        key = name_key(name)
        if key.count(" ") + 1 < _LEAST_NAMES:
            return None
        actor = self._persons.get(key)
        if actor is None:
            return known_person(name, day)
        return as_of(actor.terms, day) or Known(None, (), "person")

    def leader(self, surname: str, day: str | None) -> Known | None:
        """The head of state or government of that surname on ``day``; nobody whose surname a known person shares."""
        key = name_key(surname)
        if " " in key or any(name.endswith(f" {key}") for name in self._persons):
            return None
        return known_leader(surname, day)

    def best_name(self, name: str) -> str | None:
        """The best name of the workspace's own actor that has the name: two of its names are one actor."""
        key = name_key(name)
        actor = self._bodies.get(key) or self._persons.get(key)
        return actor.name if actor else None

    def state(self, code: str) -> Known:
        """What the state with that code of states.toml is coded as."""
        found = self._contested.code_of(code)
        return Known(found.country, found.sectors, "state")

    def sectors(self, word: str) -> tuple[str, ...]:
        """The sectors that the workspace's dictionaries give to a role word (lower case, compounds joined by `_`)."""
        return self._roles.get(word, ())
