"""Claims: the tolls and days that reports give for one event, and who gives others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.linked import DisputeKind
from sayso.resolve.gist import Mention, Saying, Toll
from sayso.resolve.origins.testimony import Testimony
from sayso.resolve.origins.voices import Voice

_LONGEST = 31
"""Days of a period that is still taken for when it happened."""
_OPEN = 10**9


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in which somebody speaks of the event; ``day`` is when it was said, else printed."""

    report: str
    statement: str
    voice: Voice
    day: str

    @property
    def who(self) -> str:
        """The same string for the same named speaker everywhere; for anybody else one of the report's own."""
        return self.voice.keys[0] if self.voice.keys else f"{self.report}\0{self.voice.id}"


@dataclass(frozen=True, slots=True)
class Claim:
    """A value from ``low`` to ``high`` for a field of the event; ``said`` is None where the report itself gives it."""

    field: str
    low: int
    high: int
    report: str
    day: str
    said: Said | None

    def against(self, other: Claim) -> bool:
        """Whether both cannot be."""
        return self.low > other.high or other.low > self.high


def said(one: Testimony, saying: Saying) -> Said:
    """The statement, with who speaks in it."""
    gist = one.reading.gist
    return Said(gist.id, saying.id, one.reading.voice(saying), saying.begin or gist.published or "")


def contested(told: Sequence[Testimony]) -> Iterator[tuple[DisputeKind, Said]]:
    """Who gives another toll or day than most texts do, or than he gave before."""
    claims: dict[str, list[Claim]] = {}
    for one in told:
        for claim in (*_tolls(one), *_days(one)):
            claims.setdefault(claim.field, []).append(claim)
    for field in sorted(claims):
        kind: DisputeKind = "date" if field == "date" else "toll"
        yield from _against(kind, claims[field])


def _against(kind: DisputeKind, claims: Sequence[Claim]) -> Iterator[tuple[DisputeKind, Said]]:
    """The claims against the one that most texts agree with, the first of equals; and changes of a former one.

    A claim without an upper bound, with which nearly all agree, is it only where all are such.
    """
    firm = [claim for claim in claims if claim.high < _OPEN] or claims
    main = min(firm, key=lambda claim: (-_agreeing(claim, claims), claim.day or "9999", claim.report, claim.low))
    for claim in claims:
        if claim.said is None:
            continue
        if any(_changed(former, claim) for former in claims):
            yield "account", claim.said
        elif claim.against(main) and not any(_changed(claim, later) for later in claims):
            yield kind, claim.said


def _changed(former: Claim, claim: Claim) -> bool:
    """Whether one named speaker said the first on an earlier day than the other."""
    if former.said is None or claim.said is None or not claim.said.voice.keys:
        return False
    return former.said.who == claim.said.who and former.said.day < claim.said.day and claim.against(former)


def _agreeing(claim: Claim, claims: Sequence[Claim]) -> int:
    return len({other.report for other in claims if not claim.against(other)})


def _tolls(one: Testimony) -> list[Claim]:
    """The tolls of the text's event with the largest one: those of its other events are of a part of it.

    Of several that one voice gives, too, the largest.
    """
    found: dict[str, list[Claim]] = {}
    for mention in one.mentions:
        given: dict[str, list[Claim]] = {}
        for toll in mention.tolls:
            given.setdefault(toll.what, []).append(_toll(one, mention, toll))
        for what, claims in given.items():
            found[what] = max(found.get(what, []), claims, key=lambda all: max(map(_size, all), default=(0, 0)))
    largest: dict[tuple[str, str], Claim] = {}
    for claim in (claim for what in sorted(found) for claim in found[what]):
        key = claim.field, claim.said.who if claim.said else ""
        largest[key] = max(largest.get(key, claim), claim, key=_size)
    return list(largest.values())


def _size(claim: Claim) -> tuple[int, int]:
    return claim.low, claim.high


def _toll(one: Testimony, mention: Mention, toll: Toll) -> Claim:
    gist, saying = one.reading.gist, _counting(one, mention, toll)
    low, high = (toll.low, toll.high) if toll.high is not None else (toll.low - 1, _OPEN)
    return Claim(toll.what, low, high, gist.id, gist.published or "", said(one, saying) if saying else None)


def _counting(one: Testimony, mention: Mention, toll: Toll) -> Saying | None:
    """Whose count it is: who is said to count, else whose words have the number, else the only one who tells of it."""
    roots = one.reading.roots(mention)
    named = [saying for saying in roots if saying.id == toll.statement]
    telling = [saying for saying in roots if str(toll.low) in saying.content]
    return next((few[0] for few in (named, telling, roots) if len(few) == 1), None)


def _days(one: Testimony) -> list[Claim]:
    """The days of the text's events, with one more each: a night, and hours between two places, are no dispute.

    None where its events are of different days: then they are not one, or not all of the days are theirs.
    """
    found = [claim for mention in one.mentions for claim in _day(one, mention)]
    apart = any(claim.against(other) for claim in found for other in found)
    return [] if apart else found


def _day(one: Testimony, mention: Mention) -> Iterator[Claim]:
    if mention.begin is None or mention.end is None or _ambiguous(one, mention):
        return
    low, high = date.fromisoformat(mention.begin).toordinal(), date.fromisoformat(mention.end).toordinal()
    if high - low < _LONGEST:
        gist, roots = one.reading.gist, one.reading.roots(mention)
        saying = said(one, roots[0]) if roots else None
        yield Claim("date", low, high + 1, gist.id, gist.published or "", saying)


def _ambiguous(one: Testimony, mention: Mention) -> bool:
    """Whether another event of its sentence has the same day, which may be that one's alone: "after Friday's raid"."""
    others = (other for other in one.reading.gist.mentions if other.id != mention.id and other.words == mention.words)
    return any((other.begin, other.end) == (mention.begin, mention.end) for other in others)
