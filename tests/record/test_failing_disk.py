"""A disk whose writes and syncs fail under SQLite: what was acknowledged stays, and it goes on afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.record import open_store
from sayso.record.examining import examine

WRITER = """
import sys
import factory
from sayso.errors import StoreError
from sayso.record import open_store
try:
    with open_store(sys.argv[1]) as store:
        writer = store.writer()
        for number in range(40):
            if writer.add(factory.findings(f"Report {number}."), f"{number}.txt").verdict == "new":
                print(number, flush=True)
except StoreError as error:
    sys.exit(f"told: {error}")
"""


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What makes a program's disk fail, to be loaded before its C library."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("no C compiler here, or no Linux")
    built = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    source = Path(__file__).with_name("failing_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    return built


def _write(folder: Path, **environment: str) -> tuple[list[int], str]:
    """The reports that were acknowledged, and what was told of the trouble."""
    done = subprocess.run(
        [sys.executable, "-c", WRITER, folder],
        capture_output=True,
        check=False,
        text=True,
        cwd=Path(__file__).parents[1],
        env=os.environ | environment,
    )
    return [int(line) for line in done.stdout.split()], done.stderr


@pytest.mark.parametrize("many", ["1", "1000000"])
@pytest.mark.parametrize(("kind", "first"), [("write", "333"), ("sync", "12")])
def test_nothing_acknowledged_is_lost(failing: Path, tmp_path: Path, kind: str, first: str, many: str) -> None:
    folder = tmp_path / "w"
    trouble = {"LD_PRELOAD": str(failing), "FAIL_KIND": kind, "FAIL_FROM": first, "FAIL_MANY": many}
    acknowledged, told = _write(folder, **trouble)
    assert told.startswith("told: "), told
    assert len(told.splitlines()) == 1
    assert list(examine(folder / "sayso.db")) == []
    assert 0 < len(acknowledged) < 40
    assert set(acknowledged) <= set(_kept(folder))
    _write(folder)
    assert sorted(_kept(folder)) == list(range(40))


def _kept(folder: Path) -> list[int]:
    with open_store(folder) as store:
        return [int(entry.path.removesuffix(".txt")) for entry in store.view().reports()]
