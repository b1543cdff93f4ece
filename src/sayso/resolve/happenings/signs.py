"""What speaks for and against two events being one: signs, each from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt

from sayso.model.event import RoleName
from sayso.resolve.actors.identity import strangers
from sayso.resolve.happenings.accounts import Account
from sayso.resolve.happenings.apart import gap

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SHORT_DAYS = 7
"""Days of an interval that two events may share by chance if it is longer."""
Sign = tuple[str, float]


def signs(a: Account, b: Account) -> dict[str, float]:
    """The signs that are not 0, by name; the same whichever event comes first."""
    found = [*_trigger(a, b), *_kind(a, b), *_parties(a, b), *_circumstances(a, b)]
    return {name: value for name, value in found if value}


def _trigger(a: Account, b: Account) -> Iterator[Sign]:
    shared = a.stems & b.stems
    yield "same-word", float(bool(shared))
    yield "all-words", len(shared) / max(len(a.stems | b.stems), 1)
    yield "near-word", float(not shared and bool(a.circles & b.circles))


def _kind(a: Account, b: Account) -> Iterator[Sign]:
    yield "same-type", float(a.type == b.type)
    yield "same-mode", float(a.mode is not None and a.mode == b.mode)
    yield "other-mode", float(a.mode is not None and b.mode is not None and a.mode != b.mode)
    yield "other-status", float(a.status != b.status)
    yield "one-historical", float(a.historical != b.historical)


def _parties(a: Account, b: Account) -> Iterator[Sign]:
    if a.type in _MUTUAL and b.type in _MUTUAL:
        yield from _side("actor", _pool(a), _pool(b))
        return
    for role in ("actor", "recipient"):
        yield from _side(role, _one(a, role), _one(b, role))
    yield "recipient-in-sentence", (_named_in(a, b) + _named_in(b, a)) / 2


Side = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""Identities, stems of what they are called by, countries."""


def _one(account: Account, role: RoleName) -> Side:
    none: frozenset[str] = frozenset()
    return tuple(of.get(role, none) for of in (account.named, account.called, account.countries))  # type: ignore[return-value]


def _pool(account: Account) -> Side:
    return tuple(_all(of) for of in (account.named, account.called, account.countries))  # type: ignore[return-value]


def _all(of: Mapping[RoleName, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*of.values())


def _side(role: str, one: Side, other: Side) -> Iterator[Sign]:
    apart = strangers(one[0], other[0])
    shared = not apart and bool(one[0] & other[0] or one[1] & other[1])
    yield f"same-{role}", float(shared)
    yield f"other-{role}", float(apart)
    yield f"same-country-{role}", float(not shared and bool(one[2] & other[2]))
    yield f"other-country-{role}", float(bool(one[2] and other[2]) and not one[2] & other[2])


def _named_in(a: Account, b: Account) -> bool:
    """Whether the sentence of ``b`` has a word for whom ``a`` befell."""
    return bool(a.called.get("recipient", frozenset()) & b.words.keys())


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two weighed bags of words."""
    dot = sum(weight * other[word] for word, weight in sorted(one.items()) if word in other)
    return dot / sqrt(_square(one) * _square(other)) if dot else 0.0


def _square(words: Mapping[str, float]) -> float:
    return sum(weight * weight for _, weight in sorted(words.items()))


def _circumstances(a: Account, b: Account) -> Iterator[Sign]:
    yield "reports", sum(weight * b.terms[term] for term, weight in a.terms.items() if term in b.terms)
    yield "words", _cosine(a.words, b.words)
    if a.days and b.days:
        short = max(a.days[1] - a.days[0], b.days[1] - b.days[0]) < _SHORT_DAYS
        yield "same-day", float(short and gap(a.days, b.days) == 0)
        yield "other-day", float(gap(a.days, b.days) > 0)
    if a.spot and b.spot:
        same = a.spot.name == b.spot.name
        yield "same-place", float(same)
        yield "other-place", float(bool(a.spot.country and b.spot.country) and a.spot.country != b.spot.country)
    tolls = [a.tolls[what] == b.tolls[what] for what in a.tolls.keys() & b.tolls.keys()]
    yield "same-toll", float(any(tolls))
    yield "other-toll", float(bool(tolls) and not any(tolls))
    yield "both-first", float(a.place_in == b.place_in == 0)
    yield "same-report", float(a.key[0] == b.key[0])
