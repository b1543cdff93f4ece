"""What a person decided; it binds, and outlives every new run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two events are one: each is the id of a report and of an event in it, the smaller first.

    A catalogue keeps, in the place of an event's id, where its first words stand in the report ("12-15").

    >>> Judgement(("r1", "e1"), ("r2", "e4"), False).same
    False
    """

    first: tuple[str, str]
    second: tuple[str, str]
    same: bool
