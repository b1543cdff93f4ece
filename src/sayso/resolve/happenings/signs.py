"""What speaks for and against two events being one: signs, each from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.resolve.actors.identity import strangers
from sayso.resolve.happenings.accounts import Account, Side
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
        yield from _side("actor", a.everybody, b.everybody)
        return
    if a.sides and b.sides:
        yield from _side("actor", a.side("actor"), b.side("actor"))
        yield from _side("recipient", a.side("recipient"), b.side("recipient"))
    yield "recipient-in-sentence", (_told_in(a, b) + _told_in(b, a)) / 2


def _side(role: str, one: Side, other: Side) -> Iterator[Sign]:
    apart = strangers(one.named, other.named)
    shared = not apart and not (one.named.isdisjoint(other.named) and one.called.isdisjoint(other.called))
    yield f"same-{role}", float(shared)
    yield f"other-{role}", float(apart)
    if one.countries and other.countries:
        compatriots = not one.countries.isdisjoint(other.countries)
        yield f"same-country-{role}", float(compatriots and not shared)
        yield f"other-country-{role}", float(not compatriots)


def _told_in(a: Account, b: Account) -> bool:
    """Whether the sentence of ``b`` has a word for whom ``a`` befell."""
    return not a.side("recipient").called.isdisjoint(b.words)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two weighed bags of words, each of length one and in alphabetical order."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return sum([weight * long[word] for word, weight in short.items() if word in long])


def _circumstances(a: Account, b: Account) -> Iterator[Sign]:
    yield "reports", _cosine(a.terms, b.terms)
    yield "words", _cosine(a.words, b.words)
    if a.days and b.days:
        short = max(a.days[1] - a.days[0], b.days[1] - b.days[0]) < _SHORT_DAYS
        yield "same-day", float(short and gap(a.days, b.days) == 0)
        yield "other-day", float(gap(a.days, b.days) > 0)
    if a.spot and b.spot:
        same = a.spot.name == b.spot.name
        yield "same-place", float(same)
        yield "other-place", float(bool(a.spot.country and b.spot.country) and a.spot.country != b.spot.country)
    if a.tolls and b.tolls:
        tolls = [a.tolls[what] == b.tolls[what] for what in a.tolls.keys() & b.tolls.keys()]
        yield "same-toll", float(any(tolls))
        yield "other-toll", float(bool(tolls) and not any(tolls))
    yield "both-first", float(a.place_in == b.place_in == 0)
    yield "same-report", float(a.key[0] == b.key[0])
