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


def migrate(connection: Connection, version: int) -> None:
    """Bring tables of ``version`` (0: none yet) to the newest, in the transaction that the caller has begun.

    SQLite's ``user_version`` says how far they are; Alembic's own table of versions is not used.
    """
    scripts = ScriptDirectory(str(Path(__file__).parent))
    ahead = list(scripts.iterate_revisions("head", f"{version:04}" if version else "base"))
    with Operations.context(MigrationContext.configure(connection)):
        for script in reversed(ahead):
            script.module.upgrade()
            connection.exec_driver_sql(f"PRAGMA user_version = {int(script.revision)}")
