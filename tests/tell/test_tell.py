from __future__ import annotations

import io
import json
from dataclasses import replace

import factory
import pytest
from rich.console import Console

from sayso.model import Failure, Receipt
from sayso.record import MemoryStore, View
from sayso.tell import EVENTS, REPORTS, STATEMENTS, Summary, entry_line, tell_record, visible


@pytest.fixture
def view() -> View:
    store = MemoryStore()
    store.writer().add(factory.record(published="2031-03-06", outlet="Harbour Times"), "orsk.txt")
    return store.view()


def _text(view: View) -> str:
    entry = view.find("1")
    return "\n".join(line for section in tell_record(entry, view.findings(1)) for line in section.text())


def test_a_record_shows_every_field_with_its_words(view: View) -> None:
    shown = _text(view)
    for line in (
        "headline   Envoys met rebels of Orsk in secret",
        "dateline   TARN: (Tarn, city)",
        "published  2031-03-06",
        "s1 · a senior Velian official · unnamed · says",
        "cue        told",
        "anonymity  role-institution",
        "occasion   the Harbour Times",
        "said       last Monday (2031-03-03)",
        "s2 · a senior Velian official · unnamed · promises",
        "speaker    the official = a senior Velian official",
        "words      “They will talk again,”",
        "via        a senior Velian official (s1)",
        "e1 · CONSULT · occurred · Two envoys of Velia → commanders of the Orsk Front, via a Maltese bank",
        "where      Tarn (Tarn, city)",
        "say-so     a senior Velian official (s1)",
        "e2 · CONSULT · planned · They",
        "say-so     a senior Velian official (s2) ← a senior Velian official (s1)",
    ):
        assert line in shown


def test_low_confidence_is_grey_on_a_terminal_only(view: View) -> None:
    sections = {section.title[:2]: section for section in tell_record(view.find("1"), view.findings(1))}
    assert [sections[id].grey for id in ("s1", "s2", "e1", "e2")] == [False, True, False, True]
    terminal = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=60)
    terminal.print(sections["s2"].rich())
    assert "\x1b[90ms2" in terminal.file.getvalue()  # type: ignore[attr-defined]
    assert "\x1b" not in _text(view)


def test_a_foreign_report_is_said_to_be_left_unread() -> None:
    found = factory.findings("Ein Satz.")
    foreign = replace(found, report=replace(found.report, language="de"))
    store = MemoryStore()
    store.writer().add(foreign, "a.txt")
    assert "Not in English" in _text(store.view())


def test_lists_are_tab_separated_in_a_pipe(view: View) -> None:
    headings, row = REPORTS.lines(view.reports())
    assert len(headings.split("\t")) == len(row.split("\t"))
    assert "orsk.txt" in row.split("\t")
    assert "a senior Velian official ← a senior Velian official" in list(STATEMENTS.lines(view.statements()))[2]
    events = list(EVENTS.lines(view.events()))
    assert "Two envoys of Velia → commanders of the Orsk Front, via a Maltese bank" in events[1].split("\t")


def test_lists_fit_the_terminal_one_line_an_entry(view: View) -> None:
    terminal = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=70)
    terminal.print(EVENTS.table(view.events()))
    lines = terminal.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert len(lines) == 4
    assert "\x1b[90m" in lines[3]


def test_an_entry_is_one_json_object(view: View) -> None:
    (first, _) = (json.loads(entry_line(entry)) for entry in view.events())
    assert (first["actor"], first["status"], first["confidence"]) == ("Two envoys of Velia", "occurred", 0.88)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[bold]not bold[/bold]", "[bold]not bold[/bold]"),
        ("a\x1b]0;title\x07b", "a\\x1b]0;title\\x07b"),
        ("pay \u202e001$", "pay \\u202e001$"),
        ("two\r\nlines\x0b", "two lines"),
        ("\x9b31m \ud800 \U000e0041", "\\x9b31m \\ud800 \\U000e0041"),
        ("Zürich — “so” 🕊 שלום", "Zürich — “so” 🕊 שלום"),
    ],
)
def test_hostile_text_is_shown_harmlessly(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_hostile_text_stays_harmless_in_every_view() -> None:
    text = "[red]\x1b[2J\u202eHead[/red]\n\nBody\x1b[2J."
    store = MemoryStore()
    store.writer().add(factory.findings(text, outlet="\x1b[1m[blink]Times"), "\x1b[2Ja.txt")
    view, terminal = store.view(), Console(file=io.StringIO(), width=200)
    terminal.print(REPORTS.table(view.reports()))
    for section in tell_record(view.find("1"), view.findings(1)):
        terminal.print(section.rich())
    shown = terminal.file.getvalue()  # type: ignore[attr-defined]
    assert "[red]" in shown
    assert "[blink]Times" in shown
    assert "\x1b" not in shown + _text(view) + "".join(REPORTS.lines(view.reports()))
    assert "\u202e" not in shown


def _summary(*outcomes: Receipt | Failure) -> str:
    summary = Summary()
    for outcome in outcomes:
        summary.take(outcome)
    return "\n".join(line for section in summary.sections("/w/.sayso") for line in section.text())


def test_a_summary_counts_what_is_new_and_names_what_failed(view: View) -> None:
    entry = view.find("1")
    shown = _summary(Receipt("new", entry), Receipt("known", entry), Failure("bad.txt", "read", "empty"))
    lines = " ".join(shown.split())
    assert "new 1 known 1 failed 1 statements 2 events 2 Failed bad.txt: empty Workspace: /w/.sayso" in lines
    assert "sayso show 1" in lines
    assert "no date" not in lines


def test_a_summary_says_what_is_undated_and_what_is_foreign(view: View) -> None:
    undated = replace(view.find("1"), published=None)
    shown = _summary(Receipt("new", undated), Receipt("replaced", replace(undated, language="de")))
    assert "2 reports have no date" in shown
    assert "--published" in shown
    assert "1 report is not in English" in shown
    assert "read again" in shown


def test_a_summary_of_nothing_offers_nothing_to_show() -> None:
    assert "sayso show" not in _summary(Failure("bad.txt", "read", "empty"))
