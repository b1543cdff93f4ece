"""Migrations: numbered revisions of the tables, from the schema of first light to that of `tables`.

A revision is a file of ``versions`` named after its number; it says how to get there from the one before. What reads
and writes rows never looks at them: it knows the tables of today only.
"""

from __future__ import annotations

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from sayso.record.dialect import dialect_of

SCRIPTS = Path(__file__).parent


def migrate(connection: Connection, version: int) -> None:
    """Bring tables of ``version`` (0: none yet) to the newest, in the transaction that the caller has begun.

    The database says itself how far they are; Alembic's own table of versions is not used. PostgreSQL has been spoken
    since version 6, so only revisions after it are to be written for both.
    """
    scripts = ScriptDirectory(str(SCRIPTS))
    ahead = list(scripts.iterate_revisions("head", f"{version:04}" if version else "base"))
    with Operations.context(MigrationContext.configure(connection)):
        for script in reversed(ahead):
            script.module.upgrade()
            dialect_of(connection).set_version(connection, int(script.revision))
