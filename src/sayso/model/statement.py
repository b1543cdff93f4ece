"""Statements: source, cue and content (PolNeAR's attribution, Newell et al. 2018), with how firm the source stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span, Spans

Mode = Literal["direct", "mixed", "indirect"]
Stance = Literal[
    "says", "claims", "confirms", "denies", "declines", "asks", "orders", "promises", "threatens", "thinks"
]
Standing = Literal["named", "spokesperson", "unnamed", "collective", "media", "document", "none"]
Grade = Literal["role-institution", "role", "number", "bare"]


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name the speaker, and the actor they stand for.

    >>> Source((Span(0, 12),), "a1").actor
    'a1'
    """

    spans: Spans
    actor: str | None


@dataclass(frozen=True, slots=True)
class Anonymity:
    """How an unnamed source is described: ``reason`` and ``position`` only where the report states them.

    >>> Anonymity("role", None, None, 1).grade
    'role'
    """

    grade: Grade
    reason: Span | None
    position: Span | None
    count: int | None


@dataclass(frozen=True, slots=True)
class AboutStatement:
    """A denial, refusal or comment is about this statement.

    >>> AboutStatement("s1").statement
    's1'
    """

    statement: str


@dataclass(frozen=True, slots=True)
class AboutEvent:
    """A denial, refusal or comment is about this event.

    >>> AboutEvent("e1").event
    'e1'
    """

    event: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. ``source`` is None where the report itself speaks in the passive.

    >>> said = Statement(
    ...     "s1", Source((Span(0, 2),), None), (Span(3, 7),), (Span(8, 20),), "indirect", "says", "none",
    ...     None, None, None, None, None, 0.9,
    ... )
    >>> said.content[0].cut("He said talks failed.")
    'talks failed'
    """

    id: str
    source: Source | None
    cue: Spans
    content: Spans
    mode: Mode
    stance: Stance
    standing: Standing
    anonymity: Anonymity | None
    via: str | None
    about: AboutStatement | AboutEvent | None
    occasion: Span | None
    time: str | None
    confidence: float
