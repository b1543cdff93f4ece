from __future__ import annotations

import io
import json
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import factory
import jsonschema
import pytest

from sayso import __version__, pipeline
from sayso.cli import main
from sayso.model import Findings, Report
from sayso.pipeline import Sayso
from sayso.record import open_store

TEXT = "The minister of Orsk said on Monday that talks with Velia had failed."


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(say: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        shown = capsysbinary.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, shown.out.decode(), shown.err.decode())

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_WORKSPACE", raising=False)
    monkeypatch.setattr(
        pipeline,
        "load",
        lambda model=None, contested="plover", profile=None: say if model is None else Sayso(model, contested, profile),
    )
    return run


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """`run`, with one record by hand in the workspace."""
    with open_store(tmp_path / ".sayso") as store:
        store.writer().add(factory.record(published="2031-03-06"), "orsk.txt")
    return run


def _one_line(ran: Ran) -> str:
    (line,) = ran.err.splitlines()
    assert ran.out == ""
    return line


def test_version(run: Run) -> None:
    assert run("--version") == Ran(0, f"sayso {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["read"], ["show"], ["annotate"], ["lead"], ["read", "x", "--workers", "0"]])
def test_wrong_usage_ends_with_two(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).status == 2


def test_a_folder_is_read_once_and_known_after(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"\0\1\2")
    first = run("read", "in", "missing.txt")
    assert first.status == 1
    assert first.err == ""
    words = " ".join(first.out.split())
    assert "new 1 known 0 failed 2" in words
    assert "in/b.txt: binary, not text: a NUL at byte 0" in words
    assert "missing.txt: no such file or directory" in words
    assert "--published" in words
    assert f"Workspace: {tmp_path / '.sayso'}" in words
    again = run("read", "in/a.txt", "--published", "2011-10-06", "--outlet", "Orsk Times")
    assert again.status == 0
    assert "new 0 read again 1" in " ".join(again.out.split())
    assert "--published" not in again.out
    assert "known 1 failed 0 statements 0 events 0" in " ".join(run("read", "in/a.txt").out.split())


def test_standard_input_and_the_workspace_variable(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_WORKSPACE", str(tmp_path / "elsewhere"))
    assert run("read", "-", stdin=TEXT.encode()).status == 0
    assert (tmp_path / "elsewhere" / "sayso.db").is_file()
    assert json.loads(run("reports", "--json").out)["path"] == "-"
    assert run("reports", "-w", tmp_path / "other").status == 1


def test_what_to_run_next_finds_the_workspace(run: Run, tmp_path: Path) -> None:
    told = run("read", "-", "-w", "my record", stdin=TEXT.encode()).out
    (shown,) = [line.split(" — ")[0] for line in told.splitlines() if "sayso show" in line]
    program, *arguments = shlex.split(shown)
    assert program == "sayso"
    assert run(*arguments).status == 0
    assert " -w" not in run("read", "-", stdin=TEXT.encode()).out


@pytest.mark.parametrize("day", ["yesterday", "2011-13-01", "2999-01-01"])
def test_a_given_date_that_cannot_be_is_wrong_usage(run: Run, tmp_path: Path, day: str) -> None:
    ran = run("read", ".", "--published", day)
    assert ran.status == 2
    assert day in _one_line(ran)
    assert not (tmp_path / ".sayso").exists()


def test_a_model_that_cannot_be_used_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    ran = run("read", ".", "--model", "no_such_pipeline")
    assert ran.status == 2
    assert "no_such_pipeline" in _one_line(ran)
    assert not (tmp_path / ".sayso").exists()


def test_a_store_that_cannot_be_used_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / ".sayso").write_bytes(b"a file, not a folder")
    for arguments in (["read", "a.txt"], ["reports"]):
        ran = run(*arguments)
        assert ran.status == 1
        assert ".sayso" in _one_line(ran)
    (tmp_path / ".sayso").unlink()
    (tmp_path / ".sayso").mkdir()
    (tmp_path / ".sayso" / "sayso.db").write_bytes(b"no database" * 1000)
    for arguments in (["read", "a.txt"], ["events"], ["show", "1"]):
        ran = run(*arguments)
        assert ran.status == 1
        assert "not a database" in _one_line(ran)


def test_there_is_nothing_to_list_before_reading(run: Run, tmp_path: Path) -> None:
    ran = run("statements")
    assert ran.status == 1
    assert "sayso read PATH" in _one_line(ran)
    assert not (tmp_path / ".sayso").exists()


@pytest.mark.parametrize(("command", "rows"), [("reports", 1), ("statements", 2), ("events", 2)])
def test_lists(kept: Run, tmp_path: Path, command: str, rows: int) -> None:
    ran = kept(command)
    assert (ran.status, len(ran.out.splitlines())) == (0, rows + 1)
    assert ran.err == f"Workspace: {tmp_path / '.sayso'}\n"
    objects = [json.loads(line) for line in kept(command, "--json").out.splitlines()]
    assert len(objects) == rows


def test_show_by_number_id_and_path(kept: Run) -> None:
    id = factory.report().id
    shown = [kept("show", name).out for name in ("1", id, id[:4], "orsk.txt")]
    assert len(set(shown)) == 1
    assert "Two envoys of Velia → commanders of the Orsk Front, via a Maltese bank" in shown[0]
    assert Findings.from_json(kept("show", "1", "--json").out) == factory.record(published="2031-03-06")


def test_show_what_is_not_there_or_not_clear(kept: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / ".sayso") as store:
        for id in ("beef1", "beef2"):
            store.writer().add(factory.findings(id, id=id), f"{id}.txt")
    for name, reason in (
        ("9", "no report 9"),
        ("bee", "no report bee"),
        ("beef", "2 (beef1, beef1.txt), 3 (beef2, beef2.txt)"),
    ):
        ran = kept("show", name)
        assert ran.status == 2
        assert reason in ran.err


def test_a_list_that_breaks_off_says_why(kept: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / ".sayso" / "sayso.db") as raw:
        raw.execute("UPDATE report SET findings = '{'")
    ran = kept("show", "1")
    assert ran.status == 1
    assert "report 1" in ran.err.splitlines()[-1]


LINES = (
    b'{"id": "r1", "text": "The minister of Orsk resigned.", "published": "2011-10-06"}\n'
    b'{"id": "r2"}\n\n'
    b'{"id": "r3", "text": "Talks failed."}\n'
)


def test_annotate_keeps_the_order_and_names_bad_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(LINES)
    ran = run("annotate", "in.jsonl", "--out", "out.jsonl")
    assert ran == Ran(1, "", "in.jsonl:2: no text\n")
    records = [Findings.from_json(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record.report.id for record in records] == ["r1", "r3"]
    piped = run("annotate", "-", stdin=LINES)
    assert piped == Ran(1, (tmp_path / "out.jsonl").read_text(encoding="utf-8"), "-:2: no text\n")


def test_annotate_into_its_own_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(LINES.replace(b'{"id": "r2"}\n', b""))
    assert run("annotate", "in.jsonl", "-o", "in.jsonl").status == 0
    assert len((tmp_path / "in.jsonl").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize("arguments", [["missing.jsonl"], ["."], ["in.jsonl", "--out", "none/out.jsonl"]])
def test_annotate_without_a_way_in_or_out_is_wrong_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "in.jsonl").write_bytes(LINES)
    ran = run("annotate", *arguments)
    assert ran.status == 2
    _one_line(ran)


def test_jobs_lists_what_failed_and_reads_it_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    read = run("read", "a.txt", "missing.txt", "--outlet", "Orsk Times")
    assert "sayso jobs" in read.out
    listed = run("jobs")
    assert (listed.status, len(listed.out.splitlines())) == (0, 3)
    assert listed.err == f"Workspace: {tmp_path / '.sayso'}\n"
    missing, empty = [json.loads(line) for line in run("jobs", "--json").out.splitlines()]
    assert (missing["name"], missing["reason"]) == (str(tmp_path / "missing.txt"), "no such file or directory")
    assert (empty["stage"], empty["reason"], empty["outlet"]) == ("read", "empty", "Orsk Times")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    again = run("jobs", "--retry")
    assert again.status == 1
    assert "new 1 known 0 failed 1" in " ".join(again.out.split())
    assert json.loads(run("reports", "--json").out)["outlet"] == "Orsk Times"
    (tmp_path / "missing.txt").write_text(TEXT, encoding="utf-8")
    assert run("jobs", "--retry").status == 0
    assert run("jobs", "--json").out == ""


def test_doctor_tells_what_is_wrong(kept: Run, tmp_path: Path) -> None:
    told = f"Workspace: {tmp_path / '.sayso'}\n"
    assert kept("doctor") == Ran(0, "Sound.\n", told)
    with sqlite3.connect(tmp_path / ".sayso" / "sayso.db") as raw:
        raw.execute("UPDATE statement SET words = '\x1b[2J' WHERE id = 's1'")
    ran = kept("doctor")
    assert (ran.status, ran.out) == (1, "report 1: statement s1: not as in the record: words\n")
    assert kept("doctor", "-w", "none").status == 1


def test_backup_and_restore(kept: Run, tmp_path: Path) -> None:
    assert kept("backup", "copy").out == "copy: 1 reports, sound\n"
    assert kept("backup", "copy").status == 2
    assert kept("restore", "copy").status == 2
    assert kept("restore", "copy", "-w", "other").out == "copy: 1 reports restored\n"
    assert kept("reports", "-w", "other").out == kept("reports").out
    assert kept("restore", "missing", "-w", "third").status == 1
    assert not (tmp_path / "third").exists()


def test_forget_asks_and_forgets(kept: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    kept("read", "a.txt")
    unasked = kept("forget", "a.txt")
    assert unasked.status == 2
    assert "--yes" in unasked.err
    assert kept("forget", "a.txt", "none.txt", "--yes").status == 2
    assert len(kept("reports").out.splitlines()) == 3
    assert "a.txt" in kept("forget", "a.txt", "--yes").out
    assert len(kept("reports").out.splitlines()) == 2
    assert kept("show", "a.txt").status == 2
    assert "new 1 known 0" in " ".join(kept("read", "a.txt").out.split())


def test_schema_describes_the_records(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert schema["title"] == "sayso.record/1"
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for record in (factory.record(), Findings(Report("r1", "Words."))):
        validator.validate(json.loads(record.to_json()))


def test_a_record_is_shown_on_a_page(kept: Run, tmp_path: Path) -> None:
    ran = kept("show", "1", "--html", "out.html")
    assert (ran.status, ran.out) == (0, "out.html\n")
    assert "a senior Velian official" in (tmp_path / "out.html").read_text(encoding="utf-8")
    assert kept("show", "1", "--html", "none/out.html").status == 2
    assert kept("show", "1", "--html", "out.html", "--json").status == 2


def test_a_text_that_dates_itself_in_the_future_is_not_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT}\n\nPublished in The Orsk Herald, May 15th, 2093.\n", encoding="utf-8")
    ran = run("read", "a.txt")
    assert ran.status == 1
    assert "a.txt: its text dates it in the future: 2093-05-15" in ran.out


def test_output_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    for shell in ("exec >/dev/full", "exec >&-"):
        command = f"{shell}; exec {sys.executable} -m sayso schema"
        ran = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
        full = "full" in shell
        assert (ran.returncode, ran.stderr) == ((1, "sayso: output: no space left on device\n") if full else (0, ""))
