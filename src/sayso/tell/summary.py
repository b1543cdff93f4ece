"""What a reading came to: counted while it runs, told at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model import Failure, Receipt
from sayso.tell.section import Line, Section


@dataclass(slots=True)
class Summary:
    """Counts of one reading: ``new``, ``replaced`` and ``known`` reports, what the first two told, every failure."""

    new: int = 0
    replaced: int = 0
    known: int = 0
    statements: int = 0
    events: int = 0
    undated: int = 0
    foreign: int = 0
    last: int | None = None
    failures: list[Failure] = field(default_factory=list)

    @property
    def reports(self) -> int:
        """How many were counted."""
        return self.new + self.replaced + self.known + len(self.failures)

    def take(self, outcome: Receipt | Failure) -> None:
        """Count one report."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
            return
        entry = outcome.entry
        self.last = entry.number
        self.undated += entry.published is None
        self.foreign += entry.language not in {"en", None}
        if outcome.verdict == "known":
            self.known += 1
            return
        self.new += outcome.verdict == "new"
        self.replaced += outcome.verdict == "replaced"
        self.statements += entry.statements
        self.events += entry.events

    def sections(self, workspace: str, option: str = "") -> Iterator[Section]:
        """The counts, the failures, what to mind and what to run next, with the ``option`` that finds the workspace."""
        yield Section("Read", tuple(self._counts()))
        if self.failures:
            yield Section(
                "Failed", tuple(Line("", f"{failure.name}: {failure.reason}", "red") for failure in self.failures)
            )
        for note in self._notes():
            yield Section(note)
        yield Section(f"Workspace: {workspace}")
        if following := tuple(self._next(option)):
            yield Section("Next", following)

    def _counts(self) -> Iterator[Line]:
        yield Line("new", str(self.new))
        if self.replaced:
            yield Line(
                "read again", f"{self.replaced} (newer components, or a date or outlet that was not given before)"
            )
        yield Line("known", str(self.known))
        yield Line("failed", str(len(self.failures)))
        yield Line("statements", str(self.statements))
        yield Line("events", str(self.events))

    def _next(self, option: str) -> Iterator[Line]:
        if self.last is not None:
            yield Line("", f"sayso reports{option} — lists them all")
            yield Line("", f"sayso show {self.last}{option} — shows one with its evidence")
            yield Line("", f"sayso timeline{option} — lists what happened, over all reports")
        if self.failures:
            yield Line("", f"sayso jobs{option} — lists what failed; with --retry it is read again")

    def _notes(self) -> Iterator[str]:
        if self.undated:
            subject = "1 report has" if self.undated == 1 else f"{self.undated} reports have"
            yield f"{subject} no date, so “last Monday” tells no day there: give it with --published YYYY-MM-DD."
        if self.foreign:
            subject = "1 report is" if self.foreign == 1 else f"{self.foreign} reports are"
            yield f"{subject} not in English: kept, but not read further."
