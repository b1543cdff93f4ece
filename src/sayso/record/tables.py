"""The tables of a store in SQL. Whatever changes here raises ``VERSION`` and brings a revision in ``migrations``.

``report.findings`` holds the whole record as the contract has it; the other tables repeat of it what lists, filters and
searches need, and can be rebuilt from it.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy import event as happening

from sayso.record import searches

VERSION = 6
"""The version of this schema, kept in SQLite's ``user_version``."""

MARK = 0x7361_7973
"""What SQLite's ``application_id`` says of a store: the letters "says"."""

schema = MetaData()
for _definition in searches.definitions():
    happening.listen(schema, "after_create", DDL(_definition))  # type: ignore[no-untyped-call]


def _of_report(*, key: bool = True) -> Column[int]:
    return Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=key, nullable=False)


def _order() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


report = Table(
    "report",
    schema,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("published", Text, index=True),
    Column("given_published", Text),
    Column("outlet", Text, index=True),
    Column("given_outlet", Text),
    Column("url", Text),
    Column("title", Text),
    Column("language", Text),
    Column("headline", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("findings", Text, nullable=False),
)

statement = Table(
    "statement",
    schema,
    _of_report(),
    _order(),
    Column("id", Text, nullable=False),
    Column("speaker", Text),
    Column("actor", Text),
    Column("standing", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("via", Text),
    Column("occasion", Text),
    Column("said_from", Text),
    Column("said_to", Text),
    Column("confidence", Float, nullable=False),
    Index("statement_said", "said_from", "said_to"),
)

event = Table(
    "event",
    schema,
    _of_report(),
    _order(),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("actor", Text),
    Column("recipient", Text),
    Column("mediator", Text),
    Column("participant", Text),
    Column("when", Text),
    Column("begin", Text),
    Column("end", Text),
    Column("where", Text),
    Column("country", Text, index=True),
    Column("say_so", Text),
    Column("historical", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("event_days", "begin", "end"),
)

role = Table(
    "role",
    schema,
    Column("report", Integer, primary_key=True),
    Column("event", Integer, primary_key=True),
    _order(),
    Column("role", Text, nullable=False),
    Column("actor", Text),
    Column("name", Text, nullable=False, index=True),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(["report", "event"], ["event.report", "event.position"], ondelete="CASCADE"),
)

actor = Table(
    "actor",
    schema,
    _of_report(),
    _order(),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("country", Text),
    Column("code", Text, index=True),
    Column("wikidata", Text),
)

failure = Table(
    "failure",
    schema,
    Column("name", Text, primary_key=True, nullable=False),
    Column("source", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False, index=True),
    Column("published", Text),
    Column("outlet", Text),
)

original = Table(
    "original",
    schema,
    Column("report", Integer, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""The bytes, packed by zlib, that a report's text was taken out of, and the hash of the bytes; never altered."""

known_actor = Table(
    "known_actor",
    schema,
    Column("number", Integer, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("kind", Text),
    Column("role", Boolean, nullable=False),
    Column("wikidata", Text),
    Column("origin", Text, nullable=False, index=True),
    Column("into", Integer, ForeignKey("known_actor.number", ondelete="CASCADE"), index=True),
)
"""Who the workspace knows by name. ``into`` is the actor that a person put this one into; it then counts no more."""

known_name = Table(
    "known_name",
    schema,
    Column("known", Integer, ForeignKey("known_actor.number", ondelete="CASCADE"), primary_key=True, nullable=False),
    _order(),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, index=True),
)

known_term = Table(
    "known_term",
    schema,
    Column("known", Integer, ForeignKey("known_actor.number", ondelete="CASCADE"), primary_key=True, nullable=False),
    _order(),
    Column("country", Text),
    Column("sectors", Text, nullable=False),
    Column("begin", Text),
    Column("end", Text),
)

dismissed = Table("dismissed", schema, Column("key", Text, primary_key=True, nullable=False))
"""Names that a person does not want to be asked about again."""


def _item() -> Column[str]:
    return Column("item", Text, primary_key=True, nullable=False)


def _kind() -> Column[str]:
    return Column("kind", Text, primary_key=True, nullable=False)


gist = Table("gist", schema, Column("report", Text, primary_key=True, nullable=False), Column("body", Text, nullable=False))
"""What resolving keeps of a report. This and the tables below are `sayso.model.Catalogue`, and can be made anew."""

linking_key = Table(
    "linking_key",
    schema,
    _kind(),
    _item(),
    Column("label", Text, primary_key=True, nullable=False),
    Index("linking_key_holders", "kind", "label", "item"),
)
linking_edge = Table(
    "linking_edge",
    schema,
    _kind(),
    _item(),
    Column("other", Text, primary_key=True, nullable=False),
    Column("body", Text, nullable=False),
)
"""Each edge stands twice, once from each end."""

linking_group = Table(
    "linking_group",
    schema,
    _kind(),
    Column("id", Text, primary_key=True, nullable=False),
    Column("rank", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("linking_group_rank", "kind", "rank", "id"),
)
linking_member = Table(
    "linking_member",
    schema,
    _kind(),
    _item(),
    Column("id", Text, nullable=False),
    Index("linking_member_group", "kind", "id", "item"),
)
linking_touched = Table("linking_touched", schema, _kind(), _item())

judgement = Table(
    "judgement",
    schema,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("event", Text, nullable=False),
    Column("other_report", Text, nullable=False, index=True),
    Column("other_event", Text, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("at", Text, nullable=False),
)
"""What persons decided of two events; never changed, only added to. The last one on two events binds."""
