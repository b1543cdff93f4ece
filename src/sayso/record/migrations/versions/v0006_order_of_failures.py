"""Failures have numbers, so that their order needs nothing that only SQLite has. PostgreSQL begins with this schema."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column

from sayso.record.columns import NUMBER, WORDS

revision = "0006"
down_revision = "0005"

_KEPT = "name, source, stage, reason, at, published, outlet"


def upgrade() -> None:
    """Make the table anew, its rows numbered in the order that they were kept in."""
    op.drop_index("ix_failure_at", "failure", if_exists=True)
    op.rename_table("failure", "failure_before")
    op.create_table(
        "failure",
        Column("number", NUMBER, primary_key=True, autoincrement=False),
        Column("name", WORDS, nullable=False, unique=True),
        Column("source", WORDS, nullable=False),
        Column("stage", WORDS, nullable=False),
        Column("reason", WORDS, nullable=False),
        Column("at", WORDS, nullable=False, index=True),
        Column("published", WORDS),
        Column("outlet", WORDS),
    )
    op.execute(f"INSERT INTO failure (number, {_KEPT}) SELECT rowid, {_KEPT} FROM failure_before")
    op.drop_table("failure_before")
