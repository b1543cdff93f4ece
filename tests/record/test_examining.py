from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import factory
import pytest

from sayso.record import open_store
from sayso.record.examining import examine


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with open_store(tmp_path) as store:
        store.writer().add(factory.findings("Another report."), "other.txt")
        store.writer().add(factory.record(published="2031-03-06"), "orsk.txt", b"<p>as it came</p>")
    return tmp_path / "sayso.db"


def _troubles(file: Path, *changes: str) -> list[str]:
    with closing(sqlite3.connect(file)) as raw, raw:
        for change in changes:
            raw.execute(change)
    return [f"{trouble.report}: {trouble.what}" for trouble in examine(file)]


def test_a_store_as_it_was_written_is_sound(file: Path) -> None:
    assert _troubles(file) == []


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ("UPDATE statement SET words = 'None' WHERE id = 's2'", "2: statement s2: not as in the record: words"),
        ("UPDATE role SET words = '' WHERE name = 'They'", "2: role They: not as in the record: words"),
        ("UPDATE report SET text = upper(text) WHERE number = 2", "2: report {id}: not as in the record: text"),
        ("UPDATE report SET sha256 = '0' WHERE number = 2", "2: report {id}: not as in the record: sha256"),
        ("DELETE FROM actor WHERE position = 4", "2: actor: 4 rows, but 5 in the record"),
        ("INSERT INTO actor SELECT 9, position, id, name, kind, standing, country, code, wikidata FROM actor LIMIT 1",
         "None: row 6 of table actor belongs to no report"),
        ("UPDATE original SET sha256 = '0'", "2: its original is not as it came"),
        ("UPDATE original SET packed = x'00'", "2: its original cannot be unpacked"),
        ("UPDATE report SET findings = '{{' WHERE number = 1", "1: its record cannot be read: "),
        ("UPDATE report SET findings = replace(findings, '[0,35]', '[0,999]')", "2: evidence at 0 to 999 lies"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(file: Path, change: str, trouble: str) -> None:
    told = _troubles(file, change.format())
    assert any(line.startswith(trouble.format(id=factory.report().id)) for line in told), told
    assert len(told) <= 2


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
