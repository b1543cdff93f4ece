"""The catalogue of resolving in the tables of SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, text

from sayso.errors import StoreError
from sayso.model.catalogue import Catalogue, Group
from sayso.model.judgement import Judgement
from sayso.record.opening import speaking, transaction

_PAGE = 500
_ALL = 2**31

_GIST = text("SELECT body FROM gist WHERE report = :report")
_PUT_GIST = text(
    "INSERT INTO gist (report, body) VALUES (:report, :body) ON CONFLICT (report) DO UPDATE SET body = excluded.body"
)
_DROP_GIST = text("DELETE FROM gist WHERE report = :report")
_REPORTS = text("SELECT report FROM gist ORDER BY report")
_KEYS = text("SELECT label FROM linking_key WHERE kind = :kind AND item = :item")
_HOLDERS = text("SELECT item FROM linking_key WHERE kind = :kind AND label = :label ORDER BY item LIMIT :most")
_PUT_KEY = text("INSERT INTO linking_key (kind, item, label) VALUES (:kind, :item, :label)")
_DROP_KEY = text("DELETE FROM linking_key WHERE kind = :kind AND item = :item AND label = :label")
_EDGES = text("SELECT other, body FROM linking_edge WHERE kind = :kind AND item = :item ORDER BY other")
_PUT_EDGE = text(
    "INSERT INTO linking_edge (kind, item, other, body) VALUES (:kind, :item, :other, :body) "
    "ON CONFLICT (kind, item, other) DO UPDATE SET body = excluded.body"
)
_DROP_EDGE = text("DELETE FROM linking_edge WHERE kind = :kind AND item = :item AND other = :other")
_GROUP_OF = text("SELECT id FROM linking_member WHERE kind = :kind AND item = :item")
_GROUP = text("SELECT rank, body FROM linking_group WHERE kind = :kind AND id = :id")
_GROUPS = text(
    "SELECT rank, id, body FROM linking_group WHERE kind = :kind AND (rank > :rank OR (rank = :rank AND id > :id)) "
    "ORDER BY rank, id LIMIT :most"
)
_MEMBERS = text("SELECT item FROM linking_member WHERE kind = :kind AND id = :id ORDER BY item")
_PUT_GROUP = text(
    "INSERT INTO linking_group (kind, id, rank, body) VALUES (:kind, :id, :rank, :body) "
    "ON CONFLICT (kind, id) DO UPDATE SET rank = excluded.rank, body = excluded.body"
)
_PUT_MEMBER = text(
    "INSERT INTO linking_member (kind, item, id) VALUES (:kind, :item, :id) "
    "ON CONFLICT (kind, item) DO UPDATE SET id = excluded.id"
)
_DROP_GROUP = text("DELETE FROM linking_group WHERE kind = :kind AND id = :id")
_DROP_MEMBERS = text("DELETE FROM linking_member WHERE kind = :kind AND id = :id")
_TOUCH = text("INSERT INTO linking_touched (kind, item) VALUES (:kind, :item) ON CONFLICT (kind, item) DO NOTHING")
_TOUCHED = text("SELECT item FROM linking_touched WHERE kind = :kind ORDER BY item LIMIT :most")
_IS_TOUCHED = text("SELECT item FROM linking_touched WHERE kind = :kind AND item = :item")
_UNTOUCH = text("DELETE FROM linking_touched WHERE kind = :kind AND item = :item")
_JUDGE = text(
    "INSERT INTO judgement (report, event, other_report, other_event, same, at) "
    "VALUES (:report, :event, :other_report, :other_event, :same, :at)"
)
_JUDGEMENTS = text(
    "SELECT report, event, other_report, other_event, same FROM judgement "
    "WHERE report = :report OR other_report = :report ORDER BY number"
)


class SQLCatalogue(Catalogue):
    """The catalogue in the store ``file`` names; inside a transaction all goes through its one connection."""

    def __init__(self, file: Path, engine: Engine) -> None:
        self._file, self._engine = file, engine
        self._open: Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with speaking(self._file), self._engine.connect() as connection:
            self._open = connection
            try:
                with transaction(connection):
                    yield
            finally:
                self._open = None

    def gist(self, report: str) -> str | None:
        return next((row.body for row in self._rows(_GIST, report=report)), None)

    def put_gist(self, report: str, body: str) -> None:
        self._write(_PUT_GIST, [{"report": report, "body": body}])

    def drop_gist(self, report: str) -> None:
        self._write(_DROP_GIST, [{"report": report}])

    def reports(self) -> Iterator[str]:
        yield from [row.report for row in self._rows(_REPORTS)]

    def keys(self, kind: str, item: str) -> frozenset[str]:
        return frozenset(row.label for row in self._rows(_KEYS, kind=kind, item=item))

    def put_keys(self, kind: str, item: str, keys: Collection[str]) -> None:
        before, now = self.keys(kind, item), frozenset(keys)
        for query, labels in ((_DROP_KEY, before - now), (_PUT_KEY, now - before)):
            self._write(query, [{"kind": kind, "item": item, "label": label} for label in sorted(labels)])

    def holders(self, kind: str, key: str, most: int) -> tuple[str, ...]:
        return tuple(row.item for row in self._rows(_HOLDERS, kind=kind, label=key, most=most))

    def edges(self, kind: str, item: str) -> dict[str, str]:
        return {row.other: row.body for row in self._rows(_EDGES, kind=kind, item=item)}

    def put_edge(self, kind: str, first: str, second: str, body: str) -> None:
        ends = ((first, second), (second, first))
        self._write(_PUT_EDGE, [{"kind": kind, "item": item, "other": other, "body": body} for item, other in ends])

    def drop_edges(self, kind: str, item: str, others: Collection[str]) -> None:
        ends = [pair for other in others for pair in ((item, other), (other, item))]
        self._write(_DROP_EDGE, [{"kind": kind, "item": item, "other": other} for item, other in ends])

    def group_of(self, kind: str, item: str) -> str | None:
        return next((row.id for row in self._rows(_GROUP_OF, kind=kind, item=item)), None)

    def group(self, kind: str, id: str) -> Group | None:
        row = next(iter(self._rows(_GROUP, kind=kind, id=id)), None)
        return None if row is None else Group(id, self._members(kind, id), row.body, row.rank)

    def groups(self, kind: str) -> Iterator[Group]:
        rank = id = ""
        while page := self._rows(_GROUPS, kind=kind, rank=rank, id=id, most=_PAGE):
            for rank, id, body in page:
                yield Group(id, self._members(kind, id), body, rank)

    def put_group(self, kind: str, group: Group) -> None:
        self._write(_DROP_MEMBERS, [{"kind": kind, "id": group.id}])
        self._write(_PUT_GROUP, [{"kind": kind, "id": group.id, "rank": group.order, "body": group.body}])
        self._write(_PUT_MEMBER, [{"kind": kind, "item": item, "id": group.id} for item in group.members])

    def drop_group(self, kind: str, id: str) -> None:
        for query in (_DROP_MEMBERS, _DROP_GROUP):
            self._write(query, [{"kind": kind, "id": id}])

    def touch(self, kind: str, items: Iterable[str]) -> None:
        self._write(_TOUCH, [{"kind": kind, "item": item} for item in items])

    def touched(self, kind: str, most: int | None = None) -> tuple[str, ...]:
        return tuple(row.item for row in self._rows(_TOUCHED, kind=kind, most=_ALL if most is None else most))

    def are_touched(self, kind: str, items: Iterable[str]) -> bool:
        return any(self._rows(_IS_TOUCHED, kind=kind, item=item) for item in items)

    def untouch(self, kind: str, items: Iterable[str]) -> None:
        self._write(_UNTOUCH, [{"kind": kind, "item": item} for item in items])

    def judge(self, judgement: Judgement) -> None:
        (report, event), (other_report, other_event) = judgement.first, judgement.second
        row = {"report": report, "event": event, "other_report": other_report, "other_event": other_event}
        self._write(_JUDGE, [row | {"same": judgement.same, "at": datetime.now(UTC).isoformat(timespec="seconds")}])

    def judgements(self, report: str) -> tuple[Judgement, ...]:
        last = {
            ((row.report, row.event), (row.other_report, row.other_event)): bool(row.same)
            for row in self._rows(_JUDGEMENTS, report=report)
        }
        return tuple(sorted(Judgement(first, second, same) for (first, second), same in last.items()))

    def _members(self, kind: str, id: str) -> tuple[str, ...]:
        return tuple(row.item for row in self._rows(_MEMBERS, kind=kind, id=id))

    def _rows(self, query: Any, **values: object) -> list[Row[Any]]:
        if self._open is not None:
            return list(self._open.execute(query, values))
        with speaking(self._file), self._engine.connect() as connection:
            return list(connection.execute(query, values))

    def _write(self, query: Any, rows: list[dict[str, object]]) -> None:
        if self._open is None:
            raise StoreError(f"{self._file}: nothing is written outside a transaction")
        if rows:
            self._open.execute(query, rows)
