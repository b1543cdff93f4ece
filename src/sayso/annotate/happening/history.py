"""Background: what happened well before the news that the report brings."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Token

from sayso.model import Time

_LONG_AGO = timedelta(days=365)
_PAST = frozenset({"past", "history", "1960s", "1970s", "1980s", "1990s"})
_FORMERLY = frozenset({"historically", "formerly"})


def is_historical(verb: Token, time: Time | None, published: str | None) -> bool:
    """Whether the happening is told as background: a year or more before publication, or "in the past"."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in _FORMERLY:
            return True
        if child.dep_ == "prep" and child.lower_ == "in" and any(noun.lower_ in _PAST for noun in child.children):
            return True
    if time is None or time.end is None or published is None:
        return False
    return date.fromisoformat(published) - date.fromisoformat(time.end) >= _LONG_AGO
