from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import growth
import pytest

from sayso.errors import ConflictError, UsageError
from sayso.model import Findings, Judgement
from sayso.model.catalogue import Catalogue
from sayso.record import MemoryStore
from sayso.resolve import Ledger

RECORDS = tuple(growth.records(24, seed=3))


def told(ledger: Ledger) -> tuple[list[str], list[object], list[object]]:
    return [event.to_json() for event in ledger.events()], list(ledger.families()), list(ledger.stories())


def unbroken(records: Iterable[Findings]) -> tuple[list[str], list[object], list[object]]:
    with MemoryStore() as store:
        ledger = Ledger(store.catalogue())
        for record in records:
            ledger.add(record)
        ledger.settle()
        return told(ledger)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with MemoryStore() as store:
        yield Ledger(store.catalogue())


def test_there_is_something_to_put_together() -> None:
    events, families, stories = unbroken(RECORDS)
    assert len(families) > 1
    assert len(events) < sum(len(record.events) for record in RECORDS)
    assert 1 < len(stories) < len(RECORDS)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_reading_does_not_matter(ledger: Ledger, seed: int) -> None:
    dice = random.Random(seed)
    for record in dice.sample(RECORDS, len(RECORDS)):
        ledger.add(record)
        if dice.random() < 0.3:
            ledger.settle()
    ledger.settle()
    assert told(ledger) == unbroken(RECORDS)


def test_what_is_removed_leaves_nothing(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    for record in RECORDS[::3]:
        ledger.remove(record.report.id)
    ledger.settle()
    assert told(ledger) == unbroken(record for number, record in enumerate(RECORDS) if number % 3)


def test_a_report_read_anew_takes_the_place_of_its_former_reading(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    first, *rest = RECORDS
    again = replace(first, events=first.events[:1])
    assert ledger.add(again)
    assert not ledger.add(again)
    ledger.settle()
    assert told(ledger) == unbroken([again, *rest])


def test_settling_twice_writes_nothing(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    assert ledger.settle() > 0
    assert ledger.settle() == 0


def test_a_person_parts_and_joins_events_and_the_old_ids_come_back(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    before = told(ledger)
    joined = next(event for event in ledger.events() if len({member.report for member in event.members}) > 1)
    first, second = sorted((member.report, member.event) for member in joined.members)[:2]
    ledger.judge(Judgement(first, second, False))
    ledger.settle()
    assert ledger.judged(second, first) is False
    parted = {ledger.event_of(*first), ledger.event_of(*second)}
    assert len(parted) == 2
    ledger.judge(Judgement(first, second, True), before=False)
    ledger.settle()
    assert told(ledger) == before


def test_of_two_who_decide_at_once_the_second_sees_what_the_first_decided(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    first, second = sorted((record.report.id, "e0") for record in RECORDS[:2])
    ledger.judge(Judgement(first, second, True))
    with pytest.raises(ConflictError, match="decided meanwhile: the same; not written: different"):
        ledger.judge(Judgement(first, second, False))
    ledger.judge(Judgement(first, second, True))
    assert ledger.judged(first, second) is True


def test_a_person_joins_what_two_stories_tell(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    stories = [story.reports[0] for story in ledger.stories()][:2]
    first, second = sorted((report, "e0") for report in stories)
    ledger.judge(Judgement(first, second, True))
    ledger.settle()
    event = ledger.event_of(*first)
    assert event is not None
    assert event == ledger.event_of(*second)


def test_a_decision_outlives_another_reading_and_is_not_lost_where_nothing_is_read(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    joined = next(event for event in ledger.events() if len({member.report for member in event.members}) > 1)
    first, second = sorted((member.report, member.event) for member in joined.members)[:2]
    ledger.judge(Judgement(first, second, False))
    read = next(record for record in RECORDS if record.report.id == first[0])
    renamed = {event.id: f"e9{event.id[1:]}" for event in read.events}
    ledger.add(replace(read, events=tuple(replace(event, id=renamed[event.id]) for event in read.events)))
    ledger.settle()
    moved = (first[0], renamed[first[1]])
    assert ledger.judged(moved, second) is False
    assert ledger.event_of(*moved) != ledger.event_of(*second)
    assert [(one.same, binds) for one, binds in ledger.judgements()] == [(False, True)]
    ledger.add(replace(read, events=()))
    ledger.settle()
    assert [(one.same, binds) for one, binds in ledger.judgements()] == [(False, False)]
    ledger.add(read)
    ledger.settle()
    assert ledger.judged(first, second) is False


def test_a_judgement_on_what_is_not_there_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no event e1 in report r1"):
        ledger.judge(Judgement(("r1", "e1"), ("r2", "e1"), True))


def test_an_event_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    for record in RECORDS:
        ledger.add(record)
    ledger.settle()
    event = next(ledger.events())
    assert ledger.event(event.id) == ledger.event(event.id[:12]) == event
    for unknown in ("E", event.id[:3], f"{event.id}0", "zzzz"):
        with pytest.raises(UsageError, match="sayso timeline"):
            ledger.event(unknown)


class KilledError(Exception):
    """What a process that is killed does not live to see."""


def test_whoever_is_killed_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, survived = unbroken(RECORDS), 0
    with MemoryStore() as store:
        for record in RECORDS:
            Ledger(store.catalogue()).add(record)
        while True:
            catalogue = store.catalogue()
            _dies_after(catalogue, 3 + survived % 5, monkeypatch)
            try:
                Ledger(catalogue).settle()
                break
            except KilledError:
                survived += 1
        assert survived > 3
        assert told(Ledger(store.catalogue())) == whole


def _dies_after(catalogue: Catalogue, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so many of its transactions come to their end, and break the next one before it does."""
    begin, left = catalogue.transaction, [many]

    @contextmanager
    def transaction() -> Iterator[None]:
        with begin():
            yield
            left[0] -= 1
            if left[0] < 0:
                raise KilledError

    monkeypatch.setattr(catalogue, "transaction", transaction)
