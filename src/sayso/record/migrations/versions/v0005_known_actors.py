"""A workspace knows actors of its own, by all their names, and which names nobody is to be asked about again."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of known actors."""
    op.create_table(
        "known_actor",
        Column("number", Integer, primary_key=True),
        Column("hash", Text, nullable=False, unique=True),
        Column("kind", Text),
        Column("role", Boolean, nullable=False),
        Column("wikidata", Text),
        Column("origin", Text, nullable=False, index=True),
        Column("into", Integer, ForeignKey("known_actor.number", ondelete="CASCADE"), index=True),
    )
    op.create_table(
        "known_name",
        _of_known(),
        _order(),
        Column("name", Text, nullable=False),
        Column("key", Text, nullable=False, index=True),
    )
    op.create_table(
        "known_term",
        _of_known(),
        _order(),
        Column("country", Text),
        Column("sectors", Text, nullable=False),
        Column("begin", Text),
        Column("end", Text),
    )
    op.create_table("dismissed", Column("key", Text, primary_key=True, nullable=False))


def _of_known() -> Column[int]:
    key = ForeignKey("known_actor.number", ondelete="CASCADE")
    return Column("known", Integer, key, primary_key=True, nullable=False)


def _order() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)
