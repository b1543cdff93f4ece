"""Several programs on one workspace: they take turns, and nobody hears of a lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.record import open_store, store_place
from sayso.record.examining import examine

WRITER = """
import sys
import factory
from sayso.record import open_store, store_place
from sayso.record.jobs import Jobs
from sayso.model import Failure
name, folder, many, shared = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with open_store(folder) as store:
    writer, jobs = store.writer(), Jobs(store)
    for number in range(many):
        who = "all" if number < shared else name
        path = f"/{who}-{number}.txt"
        jobs.take(path, writer.add(factory.findings(f"Report {number} of {who}."), path))
        jobs.take("/bad.txt", Failure("/bad.txt", "read", "empty"))
        sum(1 for _ in store.view().reports()) if number % 20 == 0 else None
"""


def _all_at_once(workspace: str, programs: int, many: int, shared: int) -> None:
    command = [sys.executable, "-c", WRITER]
    running = [
        subprocess.Popen(
            [*command, str(number), workspace, str(many), str(shared)],
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[1],
        )
        for number in range(programs)
    ]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, "")


def test_readings_at_once_share_a_workspace(workspace: str) -> None:
    _all_at_once(workspace, programs=3, many=60, shared=30)
    with open_store(workspace) as store:
        paths = [entry.path for entry in store.view().reports()]
        assert len(paths) == len(set(paths)) == 30 + 3 * 30
        assert [failure.name for failure in store.view().failures()] == ["/bad.txt"]
    assert list(examine(store_place(workspace, must=True))) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_many_begin_one_workspace_at_once(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    for attempt in range(10):
        folder = str(tmp_path / str(attempt))
        workspace = folder if kind == "sqlite" else request.getfixturevalue("server").address()
        _all_at_once(workspace, programs=8, many=2, shared=1)
        with open_store(workspace) as store:
            assert len(list(store.view().reports())) == 9
