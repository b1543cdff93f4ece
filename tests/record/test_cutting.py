"""Cuts and searches: one body of tests over all stores."""

from __future__ import annotations

from collections.abc import Iterator

import factory
import pytest

from sayso.errors import UsageError
from sayso.model import Cut
from sayso.record import Store, View

PAYLOADS = [
    "'", '"', '""', "' OR 1=1 --", '"; DROP TABLE report; --', "*", "-", "--", "(", ")", "NEAR(a b, 2)", "a NEAR/0 b",
    "text : envoys", "{text} : envoys", "^envoys", "envoys AND", "NOT envoys", "OR", "AND OR NOT", "a + b", '"envoys',
    "%", "_", "\\", "\0", "en\0voys", "\ud800", "x\ud800y", "\u202e", "😀", "é" * 5000, "rank:1", "report_search",
    ":q", "?", "?1",
    "$a", "@a", "%s", "{}", "[[x]]", "=1+1", "-envoys", "envoys**", "* envoys", "\n", "", " ",
]  # fmt: skip


@pytest.fixture
def store(store: Store) -> Store:
    """One report of the factory, one of January without findings, one without a date."""
    writer = store.writer()
    writer.add(factory.record(published="2031-03-06", outlet="Tarn Post"), "orsk.txt")
    writer.add(factory.findings("Ships left Vélia.", published="2031-01-10", outlet="an Outlet"), "ships.txt")
    writer.add(factory.findings("Orskers dance."), "dance.txt")
    return store


@pytest.mark.parametrize(
    ("cut", "numbers"),
    [
        (Cut(), [1, 2, 3]),
        (Cut(actor="orsk front"), [1]),
        (Cut(actor="Ors"), []),
        (Cut(speaker="OFFICIAL"), [1]),
        (Cut(types=("consult", "ASSAULT")), [1]),
        (Cut(types=("ASSAULT",)), []),
        (Cut(stances=("promises",), speaker="official"), [1]),
        (Cut(stances=("denies",)), []),
        (Cut(standings=("Unnamed",)), [1]),
        (Cut(since="2031-02"), [1]),
        (Cut(until="2031-01"), [2]),
        (Cut(since="2031", until="2031"), [1, 2]),
        (Cut(about="velia"), [1, 2]),
        (Cut(about="orsk*"), [1, 3]),
        (Cut(about="velia -ships"), [1]),
        (Cut(about='"met rebels of"'), [1]),
        (Cut(about='"rebels met"'), []),
        (Cut(report=2), [2]),
        (Cut(sort="outlet"), [2, 1, 3]),
        (Cut(sort="-published"), [1, 2, 3]),
        (Cut(sort="-number", limit=2), [3, 2]),
        (Cut(limit=0), []),
    ],
)
def test_reports_are_cut(store: Store, cut: Cut, numbers: list[int]) -> None:
    assert [entry.number for entry in store.view().reports(cut)] == numbers


@pytest.mark.parametrize(
    ("cut", "ids"),
    [
        (Cut(speaker="senior velian"), ["s1", "s2"]),
        (Cut(stances=("says",)), ["s1"]),
        (Cut(until="2031-03-04"), ["s1"]),
        (Cut(since="2031-03-04"), ["s2"]),
        (Cut(since="2031-03-03", until="2031-03-03"), ["s1"]),
        (Cut(about="talk"), ["s2"]),
        (Cut(about="told"), []),
        (Cut(report=2), []),
        (Cut(sort="confidence"), ["s2", "s1"]),
    ],
)
def test_statements_are_cut_by_their_own_day_or_that_of_their_report(store: Store, cut: Cut, ids: list[str]) -> None:
    assert [entry.id for entry in store.view().statements(cut)] == ids


@pytest.mark.parametrize(
    ("cut", "ids"),
    [
        (Cut(actor="Maltese bank"), ["e1"]),
        (Cut(actor="they"), ["e2"]),
        (Cut(speaker="official"), ["e1", "e2"]),
        (Cut(about="tarn"), ["e1"]),
        (Cut(about="official"), []),
        (Cut(types=("CONSULT",), until="2031-03-05"), ["e1"]),
        (Cut(sort="-status"), ["e2", "e1"]),
    ],
)
def test_events_are_cut_by_whoever_takes_part(store: Store, cut: Cut, ids: list[str]) -> None:
    assert [entry.id for entry in store.view().events(cut)] == ids


def test_search_tells_where_and_marks_the_words(store: Store) -> None:
    report, statement = store.view().search("AGAIN talk")
    assert (report.report, report.statement, report.path) == (1, None, "orsk.txt")
    assert "They will [[talk]] [[again]]" in report.snippet
    assert (statement.report, statement.statement, statement.speaker) == (1, "s2", "a senior Velian official")
    assert [hit.report for hit in store.view().search("velia", "reports")] == [2, 1]
    assert [hit.statement for hit in store.view().search("velia", "statements")] == ["s1"]
    assert [hit.report for hit in store.view().search("velia", limit=1)] == [2]
    assert not list(store.view().search("no such words"))


def test_what_is_replaced_or_forgotten_is_found_no_more(store: Store) -> None:
    writer, made_by = store.writer(), factory.MADE_BY[:1]
    writer.add(factory.findings(made_by=made_by), "orsk.txt")
    assert not list(store.view().search("talk", "statements"))
    assert len(list(store.view().search("talk"))) == 1
    writer.forget({1})
    assert not list(store.view().search("talk"))
    assert [hit.report for hit in store.view().search("ships")] == [2]


def _asks(view: View, payload: str) -> Iterator[Iterator[object]]:
    yield view.search(payload)
    yield from (view.reports(Cut(**{name: payload})) for name in ("actor", "about", "speaker"))
    yield view.statements(Cut(speaker=payload, about=payload))
    yield view.events(Cut(actor=payload))
    yield view.events(Cut(about=payload, speaker=payload))
    yield view.events(Cut(sort=payload or "-"))
    yield (view.find(one) for one in [payload])
    for name in ("types", "since"):
        with pytest.raises(UsageError, match=r"is none of|is not a day"):
            Cut(**{name: (payload,) if name == "types" else payload or "-"})


def test_whatever_is_asked_is_answered(store: Store) -> None:
    """In one store for all payloads: what one of them broke the next ones tell."""
    view = store.view()
    for payload in PAYLOADS:
        for ask in _asks(view, payload):
            try:
                found, told = list(ask), ""
            except UsageError as error:
                found, told = [], str(error)
            assert len(found) <= 3, payload
            assert len(told.splitlines()) <= 1, payload
        assert len(list(view.reports())) == 3, payload


def test_a_cut_that_can_hold_for_nothing_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="stance: 'shouts' is none of says, claims"):
        Cut(stances=("shouts",))
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        Cut(since="2031-02-30")
    with pytest.raises(UsageError, match="an event has no stance"):
        list(store.view().events(Cut(stances=("says",))))
    with pytest.raises(UsageError, match="sort: 'colour' is none of number, id, path"):
        list(store.view().reports(Cut(sort="colour")))
    with pytest.raises(UsageError, match="more than 64 words"):
        list(store.view().search("a " * 65))
