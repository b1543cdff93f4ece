"""What was acknowledged is on disk: a reading that is killed again and again ends as one that never was."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso.model.ids import digest
from sayso.pipeline.linking import link
from sayso.record import open_store, store_place
from sayso.record.examining import examine

STUB = Path(__file__).parents[1] / "stub_reader.py"


def test_a_few_kills_lose_nothing(tmp_path: Path, workspace: str) -> None:
    _write(tmp_path / "in", 250)
    moments = (0.05, 0.1, 0.02) if Path(workspace).is_absolute() else (0.1, 0.05)
    _kill_again_and_again([sys.executable, str(STUB)], tmp_path, workspace, moments)


@pytest.mark.slow
def test_fifty_kills_of_a_real_reading_lose_nothing(tmp_path: Path, workspace: str) -> None:
    _write(tmp_path / "in", 1000)
    chance = random.Random(50)
    moments = [chance.uniform(0.0, 0.25) for _ in range(50)]
    _kill_again_and_again([sys.executable, "-m", "sayso"], tmp_path, workspace, moments)


def _write(folder: Path, many: int) -> None:
    folder.mkdir()
    for number in range(many):
        ship, port = digest("ship", str(number)), digest("port", str(number))
        text = f"The minister of Orsk said on Monday that the {ship} had left {port}.\n"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def _kill_again_and_again(program: list[str], folder: Path, workspace: str, moments: Iterable[float]) -> None:
    command = [*program, "read", str(folder / "in"), "-w"]
    kept = 0
    for moment in moments:
        with subprocess.Popen([*command, workspace], stdout=-1, stderr=-1) as process:
            before = kept
            while process.poll() is None and kept == before:
                time.sleep(0.02)
                kept = _count(workspace)
            time.sleep(moment)
            acknowledged = _count(workspace)
            process.kill()
        kept = _count(workspace)
        assert kept >= acknowledged
        assert list(examine(store_place(workspace, must=True))) == []
    assert 0 < kept < len(list((folder / "in").iterdir()))
    unbroken = str(folder / "unbroken")
    for one in (workspace, unbroken):
        subprocess.run([*command, one], check=True, capture_output=True)
    assert list(_record(workspace)) == list(_record(unbroken))


def _record(workspace: str) -> Iterator[tuple[str, str]]:
    with open_store(workspace, create=False) as store:
        for entry in store.view().reports():
            yield entry.path, store.view().findings(entry.number).to_json()
        ledger = link(store)
        yield from ((story.id, " ".join(story.reports)) for story in ledger.stories())
        yield from ((family.id, str(family)) for family in ledger.families())
        yield from ((event.id, event.to_json()) for event in ledger.events())


def _count(workspace: str) -> int:
    """The reports that are on disk, seen from beside: without a store's own way of opening."""
    if workspace.startswith("postgresql:"):
        import psycopg

        try:
            with psycopg.connect(workspace) as connection:
                return int(connection.execute("SELECT count(*) FROM report").fetchall()[0][0])
        except psycopg.errors.UndefinedTable:
            return 0
    file = Path(workspace) / "sayso.db"
    if not file.exists():
        return 0
    try:
        with closing(sqlite3.connect(file, timeout=10)) as raw:
            return int(raw.execute("SELECT count(*) FROM report").fetchone()[0])
    except sqlite3.OperationalError:  # no tables yet
        return 0
