from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event, Thread

import factory
import pytest
from cluster import Cluster
from sqlalchemy import select

from sayso.config import Server
from sayso.errors import StoreError, UsageError
from sayso.model import FailureEntry, KnownActor, Term
from sayso.model.catalogue import Group
from sayso.model.judgement import Judgement
from sayso.record import open_store, store_place, tables
from sayso.record.backup import back_up, restore
from sayso.record.connecting import connected
from sayso.record.cutting import find_hits
from sayso.record.examining import examine
from sayso.record.transactions import reading

Place = Path | Server


@pytest.fixture
def full(workspace: str) -> Place:
    """A workspace with something of each kind, and a known actor that points at a later one."""
    with open_store(workspace) as store:
        writer, register = store.writer(), store.register()
        writer.add(factory.record(published="2031-03-06"), "orsk.txt", b"<p>as it came\0</p>")
        writer.add(factory.findings("Another\0 report."), "other.txt")
        writer.fail(FailureEntry("/a", "/a", "read", "empty", "2031-03-06T10:00:00+00:00", None, None))
        register.take("a.csv", [KnownActor(("Orsk Front",), "armed-group", (Term("AFG", ("REB",)),), origin="a.csv")])
        register.add(KnownActor(("OF",), "armed-group"))
        register.merge(["Orsk Front", "OF"])
        register.dismiss("Nobody")
        catalogue = store.catalogue()
        with catalogue.transaction():
            catalogue.put_gist("r1", "{}")
            catalogue.put_keys("story", "r1", ["talks"])
            catalogue.put_edges("story", "r1", {"r2": "0.5"})
            catalogue.put_group("story", Group("K1", ("r1", "r2"), "{}"))
            catalogue.judge(Judgement(("r1", "e1"), ("r2", "e2"), same=False))
    return store_place(workspace, must=True)


def _rows(place: Place) -> dict[str, list[tuple[object, ...]]]:
    """All that a store holds, by table."""
    with connected(place) as connection, reading(connection):
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables.schema.sorted_tables
        }


def test_a_backup_restored_is_the_same_record(full: Place, server: Cluster, tmp_path: Path) -> None:
    assert back_up(full, tmp_path / "copy") == 2
    assert [path.name for path in tmp_path.iterdir() if path.name != "w"] == ["copy"]
    kept = {name for name, rows in _rows(full).items() if rows}
    assert {"report", "role", "original", "failure", "known_term", "dismissed", "linking_edge", "judgement"} <= kept
    with closing(sqlite3.connect(tmp_path / "copy")) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    for place in (tmp_path / "new" / "sayso.db", Server(server.address())):
        assert restore(tmp_path / "copy", place) == 2
        assert _rows(full) == _rows(tmp_path / "copy") == _rows(place)
        assert list(examine(place)) == []
        with connected(place) as connection, reading(connection):
            assert [hit.report for hit in find_hits(connection, "another", None, None)] == [2]


def test_a_backup_during_reading_is_whole(workspace: str, tmp_path: Path) -> None:
    enough = Event()
    with open_store(workspace):
        place = store_place(workspace, must=True)

    def read() -> None:
        with open_store(workspace) as store:
            writer = store.writer()
            for number in count():
                if enough.is_set():
                    return
                writer.add(factory.findings(f"Text {number}."), f"{number}.txt")

    reading = Thread(target=read)
    reading.start()
    counts: list[int] = []
    try:
        while len(set(counts)) < 3 and reading.is_alive():
            counts.append(back_up(place, tmp_path / "copy", force=True))
            assert list(examine(tmp_path / "copy")) == []
    finally:
        enough.set()
        reading.join()
    assert counts == sorted(counts)
    assert len(set(counts)) == 3


def test_nothing_is_written_over_unasked(full: Place, workspace: str, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("precious")
    with pytest.raises(UsageError, match="--force"):
        back_up(full, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "precious"
    back_up(full, tmp_path / "copy", force=True)
    with pytest.raises(UsageError, match="--force"):
        restore(tmp_path / "copy", full)
    with open_store(workspace) as opened:
        opened.writer().add(factory.findings("More."), "more.txt")
        assert restore(tmp_path / "copy", full, force=True) == 2
        assert [entry.path for entry in opened.view().reports()] == ["orsk.txt", "other.txt"]
        assert not list(opened.view().search("more"))


def test_known_actors_alone_are_not_written_over_unasked(full: Place, workspace: str, tmp_path: Path) -> None:
    back_up(full, tmp_path / "copy")
    with open_store(workspace) as opened:
        opened.writer().forget({1, 2})
        with pytest.raises(UsageError, match="--force"):
            restore(tmp_path / "copy", full)


def test_a_damaged_store_is_replaced(tmp_path: Path) -> None:
    store = tmp_path / "w" / "sayso.db"
    with open_store(tmp_path / "w") as opened:
        opened.writer().add(factory.record(), "orsk.txt")
    back_up(store, tmp_path / "copy")
    store.write_bytes(b"no database" * 1000)
    with pytest.raises(UsageError):
        restore(tmp_path / "copy", store)
    assert restore(tmp_path / "copy", store, force=True) == 1
    assert _rows(store) == _rows(tmp_path / "copy")


def test_what_is_no_store_is_not_restored(full: Place, tmp_path: Path) -> None:
    back_up(full, tmp_path / "newer")
    back_up(full, tmp_path / "cut")
    with closing(sqlite3.connect(tmp_path / "newer")) as raw:
        raw.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    with closing(sqlite3.connect(tmp_path / "other")) as raw:
        raw.execute("CREATE TABLE shopping (item TEXT)")
    (tmp_path / "text").write_text("a text, not a store")
    content = (tmp_path / "cut").read_bytes()
    (tmp_path / "cut").write_bytes(content[: len(content) // 2])
    before = _rows(full)
    for name, reason in (
        ("missing", "no such file"),
        ("text", "not a database"),
        ("other", "not a store of sayso"),
        ("newer", "newer sayso"),
        ("cut", "malformed|damaged"),
    ):
        with pytest.raises(StoreError, match=reason):
            restore(tmp_path / name, full, force=True)
        with pytest.raises(StoreError, match=reason):
            restore(tmp_path / name, tmp_path / "new" / "sayso.db")
    assert _rows(full) == before
    assert not (tmp_path / "new").exists()


def test_a_backup_of_first_light_is_brought_up_to_date(workspace: str, tmp_path: Path) -> None:
    dump = (Path(__file__).parent / "first-light.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "old")) as raw:
        raw.executescript(f"{dump} PRAGMA application_id = {tables.MARK}; PRAGMA user_version = 1;")
    before = (tmp_path / "old").read_bytes()
    place = store_place(workspace, must=False)
    assert restore(tmp_path / "old", place) == 1
    assert list(examine(place)) == []
    assert (tmp_path / "old").read_bytes() == before


def test_a_server_without_a_record_has_nothing_to_back_up(database: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no record in"):
        back_up(Server(database), tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
