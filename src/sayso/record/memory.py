"""A store in memory: for tests, trials, and programs that keep their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sayso.errors import UsageError
from sayso.model import Cut, EventEntry, FailureEntry, Findings, Hit, HitPlace, ReportEntry, StatementEntry
from sayso.model.catalogue import READ, Catalogue
from sayso.record.entries import event_entries, report_entry, statement_entries
from sayso.record.register import Register
from sayso.record.store import SHORTEST_PREFIX, WHOLE, Kept, Store, View, Writer, hash_of

if TYPE_CHECKING:
    from sqlalchemy import Engine

_Listed = TypeVar("_Listed", ReportEntry, StatementEntry, EventEntry)


class Shelved(NamedTuple):
    """A report's findings under its number, with the path it was read from."""

    number: int
    path: str
    findings: Findings


Shelf = dict[str, Shelved]
Failures = dict[str, FailureEntry]
Originals = dict[int, bytes]


class MemoryStore(Store):
    """Keeps findings by the ids of their reports, gone with the process.

    >>> MemoryStore().view().find("1")
    Traceback (most recent call last):
    sayso.errors.UsageError: no report 1: `sayso reports` lists them
    """

    def __init__(self) -> None:
        self._shelf: Shelf = {}
        self._failures: Failures = {}
        self._originals: Originals = {}
        self._known: Engine | None = None
        self._linking = _Linking(set(), None)

    def writer(self) -> Writer:
        """A way to write."""
        return _MemoryWriter(self._shelf, self._failures, self._originals, self._linking)

    def view(self) -> View:
        """A way to read."""
        return _MemoryView(self._shelf, self._failures, self._originals)

    def register(self) -> Register:
        """Who the store knows by name."""
        from sayso.record.tabled import empty_tables, in_tables

        self._known = self._known or empty_tables()
        return Register(Path("memory"), self._known, lambda: in_tables(self._shelf.values()))

    def catalogue(self) -> Catalogue:
        """What its reports have in common."""
        return self._linking.catalogue()

    def close(self) -> None:
        """Let go of the register."""
        for engine in (self._known, self._linking.engine):
            if engine is not None:
                engine.dispose()


@dataclass(slots=True)
class _Linking:
    """The catalogue, in tables of its own, and the reports that it has not heard of yet."""

    read: set[str]
    engine: Engine | None

    def catalogue(self) -> Catalogue:
        from sayso.record.catalogued import SQLCatalogue
        from sayso.record.tabled import empty_tables

        self.engine = self.engine or empty_tables()
        found = SQLCatalogue(Path("memory"), self.engine)
        with found.transaction():
            found.touch(READ, self.read)
        self.read.clear()
        return found

    def forget(self, forgotten: Collection[str], left: Iterable[str]) -> None:
        """Nothing of the forgotten reports stays; where they were linked, all that are left are to be linked anew."""
        if self.engine is not None:
            catalogue = self.catalogue()
            with catalogue.transaction():
                catalogue.untouch(READ, forgotten)
            if any(map(catalogue.gist, forgotten)):
                self.engine.dispose()
                self.engine, self.read = None, set(left)
        self.read.difference_update(forgotten)


class _MemoryWriter(Writer):
    def __init__(self, shelf: Shelf, failures: Failures, originals: Originals, linking: _Linking) -> None:
        self._shelf, self._failures, self._originals, self._linking = shelf, failures, originals, linking

    def fail(self, failure: FailureEntry) -> None:
        self.settle(failure.name)
        self._failures[failure.name] = failure

    def settle(self, name: str) -> None:
        self._failures.pop(name, None)

    def forget(self, numbers: Collection[int]) -> None:
        forgotten = [id for id, shelved in self._shelf.items() if shelved.number in numbers]
        for id in forgotten:
            self._originals.pop(self._shelf.pop(id).number, None)
        self._linking.forget(forgotten, self._shelf)

    def _attach(self, number: int, original: bytes) -> None:
        self._originals.setdefault(number, original)

    def _transaction(self) -> AbstractContextManager[None]:
        return nullcontext()

    def _kept(self, id: str) -> Kept | None:
        shelved = self._shelf.get(id)
        if shelved is None:
            return None
        findings = shelved.findings
        return Kept(report_entry(*shelved), findings.report.as_given(), hash_of(findings.made_by))

    def _insert(self, findings: Findings, path: str) -> ReportEntry:
        number = max((shelved.number for shelved in self._shelf.values()), default=0) + 1
        return self._replace(number, findings, path)

    def _replace(self, number: int, findings: Findings, path: str) -> ReportEntry:
        shelved = self._shelf[findings.report.id] = Shelved(number, path, findings)
        self._linking.read.add(findings.report.id)
        return report_entry(*shelved)


class _MemoryView(View):
    def __init__(self, shelf: Shelf, failures: Failures, originals: Originals) -> None:
        self._shelf, self._failures, self._originals = shelf, failures, originals

    def failures(self) -> Iterator[FailureEntry]:
        oldest_first = sorted(self._failures.values(), key=lambda failure: failure.at)
        return reversed(oldest_first)

    def reports(self, cut: Cut = WHOLE) -> Iterator[ReportEntry]:
        if cut != WHOLE:
            yield from self._cut(ReportEntry, cut)
            return
        for shelved in self._shelf.values():
            yield report_entry(*shelved)

    def statements(self, cut: Cut = WHOLE) -> Iterator[StatementEntry]:
        if cut != WHOLE:
            yield from self._cut(StatementEntry, cut)
            return
        for number, _, findings in self._shelf.values():
            yield from statement_entries(number, findings)

    def events(self, cut: Cut = WHOLE) -> Iterator[EventEntry]:
        if cut != WHOLE:
            yield from self._cut(EventEntry, cut)
            return
        for number, _, findings in self._shelf.values():
            yield from event_entries(number, findings)

    def search(self, words: str, place: HitPlace | None = None, limit: int | None = None) -> Iterator[Hit]:
        from sayso.record.tabled import find_hits, in_tables

        with in_tables(self._shelf.values()) as connection:
            yield from find_hits(connection, words, place, limit)

    def _cut(self, kind: type[_Listed], cut: Cut) -> Iterator[_Listed]:
        from sayso.record.tabled import cut_entries, in_tables

        with in_tables(self._shelf.values()) as connection:
            yield from cut_entries(connection, kind, cut)

    def findings(self, number: int) -> Findings:
        for shelved in self._shelf.values():
            if shelved.number == number:
                return shelved.findings
        raise UsageError(f"no report {number}: `sayso reports` lists them")

    def original(self, number: int) -> bytes | None:
        return self._originals.get(number)

    def _matching(self, reference: str) -> list[ReportEntry]:
        long_enough = len(reference) >= SHORTEST_PREFIX
        return [
            entry
            for entry in self.reports()
            if reference in (str(entry.number), entry.id, entry.path)
            or (long_enough and entry.id.startswith(reference))
            or entry.path.endswith(f"/{reference}")
        ]
