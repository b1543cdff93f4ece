"""What was acknowledged is on disk: a reading that is killed again and again ends as one that never was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.record import open_store


def _record(workspace: Path) -> list[tuple[str, str]]:
    with open_store(workspace, create=False) as store:
        return [(entry.path, store.view().findings(entry.number).to_json()) for entry in store.view().reports()]


@pytest.mark.slow
def test_a_killed_reading_goes_on_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        text = f"The minister of Orsk said on Monday that {number} ships had left Velia. " * 5
        (tmp_path / "in" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sayso", "read", str(tmp_path / "in"), "-w"]
    kept = 0
    for moment in (0.3, 1.0, 0.7, 1.6):
        with subprocess.Popen([*command, str(tmp_path / "killed")], stdout=-1, stderr=-1) as process:
            before = kept
            while process.poll() is None and kept == before:
                time.sleep(0.1)
                kept = _count(tmp_path / "killed")
            time.sleep(moment)
            process.kill()
        assert _count(tmp_path / "killed") >= kept
        kept = _count(tmp_path / "killed")
    assert 0 < kept < 400
    for workspace in ("killed", "unbroken"):
        subprocess.run([*command, str(tmp_path / workspace)], check=True, capture_output=True)
    assert _record(tmp_path / "killed") == _record(tmp_path / "unbroken")
    with sqlite3.connect(tmp_path / "killed" / "sayso.db") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def _count(workspace: Path) -> int:
    if not (workspace / "sayso.db").exists():
        return 0
    with open_store(workspace) as store:
        return sum(1 for _ in store.view().reports())
