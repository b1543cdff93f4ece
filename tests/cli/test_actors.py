"""`sayso actors` at the command line, and what it does to a reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import typer

from sayso.cli import actors_review, main
from sayso.pipeline import Sayso
from sayso.record import open_store

TABLE = """name,aliases,kind,country,sectors,from,to
Orsk Front,OF,armed-group,AFG,REB,,
Ann Bole,,person,KEN,GOV,2010,2012
"""
TEXT = "The Orsk Front said on Monday that talks with Velia had failed."


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(say: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        shown = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, shown.out, shown.err)

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_WORKSPACE", raising=False)
    monkeypatch.setattr("sayso.pipeline.load", lambda model=None, contested="plover", profile=None: say)
    return run


@pytest.fixture
def known(run: Run, tmp_path: Path) -> Run:
    """`run`, with two known actors in the workspace."""
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    assert run("actors", "import", "table.csv").status == 0
    return run


def test_lines_that_cannot_be_read_are_told_with_their_numbers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(f"{TABLE}Bad,,,XYZ,,,\n", encoding="utf-8")
    ran = run("actors", "import", "table.csv")
    assert ran.status == 1
    assert ran.err == "table.csv:4: no such country: XYZ\n"
    assert ran.out == "table.csv: 2 new, 0 known, 0 gone, 1 lines not read\n"


@pytest.mark.parametrize("arguments", [["table.docx"], ["none.csv"], ["table.csv", "--format", "xml"]])
def test_a_file_that_is_no_dictionary_is_wrong_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "table.docx").write_bytes(b"PK")
    ran = run("actors", "import", *arguments)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_they_are_listed_shown_and_written(known: Run, tmp_path: Path) -> None:
    rows = known("actors", "list").out.splitlines()
    assert [row.split("\t")[:4] for row in rows[1:]] == [
        ["1", "Orsk Front", "armed-group", "AFGREB"],
        ["2", "Ann Bole", "person", "KENGOV"],
    ]
    assert len(known("actors", "list", "--origin", "own").out.splitlines()) == 1
    assert json.loads(known("actors", "show", "of", "--json").out)["names"] == ["Orsk Front", "OF"]
    assert "2010-01-01 to 2012-12-31" in known("actors", "show", "2").out
    assert known("actors", "export", "out.csv").status == 0
    assert known("actors", "import", "out.csv").out.startswith("out.csv: 2 new, 0 known")


def test_they_are_entered_merged_and_split(known: Run) -> None:
    assert known("actors", "add", "Front of Orsk", "--country", "AFG", "--sectors", "REB MIL").status == 0
    assert "Front of Orsk" in known("actors", "merge", "OF", "Front of Orsk").out
    assert known("actors", "split", "OF", "Front of Orsk").status == 0
    assert known("actors", "add", "X", "--country", "Nowhere").status == 2
    assert known("actors", "show", "Nobody").status == 2


def test_reports_are_read_by_them_and_anew_when_they_change(known: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(TEXT, encoding="utf-8")
    known("read", "in.txt")
    with open_store(tmp_path / ".sayso") as store:
        (front,) = [actor for actor in store.view().findings(1).actors if "Orsk" in actor.name]
        assert (front.code, front.rule) == ("AFGREB", "knowledge")
    assert " known 1 " in " ".join(known("read", "in.txt").out.split())
    known("actors", "add", "Velia")
    assert " known 1 " not in " ".join(known("read", "in.txt").out.split())


def test_candidates_are_asked_about_with_one_key(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, name in enumerate(["Tarn Guard", "Tarn Guard", "Marlow League", "Marlow League"]):
        text = f"The {name} said on Monday that talk number {number} had failed."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    run("read", *(f"{number}.txt" for number in range(4)))
    listed = run("actors", "candidates").out
    assert "[[" in listed
    assert "Tarn Guard" in listed
    assert "Marlow League" in listed
    assert run("actors", "candidates", "--ask").status == 2
    keys = iter("yn")
    monkeypatch.setattr(typer, "getchar", lambda: next(keys))
    with open_store(tmp_path / ".sayso") as store:
        register = store.register()
        monkeypatch.setattr(actors_review.sys, "stdin", type("Terminal", (), {"isatty": lambda _: True})())
        actors_review.review(register, register.candidates())
        assert len(list(register.actors())) == 1
        assert register.candidates() == []
