"""What speaks for and against two events being one: signs, each from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.resolve.actors.identity import strangers
from sayso.resolve.happenings.accounts import UNDATED, Account, Side
from sayso.resolve.happenings.apart import gap, same_tolls
from sayso.resolve.happenings.tales import cosine

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SHORT_DAYS = 7
"""Days of an interval that two events may share by chance if it is longer."""
_HEAD = 2
"""Sentences that tell of events and stand first in their report."""
Sign = tuple[str, float]


def signs(a: Account, b: Account) -> dict[str, float]:
    """The signs that are not 0, by name; the same whichever event comes first."""
    found = [*_trigger(a, b), *_kind(a, b), *_parties(a, b), *_dated(a, b), *_circumstances(a, b)]
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


def _dated(a: Account, b: Account) -> Iterator[Sign]:
    """What counts in reports whose days are known, where most of what has no day is another deed of its kind.

    ``best-told``: their sentences are nearer to one another than to any other in which the reports tell of events;
    ``other-news``: both stand at the head of their reports, and these are of different days.
    """
    if UNDATED in (a.order[0], b.order[0]):
        return
    undated = not (a.days and b.days and gap(a.days, b.days) == 0)
    yield "no-day", float(undated)
    yield "no-day-violence", float(undated and a.type == b.type == "ASSAULT")
    yield "other-spot", float(bool(a.spot and b.spot) and a.spot != b.spot)
    yield "other-toll-dated", _other_toll(a, b)
    if a.key[0] != b.key[0]:
        heads = max(a.sentence, b.sentence) < _HEAD
        yield "other-news", float(undated and heads and _days_apart(a.order[0], b.order[0]) > 1)
        yield from _telling(a, b)


def _telling(a: Account, b: Account) -> Iterator[Sign]:
    here = cosine(a.tale.sentences[a.sentence], b.tale.sentences[b.sentence])
    there = max(b.tale.nearest(a.tale, a.sentence, b.sentence), a.tale.nearest(b.tale, b.sentence, a.sentence))
    yield "dated-words", here
    yield "best-told", float(here > 0 and here >= there)
    yield "better-elsewhere", min(1.0, 2 * max(0.0, there - here))


def _days_apart(one: str, other: str) -> int:
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal())


def _circumstances(a: Account, b: Account) -> Iterator[Sign]:
    yield "reports", cosine(a.terms, b.terms)
    yield "words", cosine(a.words, b.words)
    if a.days and b.days:
        short = max(a.days[1] - a.days[0], b.days[1] - b.days[0]) < _SHORT_DAYS
        yield "same-day", float(short and gap(a.days, b.days) == 0)
        yield "other-day", float(gap(a.days, b.days) > 0)
    if a.spot and b.spot:
        same = a.spot.name == b.spot.name
        yield "same-place", float(same)
        yield "other-place", float(bool(a.spot.country and b.spot.country) and a.spot.country != b.spot.country)
    yield "same-toll", float(any(same_tolls(a, b)))
    yield "other-toll", _other_toll(a, b)
    yield "both-first", float(a.place_in == b.place_in == 0)
    yield "same-report", float(a.key[0] == b.key[0])


def _other_toll(a: Account, b: Account) -> float:
    tolls = same_tolls(a, b)
    return float(bool(tolls) and not any(tolls))
