"""A statement before its stance, mode and standing are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from sayso.marks import Phrase
from sayso.model.statement import Stance

Run = tuple[int, int]
LAID_OUT = frozenset({"colon", "turn"})
"""Patterns in which a colon stands for the verb: of a headline, and of a turn in a transcript."""


@dataclass(slots=True)
class Draft:
    """Who may have said what: ``anchor`` is the cue's head token, ``pattern`` how its content hangs on it.

    ``strength`` is how likely it is an attribution, in log-odds until the circumstances are weighed and a share after.
    ``also`` are further mentions of the source, beside it in the text.
    """

    anchor: int
    source: Phrase | None
    cue: list[Phrase]
    content: list[Run]
    pattern: str
    strength: float
    stance: Stance = "says"
    when: str | None = None
    also: list[Phrase] = field(default_factory=list)


def subtree(token: Token) -> Run:
    """The token run from the left to the right edge of what hangs on ``token``."""
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(doc: Doc, run: Run) -> Run:
    """The run without space, commas, full stops and conjunctions left over at its ends; quotation marks stay."""
    start, end = run
    while start < end and (doc[start].is_space or doc[start].text in _EDGE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE or doc[end - 1].dep_ == "cc"):
        end -= 1
    return start, end


_EDGE = frozenset({",", ".", ";", ":", "-", "--", "–", "—"})
