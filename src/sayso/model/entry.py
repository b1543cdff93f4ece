"""Entries: what the store lists of a report, a statement, an event, in words that need no look-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["new", "known", "replaced"]
HitPlace = Literal["reports", "statements"]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One report of the store. ``number`` counts from 1 in the order of reading, ``path`` is where it was read from;
    ``headline`` is its title or headline, else its first words; ``statements`` and ``events`` are counts.

    >>> ReportEntry(1, "r1", "a.txt", None, None, "en", "Talks failed", 2, 1).path
    'a.txt'
    """

    number: int
    id: str
    path: str
    published: str | None
    outlet: str | None
    language: str | None
    headline: str
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a report that came through: its entry, and whether the store knew it before.

    >>> Receipt("new", ReportEntry(1, "r1", "a.txt", None, None, "en", "Talks failed", 2, 1)).verdict
    'new'
    """

    verdict: Verdict
    entry: ReportEntry


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One statement of report number ``report``; ``via`` names the speakers it is reported by, the nearest first.

    ``said_from`` and ``said_to`` are the first and last ISO day on which it can have been said.

    >>> from sayso import MemoryStore
    >>> [entry.speaker for entry in MemoryStore().view().statements()]
    []
    """

    report: int
    id: str
    speaker: str | None
    standing: str
    stance: str
    mode: str
    cue: str
    words: str
    via: str | None
    occasion: str | None
    said_from: str | None
    said_to: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source: how often it says, denies and declines, in which reports, and on which days.

    ``standings`` are all that it has. A source without a name is one of a single report: the same words in another
    report may stand for somebody else. ``first`` and ``last`` are ISO days: when it was said, else published.

    >>> from sayso import MemoryStore
    >>> [source.source for source in MemoryStore().view().sources()]
    []
    """

    source: str
    standings: tuple[str, ...]
    statements: int
    said: int
    denied: int
    declined: int
    reports: tuple[int, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event of report number ``report``; ``say_so`` names on whose say-so it stands (None: the report's own).

    ``begin`` and ``end`` are the first and last ISO day that ``when`` can mean; several parties are joined by "; ".

    >>> from sayso import MemoryStore
    >>> [(entry.actor, entry.recipient) for entry in MemoryStore().view().events()]
    []
    """

    report: int
    id: str
    type: str
    mode: str | None
    status: str
    trigger: str
    actor: str | None
    recipient: str | None
    mediator: str | None
    participant: str | None
    when: str | None
    begin: str | None
    end: str | None
    where: str | None
    country: str | None
    say_so: str | None
    historical: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words that were looked for stand: in report number ``report``, in its ``statement`` where that is not None.

    ``snippet`` is what stands around them; each of them stands in [[double brackets]].

    >>> Hit(1, None, None, None, None, "Talks failed", "a.txt", "[[Talks]] failed").statement is None
    True
    """

    report: int
    statement: str | None
    speaker: str | None
    published: str | None
    outlet: str | None
    headline: str
    path: str
    snippet: str


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """One report of a family of copies. ``report`` is its id, ``number`` the store's, None for one that it has not;
    ``kind`` is `original` or how it is a copy of the report ``of``, and ``evidence`` why; ``score`` from 0 to 1.

    >>> FamilyEntry("F1", "r1", 1, "original", None, "2031-03-05", "Ost Post", "Talks failed", 1.0, "first").kind
    'original'
    """

    family: str
    report: str
    number: int | None
    kind: str
    of: str | None
    published: str | None
    outlet: str | None
    headline: str | None
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class JudgementEntry:
    """A decision on two events: numbers of their reports and the words that told them there when it was made.

    ``binds`` is False where one of them is read no longer, or other decisions keep apart what it joins: it is kept all
    the same.

    >>> JudgementEntry(1, "met", 2, "talks", "different", True).binds
    True
    """

    report: int
    words: str
    other_report: int
    other_words: str
    decided: str
    binds: bool
