"""Handles: what statements and events are called on the page, in its element ids and to its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.model import Findings


class Handle(NamedTuple):
    """``element`` is an element id of the page, ``label`` what a reader sees: a number, or letters for an event."""

    element: str
    label: str


@dataclass(frozen=True, slots=True)
class Handles:
    """The handles by the ids of the record. No id of the record itself reaches the page: those are data."""

    statements: dict[str, Handle]
    events: dict[str, Handle]

    @classmethod
    def of(cls, findings: Findings) -> Handles:
        """Numbers for statements and letters for events, in the order of the record."""
        return cls(
            {found.id: Handle(f"s{n}", str(n)) for n, found in enumerate(findings.statements, 1)},
            {found.id: Handle(f"e{n}", letters(n)) for n, found in enumerate(findings.events, 1)},
        )


def letters(number: int) -> str:
    """Letters that count as numbers do.

    >>> letters(2), letters(27)
    ('b', 'aa')
    """
    found = ""
    while number:
        number, last = divmod(number - 1, 26)
        found = chr(ord("a") + last) + found
    return found
