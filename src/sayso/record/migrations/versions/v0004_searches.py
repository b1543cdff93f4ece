"""Reports, statements, events and actors can be searched by their words."""

from __future__ import annotations

from alembic import op

from sayso.record import searches

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the search tables and fill them from the rows that are there."""
    for line in (*searches.definitions(), *searches.filling()):
        op.execute(line)
