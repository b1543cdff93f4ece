"""Statements -> sources: who says how much, in which reports, and when.

What has a name is one source wherever it is named so. What has none is a source of its own report: nothing tells that
"a senior official" of two reports is one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model import Cut, SourceEntry, StatementEntry

_NAMED = frozenset({"named", "spokesperson", "media"})


@dataclass(slots=True)
class _Tally:
    standings: dict[str, int] = field(default_factory=dict)
    stances: dict[str, int] = field(default_factory=dict)
    reports: set[int] = field(default_factory=set)
    days: set[str] = field(default_factory=set)

    def add(self, statement: StatementEntry, published: str | None) -> None:
        self.standings[statement.standing] = self.standings.get(statement.standing, 0) + 1
        self.stances[statement.stance] = self.stances.get(statement.stance, 0) + 1
        self.reports.add(statement.report)
        self.days |= {day for day in (statement.said_from or published, statement.said_to or published) if day}

    def entry(self, source: str) -> SourceEntry:
        every = sum(self.stances.values())
        denied, declined = self.stances.get("denies", 0), self.stances.get("declines", 0)
        return SourceEntry(
            source=source,
            standings=tuple(sorted(self.standings, key=lambda standing: (-self.standings[standing], standing))),
            statements=every,
            said=every - denied - declined,
            denied=denied,
            declined=declined,
            reports=tuple(sorted(self.reports)),
            first=min(self.days, default=None),
            last=max(self.days, default=None),
        )


def gather(statements: Iterable[StatementEntry], published: Mapping[int, str | None]) -> list[SourceEntry]:
    """The sources of the statements; those that have none are left out. ``published`` has each report's day."""
    tallies: dict[tuple[str, int | None], _Tally] = {}
    for statement in statements:
        if statement.speaker is not None:
            own_report = None if statement.standing in _NAMED else statement.report
            tally = tallies.setdefault((statement.speaker, own_report), _Tally())
            tally.add(statement, published.get(statement.report))
    return [tally.entry(source) for (source, _), tally in tallies.items()]


def sorted_sources(sources: list[SourceEntry], cut: Cut) -> list[SourceEntry]:
    """The sources in the cut's order, at most as many as it leaves; without a value stand last."""
    order = cut.sort or "-statements"
    name, turned = order.removeprefix("-"), order.startswith("-")
    sources = sorted(sources, key=lambda source: (source.source, source.reports))
    told = [source for source in sources if getattr(source, name) is not None]
    untold = [source for source in sources if getattr(source, name) is None]
    return [*sorted(told, key=lambda source: getattr(source, name), reverse=turned), *untold][: cut.limit]
