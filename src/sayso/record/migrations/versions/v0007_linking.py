"""A workspace keeps what its reports have in common, and what persons decided of that."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column

from sayso.record.columns import NUMBER, WORDS

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables of the catalogue; all reports are still to be linked."""
    op.create_table("gist", _key("report"), _text("body"))
    op.create_table("linking_key", _key("kind"), _key("item"), _key("label"))
    op.create_index("linking_key_holders", "linking_key", ["kind", "label", "item"])
    op.create_table("linking_common", _key("kind"), _key("label"))
    op.create_table("linking_edge", _key("kind"), _key("item"), _key("other"), _text("body"))
    op.create_table("linking_group", _key("kind"), _key("id"), _text("rank"), _text("body"))
    op.create_index("linking_group_rank", "linking_group", ["kind", "rank", "id"])
    op.create_table("linking_member", _key("kind"), _key("item"), _text("id"))
    op.create_index("linking_member_group", "linking_member", ["kind", "id", "item"])
    op.create_table("linking_touched", _key("kind"), _key("item"))
    op.create_table(
        "judgement",
        Column("number", NUMBER, primary_key=True, autoincrement=False),
        Column("report", WORDS, nullable=False, index=True),
        _text("event"),
        Column("other_report", WORDS, nullable=False, index=True),
        _text("other_event"),
        Column("same", Boolean, nullable=False),
        _text("at"),
    )
    op.execute("INSERT INTO linking_touched (kind, item) SELECT 'read', id FROM report")


def _key(name: str) -> Column[str]:
    return Column(name, WORDS, primary_key=True, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, WORDS, nullable=False)
