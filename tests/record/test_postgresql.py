"""What PostgreSQL alone can do wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import factory
import psycopg
import pytest
from cluster import Cluster

from sayso.config import Server
from sayso.errors import StoreError, UsageError
from sayso.record import dialect, open_store, rows, sql, tables
from sayso.record.examining import examine


@contextmanager
def raw(address: str) -> Iterator[psycopg.Connection[Any]]:
    """The database seen from beside: without a store's own way of opening."""
    with psycopg.connect(address) as connection:
        yield connection


def _told(do: Callable[[], object]) -> str:
    """The one line of the StoreError that it raises; it tells no password."""
    with pytest.raises(StoreError) as caught:
        do()
    (line,) = str(caught.value).splitlines()
    assert "s3cret" not in line
    return line


def _refused(address: str) -> str:
    return _told(lambda: open_store(address))


def test_another_programs_tables_are_refused(database: str) -> None:
    with raw(database) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
    assert "another program" in _refused(database)


def test_a_newer_store_is_refused(database: str) -> None:
    with open_store(database):
        pass
    with raw(database) as connection:
        connection.execute("UPDATE sayso_version SET version = version + 1")
    assert f"newer sayso (schema {tables.VERSION + 1}" in _refused(database)


def test_a_database_that_cannot_hold_every_text_is_refused(server: Cluster) -> None:
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute("CREATE DATABASE narrow ENCODING 'LATIN1' TEMPLATE template0")
    assert "make one in UTF8" in _refused(server.address().replace("/postgres?", "/narrow?"))


def test_no_server_and_no_schema_are_one_line(server: Cluster) -> None:
    assert "connection" in _refused("postgresql://ann:s3cret@/news?host=/nowhere")
    assert "no schema" in _refused(server.address() + "none")


@pytest.mark.parametrize(
    "address", ["postgresql://ann:s3cret@localhost:port/news", "mysql://ann:s3cret@localhost/news"]
)
def test_an_address_that_is_none_is_wrong_usage(address: str) -> None:
    with pytest.raises(UsageError, match=r"ann:\*\*\*@localhost") as caught:
        open_store(address)
    assert "s3cret" not in str(caught.value)


def test_without_psycopg_it_is_said_what_is_missing(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"sayso\[postgres\]"):
        open_store(database)


def test_a_writer_that_waits_too_long_says_so(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "PATIENCE", 0.05)
    with open_store(database) as store:
        with raw(database) as other:
            other.execute(f"SELECT pg_advisory_xact_lock({tables.MARK}, hashtext(current_schema()))")
            with pytest.raises(StoreError, match="lock timeout"):
                store.writer().add(factory.record(), "orsk.txt")
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"


def test_a_server_that_goes_away_is_one_line_and_is_found_again(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> None:
        with raw(database) as other:
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    with open_store(database) as store:
        monkeypatch.setattr(sql, "fill", lambda connection, *given: (cut(), rows.fill(connection, *given)))
        assert "connection" in _told(lambda: store.writer().add(factory.record(), "orsk.txt"))
        monkeypatch.undo()
        assert store.writer().add(factory.record(), "orsk.txt").verdict == "new"
        cut()
        assert len(list(store.view().statements())) == 2


def test_every_text_sorts_by_code_points(database: str) -> None:
    query = """SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
    AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'"""
    with open_store(database), raw(database) as connection:
        assert connection.execute(query).fetchall() == []


def test_two_workspaces_in_one_database_do_not_wait_for_each_other(server: Cluster) -> None:
    with open_store(server.address()) as one, open_store(server.address()) as two:
        writer = one.writer()
        with writer._transaction():
            assert two.writer().add(factory.record(), "orsk.txt").verdict == "new"
        assert not list(one.view().reports())


@pytest.mark.parametrize(
    "change",
    ["DELETE FROM statement_search", "UPDATE event_search SET vector = ''", "UPDATE report SET headline = 'Other'"],
)
def test_vectors_that_do_not_fit_their_rows_are_told(database: str, change: str) -> None:
    with open_store(database) as store:
        store.writer().add(factory.record(), "orsk.txt")
    assert list(examine(Server(database))) == []
    with raw(database) as connection:
        connection.execute(change)  # type: ignore[arg-type]
    assert "search does not fit its rows" in next(iter(examine(Server(database)))).what
