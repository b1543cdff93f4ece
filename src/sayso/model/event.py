"""Events in PLOVER's terms (Open Event Data Alliance, 2021)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span, Spans

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Code = EventType | str
"""A type of PLOVER, or a kind of another codebook (`sayso annotate --profile`)."""
Status = Literal["occurred", "did-not", "planned", "possible", "requested", "conditional"]
RoleName = Literal["actor", "recipient", "mediator", "participant"]
CountOf = Literal["killed", "injured", "captured", "abducted", "crowd"]
Relation = Literal["before", "after", "overlaps"]


@dataclass(frozen=True, slots=True)
class Role:
    """Who takes part, and as what.

    >>> Role("mediator", "a4", (Span(4, 8),)).role
    'mediator'
    """

    role: RoleName
    actor: str | None
    spans: Spans


@dataclass(frozen=True, slots=True)
class Count:
    """A toll or a crowd: ``high`` is None where the words set no upper bound.

    >>> Count("killed", 12, None, Span(0, 11), "s1").low
    12
    """

    what: CountOf
    low: int
    high: int | None
    span: Span
    statement: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """This event stands in ``relation`` to the event ``event`` of the same record.

    >>> Order("before", "e3").event
    'e3'
    """

    relation: Relation
    event: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, every mention of it a span in ``trigger``; ``statements`` are those on whose say-so it stands.

    >>> met = Event(
    ...     "e1", (Span(12, 15),), "CONSULT", None, "occurred", (Role("actor", None, (Span(0, 11),)),),
    ...     None, (), None, (), False, (), ("s1",), (), 0.9,
    ... )
    >>> met.roles[0].spans[0].cut("Two envoys, met in Tarn.")
    'Two envoys,'
    """

    id: str
    trigger: Spans
    type: Code
    mode: str | None
    status: Status
    roles: tuple[Role, ...]
    time: str | None
    times: tuple[str, ...]
    place: str | None
    places: tuple[str, ...]
    historical: bool
    counts: tuple[Count, ...]
    statements: tuple[str, ...]
    order: tuple[Order, ...]
    confidence: float
