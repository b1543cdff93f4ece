"""The bytes of pages are kept beside the text that was taken out of them."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of originals."""
    op.create_table(
        "original",
        Column(
            "report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        Column("sha256", Text, nullable=False),
        Column("packed", LargeBinary, nullable=False),
    )
