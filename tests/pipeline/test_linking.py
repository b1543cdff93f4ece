from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import factory
import growth
import pytest

from sayso.errors import UsageError
from sayso.model import Cut, Findings, Judgement
from sayso.pipeline.linking import forget, link, linking, timeline
from sayso.record import Store, open_store
from sayso.resolve import gisting, ledger
from sayso.resolve.happenings import merging
from sayso.resolve.happenings.weighing import weights

RECORDS = tuple(growth.records(12, seed=3))


@pytest.fixture
def read(store: Store) -> Iterator[Store]:
    for number, record in enumerate(RECORDS):
        store.writer().add(record, f"{number}.txt")
    return store


def test_what_was_read_is_linked_once(read: Store) -> None:
    events = list(link(read).events())
    assert {(member.report, member.event) for event in events for member in event.members} == {
        (record.report.id, event.id) for record in RECORDS for event in record.events
    }
    assert list(link(read).events()) == events


def test_a_workspace_says_what_files_say(read: Store) -> None:
    with linking() as together:
        for record in reversed(RECORDS):
            assert together.take("r.jsonl:1", record) is None
        assert list(together.settled().events()) == list(link(read).events())


def test_what_an_earlier_sayso_put_together_is_put_together_anew(read: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        for module in (gisting, ledger):
            earlier.setattr(module, "RULES", "an earlier version")
        earlier.setattr(merging, "weights", lambda: weights()._replace(join=2.0))
        before = list(link(read).events())
    now = list(link(read).events())
    assert len(now) < len(before)
    with linking() as together:
        for record in RECORDS:
            together.take("r.jsonl", record)
        assert now == list(together.settled().events())


def test_an_id_that_came_before_is_told() -> None:
    with linking() as together:
        together.take("r.jsonl:1", RECORDS[0])
        failure = together.take("r.jsonl:2", RECORDS[0])
        assert failure is not None
        assert failure.name == "r.jsonl:2"
        assert "came before" in failure.reason


def test_what_is_forgotten_is_in_no_event(read: Store) -> None:
    link(read)
    forget(read, [1, 2])
    left = {member.report for event in link(read).events() for member in event.members}
    assert left == {record.report.id for record in RECORDS[2:]}


def test_forgetting_behind_the_back_of_the_ledger_leaves_nothing_either(read: Store) -> None:
    link(read)
    read.writer().forget([1, 2])
    assert read.catalogue().gist(RECORDS[0].report.id) is None
    left = {member.report for event in link(read).events() for member in event.members}
    assert left == {record.report.id for record in RECORDS[2:]}


def test_a_timeline_is_by_day_and_cut_like_other_lists(read: Store) -> None:
    ledger = link(read)
    whole = list(timeline(read, ledger, Cut()))
    days = [event.begin or "9999" for event in whole]
    assert days == sorted(days)
    some = list(timeline(read, ledger, Cut(types=("ASSAULT",), limit=3)))
    assert {event.type for event in some} == {"ASSAULT"}
    assert len(some) == 3
    graded = list(timeline(read, ledger, Cut(grades=("one-unnamed-origin",))))
    assert graded == [event for event in whole if event.grade == "one-unnamed-origin"]
    assert list(timeline(read, ledger, Cut(disputed=True))) == [event for event in whole if event.disputes]
    turned = list(timeline(read, ledger, Cut(sort="-members")))
    assert len(turned[0].members) == max(len(event.members) for event in whole)
    with pytest.raises(UsageError):
        list(timeline(read, ledger, Cut(stances=("denies",))))


def test_a_linking_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    for name in ("killed", "unbroken"):
        with open_store(tmp_path / name) as store:
            for number, record in enumerate(growth.records(60, seed=3)):
                store.writer().add(record, f"{number}.txt")
    for moment in (0.7, 1.2, 1.7, 2.2):
        with subprocess.Popen(
            [sys.executable, "-m", "sayso", "timeline", "-w", tmp_path / "killed"], stdout=-3
        ) as told:
            time.sleep(moment)
            told.kill()
    with open_store(tmp_path / "killed") as killed, open_store(tmp_path / "unbroken") as unbroken:
        assert list(link(killed).events()) == list(link(unbroken).events())
        assert list(link(killed).families()) == list(link(unbroken).families())


def test_another_text_at_the_same_address_is_a_new_version(store: Store) -> None:
    texts = ("Talks in Tarn failed on Monday.", "The harbour of Velia is open again, its master said.")
    for number, text in enumerate(texts):
        url = f"https://www.harbour.example/news/7?utm_source=feed{number}"
        store.writer().add(factory.findings(text, url=url, published=f"2031-03-0{number + 1}"), f"{number}.txt")
    (family,) = link(store).families()
    assert [(copy.kind, copy.of) for copy in family.copies] == [("version", family.original)]


def test_readers_linkers_and_a_reviewer_at_once_lose_nothing(tmp_path: Path) -> None:
    halves = RECORDS[::2], RECORDS[1::2]
    pairs = [sorted((record.report.id, "e0") for record in half[:2]) for half in halves]

    def read(half: tuple[Findings, ...], pair: list[tuple[str, str]]) -> None:
        with open_store(tmp_path / "w") as store:
            for record in half:
                store.writer().add(record, f"{record.report.id}.txt")
                link(store)
            link(store).judge(Judgement(pair[0], pair[1], True))

    with ThreadPoolExecutor() as crew:
        list(crew.map(read, halves, pairs))
    with open_store(tmp_path / "w") as store, open_store(tmp_path / "alone") as alone:
        for record in RECORDS:
            alone.writer().add(record, f"{record.report.id}.txt")
        for first, second in pairs:
            link(alone).judge(Judgement(first, second, True))
        assert list(link(store).events()) == list(link(alone).events())
        assert all(link(store).judged(first, second) for first, second in pairs)
