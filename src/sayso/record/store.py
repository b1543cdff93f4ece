"""What every store does, wherever it keeps its record: one behaviour, one body of tests.

A store is written through a `Writer`, one transaction a report, and read through a `View` (nomenklatura's way).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from sayso.errors import ConflictError, ReportError, UsageError
from sayso.model import (
    Cut,
    EventEntry,
    FailureEntry,
    Findings,
    Hit,
    HitPlace,
    MadeBy,
    Receipt,
    Report,
    ReportEntry,
    SourceEntry,
    StatementEntry,
)
from sayso.model.catalogue import Catalogue
from sayso.model.ids import digest
from sayso.record.register import Register
from sayso.record.sources import gather, sorted_sources

SHORTEST_PREFIX = 4
LONGEST_ID = 500
"""Characters of a report's id: what it is found by must fit into an index of PostgreSQL, together with other words."""
_HALF_PAIR = re.compile("[\ud800-\udfff]")
WHOLE = Cut()
"""The cut that leaves all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds of a report: its entry, how it was given, and the hash of what made its findings."""

    entry: ReportEntry
    given: Report
    made_by: str


class Writer(ABC):
    """Puts findings into the store.

    >>> from sayso import Findings, MemoryStore, Report
    >>> writer, record = MemoryStore().writer(), Findings(Report("r1", "Talks failed."))
    >>> writer.add(record, "a.txt").verdict, writer.add(record, "a.txt").verdict
    ('new', 'known')
    """

    def complete(self, report: Report) -> Report:
        """``report``, with what an earlier reading of it was given and this one is not (date, outlet, title, URL).

        ConflictError where its id already stands for another text.
        """
        kept = self._kept(report.id)
        return report if kept is None else _complete(report, kept.given)

    def known(self, report: Report, made_by: tuple[MadeBy, ...]) -> Receipt | None:
        """A receipt where the same report, given no more than before, was read by the same components already."""
        kept = self._kept(report.id)
        if kept is None or kept.made_by != hash_of(made_by) or _complete(report, kept.given) != kept.given:
            return None
        return Receipt("known", kept.entry)

    def add(self, findings: Findings, path: str, original: bytes | None = None) -> Receipt:
        """Keep the findings of the report read from ``path``, all or nothing.

        ``original`` are the bytes that its text was taken out of, where it is not all of them (a web page); those that
        are there already stay.

        "known" where the store holds the same already, "replaced" where it held the findings of other components or of
        a report given less. ConflictError where the report's id already stands for another text; ReportError where the
        id is longer than `LONGEST_ID`, or the report holds half a surrogate pair, so no record could be written out.
        """
        report = findings.report.as_given()
        _check(report)
        with self._transaction():
            if receipt := self.known(report, findings.made_by):
                return receipt
            kept = self._kept(report.id)
            if kept is None:
                receipt = Receipt("new", self._insert(findings, path))
            else:
                _complete(report, kept.given)
                receipt = Receipt("replaced", self._replace(kept.entry.number, findings, path))
            if original is not None:
                self._attach(receipt.entry.number, original)
            return receipt

    @abstractmethod
    def fail(self, failure: FailureEntry) -> None:
        """Keep a failure, in place of an earlier one of the same name."""

    @abstractmethod
    def settle(self, name: str) -> None:
        """Keep the failure of that name no longer."""

    @abstractmethod
    def forget(self, numbers: Collection[int]) -> None:
        """Remove these reports with all that was found in them, so that no word of them is left on disk."""

    @abstractmethod
    def _transaction(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def _kept(self, id: str) -> Kept | None: ...

    @abstractmethod
    def _insert(self, findings: Findings, path: str) -> ReportEntry: ...

    @abstractmethod
    def _attach(self, number: int, original: bytes) -> None: ...

    @abstractmethod
    def _replace(self, number: int, findings: Findings, path: str) -> ReportEntry: ...


class View(ABC):
    """Reads the store. Reports come in the order of their numbers, findings in the order of the text.

    >>> from sayso import Findings, MemoryStore, Report
    >>> store = MemoryStore()
    >>> _ = store.writer().add(Findings(Report("r1", "Talks failed.")), "a.txt")
    >>> store.view().find("a.txt").headline
    'Talks failed.'
    """

    @abstractmethod
    def reports(self, cut: Cut = WHOLE) -> Iterator[ReportEntry]:
        """Every report that the cut leaves: `published` is its day; statements and events that hold are in it."""

    @abstractmethod
    def statements(self, cut: Cut = WHOLE) -> Iterator[StatementEntry]:
        """Every statement that the cut leaves. UsageError where it asks for what no statement has (actor, type)."""

    def sources(self, cut: Cut = WHOLE) -> Iterator[SourceEntry]:
        """Every source of the statements that the cut leaves; who says most comes first, where it names no order."""
        days = {entry.number: entry.published for entry in self.reports()}
        yield from sorted_sources(gather(self.statements(replace(cut, sort=None, limit=None)), days), cut)

    @abstractmethod
    def events(self, cut: Cut = WHOLE) -> Iterator[EventEntry]:
        """Every event that the cut leaves; its actor is any who takes part, its speaker any on whose say-so it stands.

        UsageError where it asks for what no event has (stance, standing).
        """

    @abstractmethod
    def search(self, words: str, place: HitPlace | None = None, limit: int | None = None) -> Iterator[Hit]:
        """Where all of the words are, "exact phrases" and beginnings*, and none with a hyphen before them.

        In reports, then in statements, the best first. UsageError where there is no word to look for.
        """

    @abstractmethod
    def failures(self) -> Iterator[FailureEntry]:
        """What could not be read and was not read since, the newest first."""

    @abstractmethod
    def findings(self, number: int) -> Findings:
        """The record of the report with that number; UsageError where there is none."""

    @abstractmethod
    def original(self, number: int) -> bytes | None:
        """The bytes that the text of the report with that number was taken out of; None where it is all of them."""

    @abstractmethod
    def _matching(self, reference: str) -> list[ReportEntry]: ...

    def number(self, id: str) -> int:
        """The number of the report with that id; UsageError where there is none."""
        for entry in self._matching(id):
            if entry.id == id:
                return entry.number
        raise UsageError(f"no report {id}: `sayso reports` lists them")

    def find(self, reference: str) -> ReportEntry:
        """The report meant by its number, its id, four or more of its first characters, or its path or file name.

        UsageError where none or several answer to it. A number is tried first, then whole ids and paths, then parts.
        """
        told = reference.encode(errors="backslashreplace").decode()
        found = self._matching(reference) if told == reference else []
        told = " ".join(told.split())
        for exact in (_number(reference), reference):
            for entry in found:
                if exact in (entry.number, entry.id, entry.path):
                    return entry
        if len(found) > 1:
            listed = ", ".join(f"{entry.number} ({entry.id}, {entry.path})" for entry in found)
            raise UsageError(f"{told} may be any of these: {listed}")
        if not found:
            raise UsageError(f"no report {told}: `sayso reports` lists them")
        return found[0]


class Store(ABC):
    """A record that lasts; close it, or use it in a ``with`` statement.

    >>> from sayso import open_store
    >>> with open_store("record") as store:
    ...     list(store.view().events())
    []
    """

    @abstractmethod
    def writer(self) -> Writer:
        """A way to write."""

    @abstractmethod
    def view(self) -> View:
        """A way to read."""

    @abstractmethod
    def register(self) -> Register:
        """Who the workspace knows by name."""

    @abstractmethod
    def catalogue(self) -> Catalogue:
        """What its reports have in common."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def hash_of(made_by: tuple[MadeBy, ...]) -> str:
    """One hash over the components, their versions and models."""
    return digest(*(part or "" for made in made_by for part in (made.component, made.version, made.model)))


def _check(report: Report) -> None:
    if len(report.id) > LONGEST_ID:
        raise ReportError(f"{report.id[:40]}…", f"its id has more than {LONGEST_ID} characters", "record")
    for given in (report.id, report.text, report.outlet, report.url, report.title):
        if half := _HALF_PAIR.search(given or ""):
            raise ReportError(report.id, f"holds half a surrogate pair at character {half.start()}", "record")


def _complete(report: Report, given: Report) -> Report:
    if report.text != given.text:
        raise ConflictError(report.id, f"id {report.id} already stands for another text")
    return replace(
        report,
        published=report.published or given.published,
        outlet=report.outlet or given.outlet,
        url=report.url or given.url,
        title=report.title or given.title,
    )


def _number(reference: str) -> int | None:
    return int(reference) if reference.isascii() and reference.isdigit() else None
