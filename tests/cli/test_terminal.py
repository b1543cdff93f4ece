"""What only a real process on a real terminal shows."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import factory
import pytest

from sayso.record import open_store

SAYSO = [sys.executable, "-m", "sayso"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose list of reports is more than a pipe holds."""
    folder = tmp_path_factory.mktemp("filled")
    with open_store(folder / ".sayso") as store:
        store.writer().add(factory.record(), "\x1b[2Jorsk.txt")
        for number in range(300):
            store.writer().add(factory.findings(f"Text {number}."), f"{number}{'x' * 300}.txt")
    return folder


@pytest.fixture
def workspace(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(filled)
    return filled


def _on_terminal(*arguments: str, **environment: str) -> str:
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    with subprocess.Popen([*SAYSO, *arguments], stdout=follower, stderr=follower, env=environment) as process:
        os.close(follower)
        shown = b""
        try:
            while part := os.read(leader, 65536):
                shown += part
        except OSError:  # the other end is closed
            pass
    os.close(leader)
    assert process.returncode == 0
    return shown.decode()


def test_colour_on_a_terminal_none_when_unwanted_none_in_a_pipe(workspace: Path) -> None:
    assert "\x1b[90m" in _on_terminal("show", "1")
    unwanted = _on_terminal("show", "1", NO_COLOR="1")
    assert "\x1b[90m" not in unwanted
    assert "\x1b[36m" not in unwanted
    piped = subprocess.run([*SAYSO, "show", "1"], capture_output=True, check=True, text=True, encoding="utf-8")
    assert "\x1b" not in piped.stdout + piped.stderr
    assert "\\x1b[2Jorsk.txt" in piped.stdout


def test_a_reader_that_walks_away_is_no_error(workspace: Path) -> None:
    command = f"{sys.executable} -m sayso reports | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True, text=True)
    assert done.stdout.startswith("report\tid")
    assert done.stderr == f"Workspace: {workspace / '.sayso'}\n"


def test_words_that_the_terminal_cannot_show_do_not_stop_it(workspace: Path) -> None:
    _on_terminal("show", "1", PYTHONIOENCODING="ascii", LC_ALL="C")
    _on_terminal("events", PYTHONIOENCODING="ascii", LC_ALL="C")


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_reading_keeps_what_it_has(interruptible: None, tmp_path: Path, workers: str) -> None:
    for number in range(3000):
        (tmp_path / f"{number}.txt").write_text(
            f"The minister said that {number} ships had left. " * 30, encoding="utf-8"
        )
    command = [*SAYSO, "read", str(tmp_path), "-w", str(tmp_path / "w"), "-n", workers]
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, start_new_session=True) as process:
        while not _read_so_far(tmp_path / "w"):
            time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (130, "Interrupted: what was read so far is kept.\n")
    assert f"Workspace: {tmp_path / 'w'}" in out
    assert 0 < _read_so_far(tmp_path / "w") < 3000


def _read_so_far(workspace: Path) -> int:
    if not (workspace / "sayso.db").exists():
        return 0
    with open_store(workspace) as store:
        return len(list(store.view().reports()))
