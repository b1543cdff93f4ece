"""The tables of a store in SQL. Whatever changes here raises ``VERSION`` and brings a revision in ``migrations``.

``report.findings`` holds the whole record as the contract has it; the other tables repeat of it what lists, filters and
searches need, and can be rebuilt from it.
"""

from __future__ import annotations

from typing import Any

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
    UniqueConstraint,
)
from sqlalchemy import event as happening

from sayso.errors import StoreError
from sayso.record import searches
from sayso.record.columns import NUMBER, WORDS

VERSION = 7
"""The version of this schema."""

MARK = 0x7361_7973
"""What SQLite's ``application_id`` says of a store: the letters "says"."""

schema = MetaData()
for _definition in searches.definitions():
    _made = DDL(_definition).execute_if(dialect="sqlite")  # type: ignore[no-untyped-call]  # (of SQLAlchemy)
    happening.listen(schema, "after_create", _made)


def _of_report(*, key: bool = True) -> Column[int]:
    return Column("report", NUMBER, ForeignKey("report.number", ondelete="CASCADE"), primary_key=key, nullable=False)


def _order() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


def _found_by(table: str, column: str) -> Index:
    """An index for text of any length: PostgreSQL's usual kind takes 2,704 bytes."""
    return Index(f"ix_{table}_{column}", column, postgresql_using="hash")


def _one_each(table: str, column: str) -> tuple[UniqueConstraint, Index]:
    """No text twice. Where it may be of any length PostgreSQL leaves that to the writers, who take turns."""
    alone = UniqueConstraint(column).ddl_if(dialect="sqlite")
    return alone, _found_by(table, column).ddl_if(dialect="postgresql")


