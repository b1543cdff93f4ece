"""`sayso times` and `sayso places`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.pipeline import Sayso
from sayso.record import open_store

TEXT = "The envoys will meet Monday in Paris, Texas, the mayor of Muscat said."


@pytest.fixture
def workspace(say: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one report; commands read with the reader that is loaded already."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with open_store(tmp_path / "w") as store:
        list(say.ingest([tmp_path / "a.txt"], store, published="2019-06-12"))
    monkeypatch.setattr("sayso.pipeline.load", lambda model: say)
    return tmp_path / "w"


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_times_tell_rule_anchor_and_side(workspace: Path) -> None:
    shown = run("times", "1", "--workspace", str(workspace))
    for told in ("Monday", "DATE 2019-06-17", "weekday", "2019-06-12, the day of publication", "after it"):
        assert told in shown


def test_places_tell_candidates_with_scores(workspace: Path) -> None:
    shown = run("places", "a.txt", "--workspace", str(workspace))
    for told in ("Paris, USA, city (literal)", "lies in", "Texas", "in FRA", "population"):
        assert told in shown


@pytest.mark.parametrize(("command", "noun"), [("times", "time"), ("places", "place")])
def test_json_is_an_object_a_line(workspace: Path, command: str, noun: str) -> None:
    for line in run(command, "1", "--workspace", str(workspace), "--json").splitlines()[:1]:
        assert noun in json.loads(line)


def test_a_report_with_no_times(say: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The mayor said that the bridge was safe and nobody was hurt.", encoding="utf-8")
    with open_store(tmp_path / "w") as store:
        list(say.ingest([tmp_path / "a.txt"], store))
    monkeypatch.setattr("sayso.pipeline.load", lambda model: say)
    assert "None in this report." in run("times", "1", "--workspace", str(tmp_path / "w"))


def test_files_are_for_import_only(tmp_path: Path) -> None:
    from sayso.errors import UsageError

    for arguments in (
        ["places", "build", "x.zip"],
        ["places", "import"],
        ["places", "import", str(tmp_path / "x.zip")],
    ):
        with pytest.raises(UsageError):
            CliRunner().invoke(app, arguments, catch_exceptions=False)
