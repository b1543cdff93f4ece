"""What could not be read is kept, to be listed and read again."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of failures."""
    op.create_table(
        "failure",
        Column("name", Text, primary_key=True, nullable=False),
        Column("source", Text, nullable=False),
        Column("stage", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("at", Text, nullable=False, index=True),
        Column("published", Text),
        Column("outlet", Text),
    )
