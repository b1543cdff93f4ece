"""A disk that is full, a folder that cannot be written: one line, nothing lost, and it goes on afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import factory
import pytest

from sayso.errors import StoreError
from sayso.record import Store, open_store
from sayso.record.examining import examine
from sayso.record.sql import SQLStore

LONG = "The harbour of Orsk was closed again. " * 200


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def _remount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", disk], check=True)


def _fill(store: Store) -> int:
    """Add reports until there is no room; how many were acknowledged."""
    writer = store.writer()
    for number in range(1000):
        try:
            writer.add(factory.findings(f"{number} {LONG}"), f"{number}.txt")
        except StoreError as error:
            return number if str(error).endswith("sayso.db: database or disk is full") else -1
    raise AssertionError("there was room for all")


def _check(folder: Path, acknowledged: int) -> None:
    with open_store(folder) as store:
        assert len(list(store.view().reports())) == acknowledged
    assert list(examine(folder / "sayso.db")) == []


def test_a_full_file_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert isinstance(store, SQLStore)
        with store._engine.connect() as connection:
            empty = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {empty + 20}")
        acknowledged = _fill(store)
        assert acknowledged > 0
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"
    _check(tmp_path, acknowledged + 1)


def test_a_full_disk_loses_nothing_and_goes_on(small: Path) -> None:
    with open_store(small / "w") as store:
        acknowledged = _fill(store)
    assert acknowledged > 0
    _check(small / "w", acknowledged)
    _remount(small, "size=10m")
    with open_store(small / "w") as store:
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"
    _check(small / "w", acknowledged + 1)


def test_a_disk_too_small_for_a_store_is_one_line(small: Path) -> None:
    _remount(small, "size=20k")
    with pytest.raises(StoreError, match="full"), open_store(small / "w"):
        pass
    _remount(small, "size=10m")
    with open_store(small / "w") as store:
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"


def test_a_read_only_disk_can_be_read_and_says_so(small: Path) -> None:
    with open_store(small / "w") as store:
        store.writer().add(factory.record(), "orsk.txt")
    _remount(small, "ro")
    with open_store(small / "w") as store:
        assert len(list(store.view().events())) == 2
        for write in (
            lambda: store.writer().add(factory.findings("More."), "more.txt"),
            lambda: store.writer().forget({1}),
        ):
            with pytest.raises(StoreError, match="readonly"):
                write()
    with pytest.raises(StoreError, match="read-only"):
        open_store(small / "new")
    assert list(examine(small / "w" / "sayso.db")) == []


def test_the_command_line_says_so_in_one_line(small: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The minister of Orsk said that talks had failed.", encoding="utf-8")
    _remount(small, "ro")
    command = [sys.executable, "-m", "sayso", "read", str(tmp_path / "a.txt"), "-w", str(small / "w")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "80"})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"sayso: {small / 'w'}: read-only file system\n"