report = Table(
    "report",
    schema,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("id", WORDS, nullable=False),
    Column("path", WORDS, nullable=False),
    Column("sha256", WORDS, nullable=False),
    Column("published", WORDS, index=True),
    Column("given_published", WORDS),
    Column("outlet", WORDS),
    Column("given_outlet", WORDS),
    Column("url", WORDS),
    Column("title", WORDS),
    Column("language", WORDS),
    Column("headline", WORDS, nullable=False),
    Column("text", WORDS, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("made_by", WORDS, nullable=False),
    Column("findings", WORDS, nullable=False),
    *_one_each("report", "id"),
    _found_by("report", "path"),
    _found_by("report", "outlet"),
)

statement = Table(
    "statement",
    schema,
    _of_report(),
    _order(),
    Column("id", WORDS, nullable=False),
    Column("speaker", WORDS),
    Column("actor", WORDS),
    Column("standing", WORDS, nullable=False),
    Column("stance", WORDS, nullable=False),
    Column("mode", WORDS, nullable=False),
    Column("cue", WORDS, nullable=False),
    Column("words", WORDS, nullable=False),
    Column("via", WORDS),
    Column("occasion", WORDS),
    Column("said_from", WORDS),
    Column("said_to", WORDS),
    Column("confidence", Float, nullable=False),
    Index("statement_said", "said_from", "said_to"),
)

event = Table(
    "event",
    schema,
    _of_report(),
    _order(),
    Column("id", WORDS, nullable=False),
    Column("type", WORDS, nullable=False, index=True),
    Column("mode", WORDS),
    Column("status", WORDS, nullable=False),
    Column("trigger", WORDS, nullable=False),
    Column("actor", WORDS),
    Column("recipient", WORDS),
    Column("mediator", WORDS),
    Column("participant", WORDS),
    Column("when", WORDS),
    Column("begin", WORDS),
    Column("end", WORDS),
    Column("where", WORDS),
    Column("country", WORDS, index=True),
    Column("say_so", WORDS),
    Column("historical", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("event_days", "begin", "end"),
)

role = Table(
    "role",
    schema,
    Column("report", NUMBER, primary_key=True),
    Column("event", Integer, primary_key=True),
    _order(),
    Column("role", WORDS, nullable=False),
    Column("actor", WORDS),
    Column("name", WORDS, nullable=False),
    Column("words", WORDS, nullable=False),
    ForeignKeyConstraint(["report", "event"], ["event.report", "event.position"], ondelete="CASCADE"),
    _found_by("role", "name"),
)

actor = Table(
    "actor",
    schema,
    _of_report(),
    _order(),
    Column("id", WORDS, nullable=False),
    Column("name", WORDS, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("standing", WORDS, nullable=False),
    Column("country", WORDS),
    Column("code", WORDS, index=True),
    Column("wikidata", WORDS),
    _found_by("actor", "name"),
)

failure = Table(
    "failure",
    schema,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("name", WORDS, nullable=False),
    Column("source", WORDS, nullable=False),
    Column("stage", WORDS, nullable=False),
    Column("reason", WORDS, nullable=False),
    Column("at", WORDS, nullable=False, index=True),
    Column("published", WORDS),
    Column("outlet", WORDS),
    *_one_each("failure", "name"),
)

original = Table(
    "original",
    schema,
    Column("report", NUMBER, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("sha256", WORDS, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""The bytes, packed by zlib, that a report's text was taken out of, and the hash of the bytes; never altered."""

known_actor = Table(
    "known_actor",
    schema,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("hash", WORDS, nullable=False, unique=True),
    Column("kind", WORDS),
    Column("role", Boolean, nullable=False),
    Column("wikidata", WORDS),
    Column("origin", WORDS, nullable=False, index=True),
    Column("into", NUMBER, ForeignKey("known_actor.number", ondelete="CASCADE"), index=True),
)
"""Who the workspace knows by name. ``into`` is the actor that a person put this one into; it then counts no more."""

known_name = Table(
    "known_name",
    schema,
    Column("known", NUMBER, ForeignKey("known_actor.number", ondelete="CASCADE"), primary_key=True, nullable=False),
    _order(),
    Column("name", WORDS, nullable=False),
    Column("key", WORDS, nullable=False),
    _found_by("known_name", "key"),
)

known_term = Table(
    "known_term",
    schema,
    Column("known", NUMBER, ForeignKey("known_actor.number", ondelete="CASCADE"), primary_key=True, nullable=False),
    _order(),
    Column("country", WORDS),
    Column("sectors", WORDS, nullable=False),
    Column("begin", WORDS),
    Column("end", WORDS),
)

dismissed = Table("dismissed", schema, Column("key", WORDS, primary_key=True, nullable=False))
"""Names that a person does not want to be asked about again."""


def _item() -> Column[str]:
    return Column("item", WORDS, primary_key=True, nullable=False)


def _kind() -> Column[str]:
    return Column("kind", WORDS, primary_key=True, nullable=False)


gist = Table(
    "gist", schema, Column("report", WORDS, primary_key=True, nullable=False), Column("body", WORDS, nullable=False)
)
"""What resolving keeps of a report. This and the tables below are `sayso.model.Catalogue`, and can be made anew."""

linking_key = Table(
    "linking_key",
    schema,
    _kind(),
    _item(),
    Column("label", WORDS, primary_key=True, nullable=False),
    Index("linking_key_holders", "kind", "label", "item"),
)
linking_common = Table("linking_common", schema, _kind(), Column("label", WORDS, primary_key=True, nullable=False))
"""Keys that so many items have that they join nobody."""

linking_edge = Table(
    "linking_edge",
    schema,
    _kind(),
    _item(),
    Column("other", WORDS, primary_key=True, nullable=False),
    Column("body", WORDS, nullable=False),
)
"""Each edge stands twice, once from each end."""

linking_group = Table(
    "linking_group",
    schema,
    _kind(),
    Column("id", WORDS, primary_key=True, nullable=False),
    Column("rank", WORDS, nullable=False),
    Column("body", WORDS, nullable=False),
    Index("linking_group_rank", "kind", "rank", "id"),
)
linking_member = Table(
    "linking_member",
    schema,
    _kind(),
    _item(),
    Column("id", WORDS, nullable=False),
    Index("linking_member_group", "kind", "id", "item"),
)
linking_touched = Table("linking_touched", schema, _kind(), _item())

judgement = Table(
    "judgement",
    schema,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("report", WORDS, nullable=False, index=True),
    Column("event", WORDS, nullable=False),
    Column("other_report", WORDS, nullable=False, index=True),
    Column("other_event", WORDS, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("at", WORDS, nullable=False),
)
"""What persons decided of two events; never changed, only added to. The last one on two events binds."""


def of_hit() -> tuple[Column[Any], ...]:
    """What a hit tells of its report, in its order."""
    return report.c.published, report.c.outlet, report.c.headline, report.c.path


def check_version(version: int, where: object) -> None:
    """StoreError where a newer sayso has made the tables."""
    if version > VERSION:
        newer = f"made by a newer sayso (schema {version}, this one knows {VERSION}): update sayso"
        raise StoreError(f"{where}: {newer}")
