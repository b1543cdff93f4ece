from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import factory
import psycopg
import pytest

from sayso.config import Server
from sayso.record import open_store, store_place
from sayso.record.examining import examine

Place = Path | Server


@pytest.fixture
def place(workspace: str) -> Place:
    with open_store(workspace) as store:
        store.writer().add(factory.findings("Another report."), "other.txt")
        store.writer().add(factory.record(published="2031-03-06"), "orsk.txt", b"<p>as it came</p>")
    return store_place(workspace, must=True)


def _change(place: Place, change: str) -> None:
    """By hand, from beside; {nul} is a byte as the database writes it."""
    if isinstance(place, Path):
        with closing(sqlite3.connect(place)) as raw, raw:
            raw.execute(change.format(nul="x'00'"))
    else:
        with psycopg.connect(place.url) as connection:
            connection.execute(change.format(nul=r"'\x00'").encode())


def test_a_store_as_it_was_written_is_sound(place: Place) -> None:
    assert list(examine(place)) == []


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ("UPDATE statement SET words = 'None' WHERE id = 's2'", "2: statement s2: not as in the record: words"),
        ("UPDATE role SET words = '' WHERE name = 'They'", "2: role They: not as in the record: words"),
        ("UPDATE report SET text = upper(text) WHERE number = 2", "2: report {id}: not as in the record: text"),
        ("UPDATE report SET sha256 = '0' WHERE number = 2", "2: report {id}: not as in the record: sha256"),
        ("DELETE FROM actor WHERE position = 4", "2: actor: 4 rows, but 5 in the record"),
        ("UPDATE original SET sha256 = '0'", "2: its original is not as it came"),
        ("UPDATE original SET packed = {nul}", "2: its original cannot be unpacked"),
        ("UPDATE report SET findings = '{{' WHERE number = 1", "1: its record cannot be read: "),
        ("UPDATE report SET findings = replace(findings, '[0,35]', '[0,999]')", "2: evidence at 0 to 999 lies"),
    ],
)
def test_what_does_not_fit_is_told(place: Place, change: str, trouble: str) -> None:
    _change(place, change)
    told = [f"{found.report}: {found.what}" for found in examine(place)]
    assert any(line.startswith(trouble.format(id=factory.report().id)) for line in told), told
    assert len(told) <= 2


def test_a_row_without_its_report_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.writer().add(factory.record(), "orsk.txt")
    columns = "position, id, name, kind, standing, country, code, wikidata"
    _change(tmp_path / "sayso.db", f"INSERT INTO actor SELECT 9, {columns} FROM actor LIMIT 1")
    (trouble,) = examine(tmp_path / "sayso.db")
    assert trouble == (None, "row 6 of table actor belongs to no report")


def test_a_damaged_page_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for number in range(60):
            store.writer().add(factory.findings(f"Text {number}. " * 50), f"{number}.txt")
    file = tmp_path / "sayso.db"
    content = file.read_bytes()
    start = content.index(b"Text 30. Text 30.") // 4096 * 4096
    file.write_bytes(content[:start] + b"\xff" * 4096 + content[start + 4096 :])
    (first, *_) = examine(file)
    assert first.report is None
    assert first.what.startswith("damaged: ")
