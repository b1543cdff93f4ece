"""The tables of first light."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, ForeignKeyConstraint, Integer, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them where there is nothing."""
    _make_report()
    _make_statement()
    _make_event()
    _make_role()
    _make_actor()


def _of_report() -> Column[int]:
    return Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, nullable=False)


def _order() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


def _texts(*names: str, nullable: bool = True) -> list[Column[str]]:
    return [Column(name, Text, nullable=nullable) for name in names]


def _make_report() -> None:
    op.create_table(
        "report",
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("path", Text, nullable=False, index=True),
        Column("sha256", Text, nullable=False),
        Column("published", Text, index=True),
        Column("given_published", Text),
        Column("outlet", Text, index=True),
        *_texts("given_outlet", "url", "title", "language"),
        *_texts("headline", "text", nullable=False),
        Column("statements", Integer, nullable=False),
        Column("events", Integer, nullable=False),
        *_texts("made_by", "findings", nullable=False),
    )


def _make_statement() -> None:
    op.create_table(
        "statement",
        _of_report(),
        _order(),
        *_texts("id", nullable=False),
        *_texts("speaker", "actor"),
        *_texts("standing", "stance", "mode", "cue", "words", nullable=False),
        *_texts("via", "occasion", "said_from", "said_to"),
        Column("confidence", Float, nullable=False),
    )
    op.create_index("statement_said", "statement", ["said_from", "said_to"])


def _make_event() -> None:
    op.create_table(
        "event",
        _of_report(),
        _order(),
        *_texts("id", nullable=False),
        Column("type", Text, nullable=False, index=True),
        *_texts("mode"),
        *_texts("status", "trigger", nullable=False),
        *_texts("actor", "recipient", "mediator", "participant", "when", "begin", "end", "where"),
        Column("country", Text, index=True),
        *_texts("say_so"),
        Column("historical", Boolean, nullable=False),
        Column("confidence", Float, nullable=False),
    )
    op.create_index("event_days", "event", ["begin", "end"])


def _make_role() -> None:
    op.create_table(
        "role",
        Column("report", Integer, primary_key=True),
        Column("event", Integer, primary_key=True),
        _order(),
        *_texts("role", nullable=False),
        *_texts("actor"),
        Column("name", Text, nullable=False, index=True),
        *_texts("words", nullable=False),
        ForeignKeyConstraint(["report", "event"], ["event.report", "event.position"], ondelete="CASCADE"),
    )


def _make_actor() -> None:
    op.create_table(
        "actor",
        _of_report(),
        _order(),
        *_texts("id", nullable=False),
        Column("name", Text, nullable=False, index=True),
        *_texts("kind", "standing", nullable=False),
        *_texts("country"),
        Column("code", Text, index=True),
        *_texts("wikidata"),
    )
