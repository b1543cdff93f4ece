"""The server of a store in PostgreSQL: its schema made, refused where it is another's, brought up to date."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from sayso.config import Server
from sayso.errors import StoreError, UsageError
from sayso.record import tables, tsvector
from sayso.record.dialect import dialect_of
from sayso.record.postgresql import VERSIONS
from sayso.record.transactions import reading, writing

_CONNECTING = 30
"""Seconds to wait for the server, where the address does not say (``connect_timeout``)."""
_RELATIONS = """SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"""


def open_server(server: Server, *, must: bool) -> Engine:
    """Connections to the server, whose schema holds the tables of today.

    StoreError where it cannot be used, or ``must`` hold a record and holds none; UsageError where its address cannot be
    read or psycopg is missing.
    """
    engine = _engine(server)
    try:
        with engine.connect() as connection:
            _prepare(connection, server, must=must)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(server: Server) -> Engine:
    try:
        url = make_url(server.url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"workspace: {server} is no address of a database") from error
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(_CONNECTING)})
    try:
        return create_engine(url, isolation_level="AUTOCOMMIT", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise UsageError("a workspace on PostgreSQL needs psycopg: pip install 'sayso[postgres]'") from error


def _prepare(connection: Connection, server: Server, *, must: bool) -> None:
    with reading(connection):
        version = _version(connection, server)
    if version == 0 and must:
        raise StoreError(f"no record in {server} yet: `sayso read PATH` makes one")
    if version < tables.VERSION:
        with writing(connection):
            _make(connection, _version(connection, server))


def _version(connection: Connection, server: Server) -> int:
    """The version of the tables, 0 where there are none; StoreError where they are others' or later ones."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise StoreError(f"{server}: a database in {encoding}, which cannot hold every text: make one in UTF8")
    if connection.exec_driver_sql("SELECT current_schema()").scalar_one() is None:
        raise StoreError(f"{server}: no schema to keep the record in")
    found = set(connection.exec_driver_sql(_RELATIONS).scalars())
    if VERSIONS.name not in found:
        if found:
            raise StoreError(f"{server}: tables of another program, not a store of sayso: give it a schema of its own")
        return 0
    version = connection.execute(VERSIONS.select()).scalar_one()
    tables.check_version(version, server)
    return int(version)


def _make(connection: Connection, version: int) -> None:
    """Make the tables, or migrate them; who has waited for another program to do so finds nothing to do."""
    from sayso.record.migrations import migrate

    if version == 0:
        tables.schema.create_all(connection)
        tsvector.schema.create_all(connection)
        dialect_of(connection).set_version(connection, tables.VERSION)
    elif version < tables.VERSION:
        migrate(connection, version)
