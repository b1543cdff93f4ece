from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import factory
import jsonschema
import pytest

from sayso.cli import main
from sayso.record import open_store


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on a workspace with one record by hand, and the same told by another outlet."""

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        shown = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, shown.out, shown.err)

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_WORKSPACE", raising=False)
    with open_store(tmp_path / ".sayso") as store:
        store.writer().add(factory.record(published="2031-03-06", outlet="Harbour Times"), "orsk.txt")
        store.writer().add(factory.record(published="2031-03-07", outlet="Tarn Post", id="other"), "copy.txt")
    return run


def lines(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_timeline_has_each_event_once(kept: Run) -> None:
    found = kept("timeline", "--json")
    schema = json.loads(kept("schema", "--linked").out)
    for event in lines(found):
        jsonschema.validate(event, schema)
        assert len(event["members"]) == 2
    assert "Two envoys of Velia" in kept("timeline", "--type", "CONSULT", "--sort", "-when").out


def test_an_event_is_told_with_its_origins_and_what_is_not_known(kept: Run) -> None:
    event = lines(kept("timeline", "--json"))[0]
    told = kept("event", str(event["id"])[:10])
    assert told.status == 0
    assert "Origins" in told.out
    assert "Not known" in told.out
    assert lines(kept("event", event["id"], "--json")) == [event]
    assert kept("event", "Enone").status == 2


def test_copies_are_one_family(kept: Run) -> None:
    first, second = lines(kept("families", "--json"))
    assert (first["kind"], second["kind"], second["of"]) == ("original", "exact", first["report"])


def test_a_person_decides(kept: Run) -> None:
    before = kept("timeline", "--json").out
    assert kept("judge", "1", "e1", "2", "e1", "--different").out.count("1 mention") == 2
    assert kept("judge", "1", "e1", "2", "e1", "--same").status == 0
    assert kept("timeline", "--json").out == before
    (found,) = lines(kept("judgements", "--json"))
    assert (found["words"], found["other_words"], found["decided"], found["binds"]) == ("met", "met", "the same", True)
    assert kept("judge", "1", "e9", "2", "e1", "--same").status == 2


def test_records_are_linked_without_a_workspace(kept: Run, tmp_path: Path) -> None:
    first, second = kept("show", "1", "--json").out.strip(), kept("show", "2", "--json").out.strip()
    (tmp_path / "in.jsonl").write_text(f"{first}\n{second}\nno record\n{first}")
    ran = kept("link", "in.jsonl", "-o", "out.jsonl")
    assert ran.status == 1
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == ["in.jsonl:3", "in.jsonl:4"]
    assert (tmp_path / "out.jsonl").read_text().splitlines() == kept("timeline", "--json").out.splitlines()
    assert kept("link", "none.jsonl").status == 2


def test_decisions_that_contradict_one_another_are_told(kept: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / ".sayso") as store:
        store.writer().add(factory.record(published="2031-03-08", outlet="Quay Mail", id="third"), "third.txt")
    assert kept("judge", "1", "e1", "2", "e1", "--different").status == 0
    assert kept("judge", "1", "e1", "3", "e1", "--same").status == 0
    last = kept("judge", "2", "e1", "3", "e1", "--same")
    assert last.status == 1
    assert "keep the two apart" in last.err
    assert sorted(row["binds"] for row in lines(kept("judgements", "--json"))) == [False, True, True]


def test_an_event_is_not_judged_against_itself(kept: Run) -> None:
    assert kept("judge", "1", "e1", "1", "e1", "--different").status == 2


def test_events_do_not_take_the_place_of_the_records_they_are_made_of(kept: Run, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("", encoding="utf-8")
    assert kept("link", str(records), "--out", str(records)).status == 2


def test_an_id_is_found_in_small_letters(kept: Run) -> None:
    event = lines(kept("timeline", "--json"))[0]["id"]
    assert kept("event", event[:10].lower(), "--json").out == kept("event", event, "--json").out
