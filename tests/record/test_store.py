"""One body of tests over all stores."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import factory
import pytest

from sayso.errors import ConflictError, ReportError, StoreError, UsageError
from sayso.model import Cut, FailureEntry, KnownActor, MadeBy, SourceEntry, Span, StatementEntry
from sayso.record import Store, open_store, sql
from sayso.record.sources import gather, sorted_sources


def test_what_was_added_comes_back_as_it_was(store: Store) -> None:
    record = factory.record(published="2031-03-06")
    assert store.writer().add(record, "orsk.txt").verdict == "new"
    assert store.view().findings(1) == record


def test_entries_speak_without_look_ups(store: Store) -> None:
    store.writer().add(factory.record(published="2031-03-06"), "orsk.txt")
    (report,) = store.view().reports()
    assert (report.number, report.path, report.headline) == (1, "orsk.txt", factory.HEADLINE)
    assert (report.statements, report.events) == (2, 2)
    first, second = store.view().statements()
    assert (first.speaker, first.said_from) == ("a senior Velian official", "2031-03-03")
    assert (second.words, second.via) == ("“They will talk again,”", "a senior Velian official")
    met, again = store.view().events()
    assert (met.actor, met.recipient, met.mediator) == (
        "Two envoys of Velia",
        "commanders of the Orsk Front",
        "a Maltese bank",
    )
    assert (met.when, met.begin, met.where) == ("last Monday", "2031-03-03", "Tarn")
    assert (again.actor, again.say_so) == ("They", "a senior Velian official ← a senior Velian official")


def said(source: str | None, standing: str, **changes: object) -> StatementEntry:
    entry = StatementEntry(1, "s1", source, standing, "says", "indirect", "said", "it", None, None, None, None, 0.9)
    return replace(entry, **changes)  # type: ignore[arg-type]


def test_sources_are_one_by_name_and_without_a_name_one_a_report() -> None:
    statements = [
        said("Orsk Front", "named"),
        said("Orsk Front", "spokesperson", report=2, stance="denies", said_from="2031-03-09", said_to="2031-03-10"),
        said("a senior official", "unnamed", report=1),
        said("a senior official", "unnamed", report=2, stance="declines"),
        said(None, "none"),
    ]
    front, first, second = sorted_sources(gather(statements, {1: "2031-03-06", 2: None}), Cut())
    assert front == SourceEntry("Orsk Front", ("named", "spokesperson"), 2, 1, 1, 0, (1, 2), "2031-03-06", "2031-03-10")
    assert (first.reports, first.said, second.reports, second.declined) == ((1,), 1, (2,), 1)
    assert second.first is None
    assert sorted_sources([front, first, second], Cut(sort="-first", limit=1)) == [front]


def test_sources_of_a_store_are_cut_like_its_statements(store: Store) -> None:
    store.writer().add(factory.record(published="2031-03-06"), "orsk.txt")
    (source,) = store.view().sources()
    assert (source.source, source.statements, source.first, source.last) == (
        "a senior Velian official",
        2,
        "2031-03-03",
        "2031-03-06",
    )
    (promising,) = store.view().sources(Cut(stances=("promises",), sort="source"))
    assert promising.statements == 1


def test_the_same_twice_adds_nothing(store: Store) -> None:
    writer = store.writer()
    writer.add(factory.record(), "orsk.txt")
    assert writer.known(factory.report(), factory.MADE_BY)
    assert writer.add(factory.record(), "copy.txt").verdict == "known"
    assert [entry.path for entry in store.view().reports()] == ["orsk.txt"]
    assert len(list(store.view().statements())) == 2


def test_newer_components_replace_the_findings_under_the_same_number(store: Store) -> None:
    writer, newer = store.writer(), (*factory.MADE_BY, MadeBy("events", "2", None))
    writer.add(factory.record(), "orsk.txt")
    writer.add(factory.findings("Another report."), "other.txt")
    assert not writer.known(factory.report(), newer)
    assert writer.add(factory.findings(made_by=newer), "orsk.txt").verdict == "replaced"
    assert [(entry.number, entry.events) for entry in store.view().reports()] == [(1, 0), (2, 0)]
    assert not list(store.view().events())


def test_a_date_given_later_replaces_and_one_given_earlier_stays(store: Store) -> None:
    writer, dated = store.writer(), factory.report(published="2031-03-06")
    writer.add(factory.record(), "orsk.txt")
    assert not writer.known(dated, factory.MADE_BY)
    assert writer.add(factory.record(published="2031-03-06"), "orsk.txt").verdict == "replaced"
    assert writer.known(factory.report(), factory.MADE_BY)
    assert writer.complete(factory.report(outlet="Harbour Times")) == replace(dated, outlet="Harbour Times")


def test_what_was_read_off_the_text_counts_as_not_given(store: Store) -> None:
    found = factory.findings()
    read_off = replace(found, report=replace(found.report, published="2031-03-06", dated_by=Span(0, 6)))
    store.writer().add(read_off, "orsk.txt")
    assert store.writer().complete(factory.report()).published is None
    assert store.writer().known(factory.report(), factory.MADE_BY)


def test_an_id_stands_for_one_text(store: Store) -> None:
    writer = store.writer()
    writer.add(factory.findings("One text.", id="r1"), "one.jsonl:1")
    with pytest.raises(ConflictError, match="id r1 already stands for another text"):
        writer.add(factory.findings("Another text.", id="r1"), "one.jsonl:2")
    with pytest.raises(ConflictError):
        writer.complete(factory.report("Another text.", id="r1"))
    assert len(list(store.view().reports())) == 1


def test_a_report_is_found_by_number_id_path_and_beginning(store: Store) -> None:
    writer = store.writer()
    for id, path in (("abcd1", "a.txt"), ("abcd2", "b.txt"), ("2", "c.txt"), ("%cd1", "in/d.txt"), ("x", "on/d.txt")):
        writer.add(factory.findings(f"Text {id}.", id=id), path)
    found = {name: store.view().find(name).path for name in ("1", "2", "abcd2", "c.txt", "%cd1", "on/d.txt")}
    assert found == {
        "1": "a.txt",
        "2": "b.txt",
        "abcd2": "b.txt",
        "c.txt": "c.txt",
        "%cd1": "in/d.txt",
        "on/d.txt": "on/d.txt",
    }
    with pytest.raises(UsageError, match=r"1 \(abcd1, a.txt\), 2 \(abcd2, b.txt\)"):
        store.view().find("abcd")
    with pytest.raises(UsageError, match=r"4 \(%cd1, in/d.txt\), 5 \(x, on/d.txt\)"):
        store.view().find("d.txt")
    for unknown in ("6", "abc", "x.txt", ".txt", "", "9" * 30):
        with pytest.raises(UsageError, match="no report"):
            store.view().find(unknown)
    with pytest.raises(UsageError):
        store.view().findings(6)


def _failure(name: str, at: str = "2031-03-06T10:00:00+00:00", reason: str = "empty") -> FailureEntry:
    return FailureEntry(name, name, "read", reason, at, "2031-03-05", None)


def test_failures_are_kept_newest_first_until_they_are_settled(store: Store) -> None:
    writer = store.writer()
    for failure in (_failure("/a"), _failure("/b", "2031-03-07T10:00:00+00:00"), _failure("/c"), _failure("/d")):
        writer.fail(failure)
    writer.fail(_failure("/a", reason="binary"))
    assert [(failure.name, failure.reason) for failure in store.view().failures()] == [
        ("/b", "empty"),
        ("/a", "binary"),
        ("/d", "empty"),
        ("/c", "empty"),
    ]
    for name in ("/a", "/b", "/d", "/never failed"):
        writer.settle(name)
    assert list(store.view().failures()) == [_failure("/c")]


def test_a_forgotten_report_comes_in_as_new(store: Store) -> None:
    writer = store.writer()
    for number in range(3):
        writer.add(factory.findings(f"Text {number}."), f"{number}.txt")
    writer.add(factory.record(), "orsk.txt")
    writer.forget({1, 4})
    assert [entry.number for entry in store.view().reports()] == [2, 3]
    assert not list(store.view().statements())
    assert not list(store.view().events())
    assert writer.add(factory.findings("Text 0."), "0.txt").verdict == "new"
    assert writer.add(factory.record(), "orsk.txt").verdict == "new"
    assert len({entry.number for entry in store.view().reports()}) == 4


def test_an_original_stays_as_it_came_until_its_report_is_forgotten(store: Store) -> None:
    record, writer = factory.record(), store.writer()
    assert writer.add(record, "orsk.html", b"<p>first</p>").verdict == "new"
    assert writer.add(record, "orsk.html", b"<p>other</p>").verdict == "known"
    newer = replace(record, made_by=(MadeBy("parse", "9", None),))
    assert writer.add(newer, "orsk.html", b"<p>other</p>").verdict == "replaced"
    assert store.view().original(1) == b"<p>first</p>"
    writer.forget([1])
    assert store.view().original(1) is None
    writer.add(record, "orsk.txt")
    assert store.view().original(1) is None


def test_texts_are_kept_whatever_they_hold(store: Store) -> None:
    strange = "Ships\0 left \x10 Velia\x100 \x101 \U0010ffff\ufeff ﷽ \r\n\x7f\u202e'\"%s%%:x\\"
    record = factory.findings(strange, title="A\0\x10title", outlet="\x10\0")
    store.writer().add(record, "strange.txt", b"\0\xff")
    store.writer().fail(_failure("/a", reason="NUL: \0"))
    store.register().add(KnownActor(("Or\0sk",), None))
    assert store.view().findings(1) == record
    assert [(entry.headline, entry.outlet) for entry in store.view().reports()] == [("A\0\x10title", "\x10\0")]
    assert [hit.report for hit in store.view().search("velia")] == [1]
    assert [failure.reason for failure in store.view().failures()] == ["NUL: \0"]
    assert store.register().find("or\0sk").names == ("Or\0sk",)
    assert store.view().original(1) == b"\0\xff"
    assert store.writer().known(record.report.as_given(), record.made_by)


def test_names_may_be_of_any_length(store: Store) -> None:
    long = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(150))
    id = long[:500]
    record = factory.record(id=id, outlet=long)
    longer = replace(record, actors=tuple(replace(actor, name=f"{actor.name} {long}") for actor in record.actors))
    store.writer().add(longer, f"/in/{long}.txt")
    store.writer().fail(_failure(f"/in/{long}"))
    store.register().add(KnownActor((long,), None))
    assert store.view().findings(1) == longer
    assert [store.view().find(name).number for name in (id, f"{long}.txt", f"/in/{long}.txt")] == [1, 1, 1]
    assert store.register().find(long).number == 1
    assert store.writer().add(longer, "again.txt").verdict == "known"
    with pytest.raises(ReportError, match="more than 500 characters"):
        store.writer().add(factory.findings("More.", id=long[:501]), "more.txt")


@pytest.mark.parametrize("given", [{"text": "A \ud800 B"}, {"title": "\udfff"}, {"id": "\ud83d"}])
def test_half_a_surrogate_pair_is_refused(store: Store, given: dict[str, str]) -> None:
    with pytest.raises(ReportError, match="half a surrogate pair at character"):
        store.writer().add(factory.findings(**given), "a.txt")
    assert not list(store.view().reports())


def test_lists_are_in_one_order_everywhere(store: Store) -> None:
    outlets = ["b", "B a", "Zeit", "_x", "a", "Österreich", "zeit", "öst", "A-b", "A b", "日本", "😀"]
    for number, outlet in enumerate(outlets):
        store.writer().add(factory.findings(f"Text {number}.", outlet=outlet), f"{number}.txt")
    sorted_by_code_point = sorted(outlets, key=lambda outlet: "".join(map(_small, outlet)))
    assert [entry.outlet for entry in store.view().reports(Cut(sort="outlet"))] == sorted_by_code_point


def _small(letter: str) -> str:
    return letter.lower() if letter.isascii() else letter


def test_a_failed_write_leaves_nothing_behind(workspace: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with open_store(workspace) as store:
        monkeypatch.setattr(sql, "fill", fail)
        with pytest.raises(KeyboardInterrupt):
            store.writer().add(factory.record(), "orsk.txt")
        monkeypatch.undo()
        assert not list(store.view().reports())
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"


def test_two_writers_take_turns(workspace: str) -> None:
    with open_store(workspace) as one, open_store(workspace) as two:
        for number in range(20):
            store = one if number % 2 else two
            store.writer().add(factory.findings(f"Text {number}."), f"{number}.txt")
        assert [entry.number for entry in one.view().reports()] == list(range(1, 21))


def test_reading_goes_on_while_reports_come_in(workspace: str) -> None:
    with open_store(workspace) as store:
        for number in range(3):
            store.writer().add(factory.findings(f"Text {number}."), f"{number}.txt")
        seen = store.view().reports()
        next(seen)
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"
        assert len(list(seen)) == 2


def test_the_record_lasts(workspace: str) -> None:
    with pytest.raises(StoreError, match="sayso read PATH"):
        open_store(workspace, create=False)
    with open_store(workspace) as store:
        store.writer().add(factory.record(), "orsk.txt")
    with open_store(workspace, create=False) as store:
        assert len(list(store.view().events())) == 2
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "known"
