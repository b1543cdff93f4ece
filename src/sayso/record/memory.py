"""A store in memory: for tests, trials, and programs that keep their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.model import EventEntry, Findings, ReportEntry, StatementEntry
from sayso.record.entries import event_entries, report_entry, statement_entries
from sayso.record.store import SHORTEST_PREFIX, Kept, Store, View, Writer, hash_of


class Shelved(NamedTuple):
    """A report's findings under its number, with the path it was read from."""

    number: int
    path: str
    findings: Findings


Shelf = dict[str, Shelved]


class MemoryStore(Store):
    """Keeps findings by the ids of their reports, gone with the process.

    >>> MemoryStore().view().find("1")
    Traceback (most recent call last):
    sayso.errors.UsageError: no report 1: `sayso reports` lists them
    """

    def __init__(self) -> None:
        self._shelf: Shelf = {}

    def writer(self) -> Writer:
        """A way to write."""
        return _MemoryWriter(self._shelf)

    def view(self) -> View:
        """A way to read."""
        return _MemoryView(self._shelf)

    def close(self) -> None:
        """Nothing to let go of."""


class _MemoryWriter(Writer):
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def _transaction(self) -> AbstractContextManager[None]:
        return nullcontext()

    def _kept(self, id: str) -> Kept | None:
        shelved = self._shelf.get(id)
        if shelved is None:
            return None
        findings = shelved.findings
        return Kept(report_entry(*shelved), findings.report.as_given(), hash_of(findings.made_by))

    def _insert(self, findings: Findings, path: str) -> ReportEntry:
        return self._replace(len(self._shelf) + 1, findings, path)

    def _replace(self, number: int, findings: Findings, path: str) -> ReportEntry:
        shelved = self._shelf[findings.report.id] = Shelved(number, path, findings)
        return report_entry(*shelved)


class _MemoryView(View):
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def reports(self) -> Iterator[ReportEntry]:
        return (report_entry(*shelved) for shelved in self._shelf.values())

    def statements(self) -> Iterator[StatementEntry]:
        for number, _, findings in self._shelf.values():
            yield from statement_entries(number, findings)

    def events(self) -> Iterator[EventEntry]:
        for number, _, findings in self._shelf.values():
            yield from event_entries(number, findings)

    def findings(self, number: int) -> Findings:
        for shelved in self._shelf.values():
            if shelved.number == number:
                return shelved.findings
        raise UsageError(f"no report {number}: `sayso reports` lists them")

    def _matching(self, reference: str) -> list[ReportEntry]:
        long_enough = len(reference) >= SHORTEST_PREFIX
        return [
            entry
            for entry in self.reports()
            if reference in (str(entry.number), entry.id, entry.path)
            or (long_enough and entry.id.startswith(reference))
            or entry.path.endswith(f"/{reference}")
        ]
