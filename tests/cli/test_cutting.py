"""Lists are cut, shaped and searched at the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import factory
import pytest

from sayso.cli import main
from sayso.record import open_store

PAYLOADS = ["'", '"', "NEAR(a b)", "\udcff", "\n"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_WORKSPACE", str(tmp_path))
    with open_store(tmp_path) as store:
        store.writer().add(factory.record(published="2031-03-06", outlet='=HYPERLINK("x"), or'), "orsk.txt")
        for number in range(30):
            store.writer().add(factory.findings(f"Text {number} of ships."), f"{number}.txt")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        shown = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, shown.out, shown.err

    return run


def test_filters_order_and_columns(run) -> None:  # type: ignore[no-untyped-def]
    assert run("events", "--actor", "orsk front", "--columns", "id,when")[1] == "id\twhen\ne1\t2031-03-03\n"
    assert run("statements", "--sort", "-confidence", "--columns", "id")[1] == "id\ns1\ns2\n"
    assert run("statements", "--stance", "PROMISES", "--stance", "denies", "--columns", "id")[1] == "id\ns2\n"
    assert run("reports", "--report", "orsk.txt", "--columns", "report")[1] == "report\n1\n"
    assert run("reports", "--sort", "-report", "--limit", "2", "--columns", "report")[1] == "report\n31\n30\n"
    assert json.loads(run("events", "--until", "2031-03-05", "--json")[1])["id"] == "e1"


def test_events_are_shown_whole(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("events", "--whole", "--report", "orsk.txt", "--limit", "1")[1]
    assert shown.startswith("Report 1\n  contexts   none told\n")
    assert "  e1 · CONSULT · occurred · " in shown
    assert "told       …" in shown
    assert "[[met]]" in shown
    row = json.loads(run("events", "--whole", "--json", "--limit", "1")[1])
    assert row["id"] == "e1"
    assert [mention["words"] for mention in row["mentions"]][:1] == ["met"]
    assert row["counts"] == []
    assert run("events", "--whole", "--csv")[0] == 2


def test_types_are_those_of_the_codebook_in_use(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    assert run("events", "--type", "REAP")[0] == 2
    monkeypatch.setenv("SAYSO_PROFILE", "harvest")
    assert run("events", "--type", "reap", "--columns", "id")[1] == "id\n"


def test_sources_are_listed_and_cut(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("sources", "--columns", "source,statements,reports")[1]
    assert shown == "source\tstatements\treports\na senior Velian official\t2\t1\n"
    assert run("sources", "--stance", "denies", "--columns", "source")[1] == "source\n"
    assert json.loads(run("sources", "--json")[1])["standings"] == ["unnamed"]
    assert run("sources", "--sort", "colour")[0] == 2


def test_csv_can_be_read_back_and_runs_nothing(run) -> None:  # type: ignore[no-untyped-def]
    status, out, _ = run("reports", "--csv", "--limit", "1", "--columns", "report,outlet,headline")
    assert status == 0
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert rows == [["report", "outlet", "headline"], ["1", '\'=HYPERLINK("x"), or', factory.HEADLINE]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["events", "--type", "FIGHT"], "type: 'FIGHT' is none of AGREE, CONSULT"),
        (["statements", "--standing", "tall"], "standing: 'tall' is none of named"),
        (["events", "--since", "soon"], "since: 'soon' is not a day, month or year"),
        (["reports", "--columns", "report,colour"], "columns: 'colour' is none of report, id"),
        (["reports", "--sort", "colour"], "sort: 'colour' is none of report, id"),
        (["reports", "--json", "--csv"], "--json"),
        (["events", "--report", "99"], "no report 99"),
        (["search", "?"], "no word to look for"),
        (["events", "--stance", "says"], "--stance"),
        (["events", "--limit", "0"], "--limit"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(run, arguments: list[str], told: str) -> None:  # type: ignore[no-untyped-def]
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert told in err


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_parameter_is_a_way_into_the_store(run, payload: str) -> None:  # type: ignore[no-untyped-def]
    asked = [["search", f"x{payload}"], ["search", payload], ["statements", f"--speaker={payload}"]]
    asked += [["events", f"--{name}={payload}"] for name in ("actor", "type", "since", "report", "about", "sort")]
    asked += [["reports", f"--{name}={payload}"] for name in ("columns", "limit", "standing", "until", "speaker")]
    for arguments in asked:
        status, _, err = run(*arguments)
        assert status in {0, 2}
        assert "Traceback" not in err
    assert run("reports", "--csv")[1].count("\r\n") == 32


def test_search_gives_the_row_the_place_and_the_words(run) -> None:  # type: ignore[no-untyped-def]
    (hit,) = map(json.loads, run("search", "talk again", "--in", "statements", "--json")[1].splitlines())
    assert (hit["report"], hit["statement"], hit["snippet"]) == (1, "s2", "“They will [[talk]] [[again]],”")
    assert run("search", "ships -text", "--json")[1] == ""
    assert len(run("search", '"of ships"', "--limit", "7", "--json")[1].splitlines()) == 7


def _on_terminal(*arguments: str) -> str:
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "LINES": "24", "PAGER": "sed s/^/paged:/"}
    command = [sys.executable, "-m", "sayso", *arguments]
    process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    with process:
        while select.select([leader], [], [], 60)[0]:
            try:
                shown += os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
    os.close(leader)
    return shown.decode()


def test_a_long_list_is_paged_on_a_terminal(folder: Path) -> None:
    assert _on_terminal("reports").count("paged:") > 30
    assert "paged:" not in _on_terminal("reports", "--no-pager")
    assert "paged:" not in _on_terminal("reports", "--limit", "5")
    assert "Nothing matches" in _on_terminal("events", "--type", "ASSAULT")
