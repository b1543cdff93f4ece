"""Do two reports tell of the same developments? Candidates by their rarest terms and the week, then the cosine."""

from __future__ import annotations

from datetime import date
from math import fsum
from typing import Final

from sayso.resolve.gist import Gist

WINDOW: Final = 7
LEAST_LIKENESS: Final = 0.1
_DATED_KEYS = 22
_UNDATED_KEYS = 12
_DIGITS = 4


def story_keys(gist: Gist) -> tuple[str, ...]:
    """Its weightiest terms with the week, and the next week, and the weightiest of all without: 56 at most.

    Reports up to a week apart share a week; one without a day meets those with one in the keys without.
    """
    terms = [term for term, _ in gist.story.terms]
    if gist.published is None:
        return tuple(f"s{term}" for term in terms[: _DATED_KEYS + _UNDATED_KEYS])
    week = date.fromisoformat(gist.published).toordinal() // WINDOW
    weekly = (f"s{term}/{number}" for number in (week, week + 1) for term in terms[:_DATED_KEYS])
    return (*weekly, *(f"s{term}" for term in terms[:_UNDATED_KEYS]))


def compare_stories(a: Gist, b: Gist) -> float | None:
    """The cosine of their terms; None where it is small, or where they were published more than a week apart."""
    if a.published and b.published:
        apart = date.fromisoformat(a.published).toordinal() - date.fromisoformat(b.published).toordinal()
        if abs(apart) > WINDOW:
            return None
    weights = dict(a.story.terms)
    cosine = fsum(weights[term] * weight for term, weight in b.story.terms if term in weights)
    return round(min(cosine, 1.0), _DIGITS) if cosine >= LEAST_LIKENESS else None
