"""A workspace on PostgreSQL from the command line: everything as with a folder, and nowhere its password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from stub_reader import StubReader

from sayso import pipeline
from sayso.cli import main
from sayso.config import Settings

Run = Callable[..., str]


@pytest.fixture
def run(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """A command on a workspace whose address has a password; what it tells."""

    def run(*arguments: str, status: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        told = capfd.readouterr()
        assert ended.value.code == status, told
        assert "s3cret" not in told.out + told.err
        assert "/postgres?host=" in told.out + told.err
        return told.out

    (tmp_path / "a.txt").write_text("The minister of Orsk said that talks had failed.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "load", StubReader)
    monkeypatch.setenv("SAYSO_WORKSPACE", database)
    return run


def test_every_command_works_as_on_a_folder(run: Run) -> None:
    run("reports", status=1)
    assert "sayso reports — lists" in run("read", "a.txt", "missing.txt", status=1)
    assert "new 0 known 1" in " ".join(run("read", "a.txt").split())
    assert "a.txt" in run("reports")
    assert "[[talks]]" in run("search", "talks", "--in", "reports")
    assert "missing.txt" in run("jobs")
    assert "path       a.txt" in run("show", "1")
    run("families")
    run("timeline")
    assert run("doctor") == "Sound.\n"
    assert run("backup", "copy.db") == "copy.db: 1 reports, sound\n"
    run("restore", "copy.db", status=2)
    run("forget", "1", "--yes")
    assert run("restore", "copy.db", "--force") == "copy.db: 1 reports restored\n"
    assert "a.txt" in run("reports")


def test_what_to_run_next_names_the_workspace_without_its_password(
    run: Run, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAYSO_WORKSPACE")
    assert "-w 'postgresql://tests:***@/postgres?host=" in run("read", "a.txt", "-w", database)


def test_an_address_in_the_settings_file_is_a_server(database: str, tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text(f'workspace = "{database}"\n', encoding="utf-8")
    found = Settings.gather({}, {}, tmp_path / "sayso.toml").workspace
    assert "s3cret" not in f"{found} {found!r} {Settings(found)!r}"
    assert not isinstance(found, Path)
