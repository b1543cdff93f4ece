"""Do two reports tell of the same developments? Candidates by their rarest terms and the week, then the cosine."""

from __future__ import annotations

from datetime import date
from math import fsum
from typing import Final

from sayso.resolve.gist import Gist

WINDOW: Final = 7
LEAST_LIKENESS: Final = 0.25
_DATED_KEYS = 22
_UNDATED_KEYS = 12
_DIGITS = 4


def story_keys(gist: Gist) -> tuple[str, ...]:
    """Its weightiest terms with the week, and the next week, and the weightiest of all without: 56 at most.

    Reports up to a week apart share a week; one without a day meets those with one in the keys without.
    """
    terms = [term for term, _ in gist.story.terms]
    if gist.published is None:
        return tuple(f"s{term}?" for term in terms[: _DATED_KEYS + _UNDATED_KEYS])
    week = date.fromisoformat(gist.published).toordinal() // WINDOW
    weekly = (f"s{term}/{number}" for number in (week, week + 1) for term in terms[:_DATED_KEYS])
    return (*weekly, *(f"s{term}!" for term in terms[:_UNDATED_KEYS]))


def compare_stories(a: Gist, b: Gist) -> float | None:
    """The cosine of their terms, less a fourteenth a day between them; None where it is small, or after a week.

    Where one has a day and the other none, they count as a week apart.
    """
    apart = _days_apart(a, b)
    if apart > WINDOW:
        return None
    weights = dict(a.story.terms)
    cosine = fsum(weights[term] * weight for term, weight in b.story.terms if term in weights)
    likeness = min(cosine, 1.0) * (1 - apart / (2 * WINDOW))
    return round(likeness, _DIGITS) if likeness >= LEAST_LIKENESS else None


def _days_apart(a: Gist, b: Gist) -> int:
    if a.published is None or b.published is None:
        return 0 if a.published == b.published else WINDOW
    return abs(date.fromisoformat(a.published).toordinal() - date.fromisoformat(b.published).toordinal())
