"""The second half of the way: what was read is put together, in a workspace or from files.

Findings ──resolve──▶ families, stories, events of the world
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.model import Cut, Failure, Findings, JudgementEntry, Linked, Span
from sayso.model.catalogue import READ
from sayso.record import Store, View, open_store
from sayso.resolve import Ledger, ordered


def link(store: Store) -> Ledger:
    """The ledger of ``store``, with all that was read into it since it was linked last.

    Only what new reports touch is done again, all where an earlier sayso put it together by other rules; whoever is
    interrupted goes on where it was.

    >>> import sayso
    >>> list(sayso.link(sayso.MemoryStore()).events())
    []
    """
    catalogue, view = store.catalogue(), store.view()
    ledger = Ledger(catalogue)
    ledger.renew()
    for report in catalogue.touched(READ):
        ledger.add(view.findings(view.number(report)))
    ledger.settle()
    return ledger


def timeline(store: Store, ledger: Ledger, cut: Cut) -> Iterator[Linked]:
    """The events of the world that the cut leaves: those with a mention that it leaves, by day where it names no order.

    UsageError where it asks for what no event has.
    """
    found = ledger.events() if _leaves_all(cut) else _told(store, ledger, cut)
    return ordered((event for event in found if _is_meant(event, cut)), cut)


def _leaves_all(cut: Cut) -> bool:
    return replace(cut, grades=(), disputed=False, sort=None, limit=None) == Cut()


def _told(store: Store, ledger: Ledger, cut: Cut) -> Iterator[Linked]:
    """Each event that one of the mentions left by the cut belongs to, once."""
    ids, seen = dict[int, str](), set[str]()
    view = store.view()
    for entry in view.reports():
        ids[entry.number] = entry.id
    for mention in view.events(replace(cut, grades=(), disputed=False, sort=None, limit=None)):
        event = ledger.event_of(ids[mention.report], mention.id)
        if event and event.id not in seen:
            seen.add(event.id)
            yield event


def _is_meant(event: Linked, cut: Cut) -> bool:
    if cut.types and event.type not in cut.types:
        return False
    return (not cut.grades or event.grade in cut.grades) and (not cut.disputed or bool(event.disputes))


def decided(store: Store) -> Iterator[JudgementEntry]:
    """What persons decided of events, with the words that these were told by, and whether it binds."""
    view = store.view()
    for one, binds in link(store).judgements():
        (report, words), (other_report, other_words) = (_words_at(view, *end) for end in (one.first, one.second))
        said = "the same" if one.same else "different"
        yield JudgementEntry(report, words, other_report, other_words, said, binds)


def _words_at(view: View, report: str, anchor: str) -> tuple[int, str]:
    """The number of the report, and the words at the anchor."""
    number, (start, _, end) = view.number(report), anchor.partition("-")
    return number, Span(int(start), int(end)).cut(view.findings(number).report.text)


def forget(store: Store, numbers: Collection[int]) -> None:
    """Remove reports for good, with all that was found in them and what only they said of events."""
    catalogue, view = store.catalogue(), store.view()
    ledger = Ledger(catalogue)
    for number in numbers:
        ledger.remove(view.findings(number).report.id)
    ledger.settle()
    store.writer().forget(numbers)


@contextmanager
def linking() -> Iterator[Linking]:
    """Records linked apart from any workspace, in a file of their own that goes when they are."""
    with TemporaryDirectory(prefix="sayso-link-") as folder, open_store(Path(folder)) as store:
        yield Linking(Ledger(store.catalogue()))


class Linking:
    """Takes records, and gives what they say together."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._seen = set[str]()

    def take(self, name: str, findings: Findings) -> Failure | None:
        """Take in a record that is told by ``name``; not one whose id came before."""
        id = findings.report.id
        if id in self._seen:
            return Failure(name, "resolve", f"id {id} came before")
        self._seen.add(id)
        self._ledger.add(findings)
        return None

    def settled(self) -> Ledger:
        """The ledger of all that was taken in."""
        self._ledger.settle()
        return self._ledger
