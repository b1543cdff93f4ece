"""The catalogue of resolving in the tables of SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Executable,
    Row,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
)

from sayso.config import Server
from sayso.model.catalogue import READ, Catalogue, Group
from sayso.model.judgement import Judgement
from sayso.record import tables
from sayso.record.transactions import Session

_PAGE = 500
_FEW = 10
_ALL = 2**31 - 1
_RESULTS = (
    tables.gist,
    tables.linking_key,
    tables.linking_common,
    tables.linking_edge,
    tables.linking_group,
    tables.linking_member,
    tables.linking_touched,
)


def _is(*columns: Column[Any]) -> Any:
    """That the columns are what is given by their names."""
    return and_(*(column == bindparam(f"{column.name}_", type_=column.type) for column in columns))


def _drop(table: Table, *columns: Column[Any]) -> Executable:
    return delete(table).where(_is(*columns))


_gist, _key, _edge = tables.gist.c, tables.linking_key.c, tables.linking_edge.c
_group, _member, _touched = tables.linking_group.c, tables.linking_member.c, tables.linking_touched.c
_judged, _common = tables.judgement.c, tables.linking_common.c
_LABELS: Any = bindparam("labels", expanding=True)

_GIST = select(_gist.body).where(_is(_gist.report))
_DROP_GIST = _drop(tables.gist, _gist.report)
_REPORTS = select(_gist.report).where(_gist.report > bindparam("after")).order_by(_gist.report).limit(_PAGE)
_KEYS = select(_key.label).where(_is(_key.kind, _key.item))
_DROP_KEY = _drop(tables.linking_key, _key.kind, _key.item, _key.label)
_HOLDERS = select(_key.label, _key.item).where(_is(_key.kind), _key.label.in_(_LABELS)).order_by(_key.label, _key.item)
_FIRST_HOLDERS = select(_key.item).where(_is(_key.kind, _key.label)).order_by(_key.item).limit(bindparam("most"))
_ARE_COMMON = select(_common.label).where(_is(_common.kind), _common.label.in_(_LABELS))
_DROP_COMMON = _drop(tables.linking_common, _common.kind, _common.label)
_EDGES = select(_edge.other, _edge.body).where(_is(_edge.kind, _edge.item)).order_by(_edge.other)
_DROP_EDGE = _drop(tables.linking_edge, _edge.kind, _edge.item, _edge.other)
_GROUP_OF = select(_member.id).where(_is(_member.kind, _member.item))
_GROUP = select(_group.rank, _group.body).where(_is(_group.kind, _group.id))
_BEGUN = bindparam("begun", type_=_group.id.type)
_GROUPS_FROM = select(_group.id).where(_is(_group.kind), _group.id >= _BEGUN).order_by(_group.id).limit(_FEW)
_BEHIND = or_(_group.rank > bindparam("rank_"), and_(_group.rank == bindparam("rank_"), _group.id > bindparam("id_")))
_GROUPS = (
    select(_group.rank, _group.id, _group.body)
    .where(_is(_group.kind), _BEHIND)
    .order_by(_group.rank, _group.id)
    .limit(_PAGE)
)
_MEMBERS = select(_member.item).where(_is(_member.kind, _member.id)).order_by(_member.item)
_DROP_GROUP = _drop(tables.linking_group, _group.kind, _group.id)
_DROP_MEMBER = _drop(tables.linking_member, _member.kind, _member.item)
_DROP_MEMBERS = _drop(tables.linking_member, _member.kind, _member.id)
_TOUCHED = select(_touched.item).where(_is(_touched.kind)).order_by(_touched.item).limit(bindparam("most"))
_IS_TOUCHED = select(_touched.item).where(_is(_touched.kind, _touched.item))
_UNTOUCH = _drop(tables.linking_touched, _touched.kind, _touched.item)
_NEXT_JUDGEMENT = select(func.coalesce(func.max(_judged.number), 0) + 1)
_ANY_JUDGEMENT = select(_judged.number).limit(1)
_JUDGEMENTS = (
    select(_judged.report, _judged.event, _judged.other_report, _judged.other_event, _judged.same)
    .where(or_(_judged.report == bindparam("report_"), _judged.other_report == bindparam("report_")))
    .order_by(_judged.number)
)


class SQLCatalogue(Catalogue):
    """The catalogue of a store; inside a transaction all goes through its one connection."""

    def __init__(self, where: Path | Server, engine: Engine) -> None:
        self._session = Session(where, engine)
        self._judged: bool | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        try:
            with self._session.transaction():
                yield
        finally:
            self._judged = None

    def gist(self, report: str) -> str | None:
        found: str | None = self._first(_GIST, report_=report)
        return found

    def put_gist(self, report: str, body: str) -> None:
        self.drop_gist(report)
        self._put(tables.gist, [{"report": report, "body": body}])

    def drop_gist(self, report: str) -> None:
        self._do(_DROP_GIST, [{"report_": report}])

    def reports(self) -> Iterator[str]:
        after = ""
        while page := self._rows(_REPORTS, after=after):
            yield from (row.report for row in page)
            after = page[-1].report

    def keys(self, kind: str, item: str) -> frozenset[str]:
        return frozenset(row.label for row in self._rows(_KEYS, kind_=kind, item_=item))

    def put_keys(self, kind: str, item: str, keys: Collection[str]) -> None:
        before, now = self.keys(kind, item), frozenset(keys)
        self._do(_DROP_KEY, [{"kind_": kind, "item_": item, "label_": label} for label in sorted(before - now)])
        self._put(tables.linking_key, [{"kind": kind, "item": item, "label": label} for label in sorted(now - before)])

    def holders(self, kind: str, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {key: [] for key in keys}
        for row in self._rows(_HOLDERS, kind_=kind, labels=list(keys)):
            found[row.label].append(row.item)
        return {key: tuple(items) for key, items in sorted(found.items())}

    def first_holders(self, kind: str, key: str, most: int) -> tuple[str, ...]:
        return tuple(row.item for row in self._rows(_FIRST_HOLDERS, kind_=kind, label_=key, most=most))

    def common(self, kind: str, keys: Collection[str]) -> frozenset[str]:
        return frozenset(row.label for row in self._rows(_ARE_COMMON, kind_=kind, labels=list(keys)))

    def put_common(self, kind: str, key: str, *, common: bool) -> None:
        self._do(_DROP_COMMON, [{"kind_": kind, "label_": key}])
        self._put(tables.linking_common, [{"kind": kind, "label": key}] if common else [])

    def edges(self, kind: str, item: str) -> dict[str, str]:
        return {row.other: row.body for row in self._rows(_EDGES, kind_=kind, item_=item)}

    def put_edges(self, kind: str, item: str, others: Mapping[str, str]) -> None:
        ends = [end for other, body in others.items() for end in ((item, other, body), (other, item, body))]
        edges = [{"kind": kind, "item": one, "other": other, "body": body} for one, other, body in ends]
        self._put(tables.linking_edge, edges)

    def drop_edges(self, kind: str, item: str, others: Collection[str]) -> None:
        ends = [pair for other in others for pair in ((item, other), (other, item))]
        self._do(_DROP_EDGE, [{"kind_": kind, "item_": one, "other_": other} for one, other in ends])

    def group_of(self, kind: str, item: str) -> str | None:
        found: str | None = self._first(_GROUP_OF, kind_=kind, item_=item)
        return found

    def group(self, kind: str, id: str) -> Group | None:
        rows = self._rows(_GROUP, kind_=kind, id_=id)
        return Group(id, self._members(kind, id), rows[0].body, rows[0].rank) if rows else None

    def groups_from(self, kind: str, id: str) -> tuple[str, ...]:
        return tuple(row.id for row in self._rows(_GROUPS_FROM, kind_=kind, begun=id))

    def groups(self, kind: str) -> Iterator[Group]:
        rank = id = ""
        while page := self._rows(_GROUPS, kind_=kind, rank_=rank, id_=id):
            for row in page:
                rank, id = row.rank, row.id
                yield Group(id, self._members(kind, id), row.body, rank)

    def put_group(self, kind: str, group: Group) -> None:
        self.drop_group(kind, group.id)
        self._do(_DROP_MEMBER, [{"kind_": kind, "item_": item} for item in group.members])
        self._put(tables.linking_group, [{"kind": kind, "id": group.id, "rank": group.order, "body": group.body}])
        self._put(tables.linking_member, [{"kind": kind, "item": item, "id": group.id} for item in group.members])

    def drop_group(self, kind: str, id: str) -> None:
        for query in (_DROP_MEMBERS, _DROP_GROUP):
            self._do(query, [{"kind_": kind, "id_": id}])

    def touch(self, kind: str, items: Iterable[str]) -> None:
        fresh = sorted(set(items))
        self.untouch(kind, fresh)
        self._put(tables.linking_touched, [{"kind": kind, "item": item} for item in fresh])

    def touched(self, kind: str, most: int | None = None) -> tuple[str, ...]:
        return tuple(row.item for row in self._rows(_TOUCHED, kind_=kind, most=_ALL if most is None else most))

    def are_touched(self, kind: str, items: Iterable[str]) -> bool:
        return any(self._rows(_IS_TOUCHED, kind_=kind, item_=item) for item in items)

    def untouch(self, kind: str, items: Iterable[str]) -> None:
        self._do(_UNTOUCH, [{"kind_": kind, "item_": item} for item in items])

    def judge(self, judgement: Judgement) -> None:
        (report, event), (other_report, other_event) = judgement.first, judgement.second
        row = {"report": report, "event": event, "other_report": other_report, "other_event": other_event}
        self._judged = True
        number, at = self._first(_NEXT_JUDGEMENT), datetime.now(UTC).isoformat(timespec="seconds")
        self._put(tables.judgement, [row | {"number": number, "same": judgement.same, "at": at}])

    def judgements(self, report: str) -> tuple[Judgement, ...]:
        if not self._is_judged():
            return ()
        last = {
            ((row.report, row.event), (row.other_report, row.other_event)): bool(row.same)
            for row in self._rows(_JUDGEMENTS, report_=report)
        }
        return tuple(sorted(Judgement(first, second, same) for (first, second), same in last.items()))

    def _is_judged(self) -> bool:
        """Whether anything was decided; asked once a transaction."""
        if not self._session.is_open or self._judged is None:
            self._judged = bool(self._rows(_ANY_JUDGEMENT))
        return self._judged

    def _members(self, kind: str, id: str) -> tuple[str, ...]:
        return tuple(row.item for row in self._rows(_MEMBERS, kind_=kind, id_=id))

    def _first(self, query: Executable, **values: object) -> Any:
        return next((row[0] for row in self._rows(query, **values)), None)

    def _rows(self, query: Executable, **values: object) -> Sequence[Row[Any]]:
        with self._session.asking() as connection:
            return connection.execute(query, values).all()

    def _put(self, table: Table, rows: list[dict[str, Any]]) -> None:
        self._do(insert(table), rows)

    def _do(self, query: Executable, rows: list[dict[str, Any]]) -> None:
        connection = self._session.open
        if rows:
            connection.execute(query, rows)


def mark_read(connection: Connection, report: str) -> None:
    """Note that the report has been read, and is to be linked with the others."""
    row = {"kind": READ, "item": report}
    connection.execute(_UNTOUCH, {f"{name}_": value for name, value in row.items()})
    connection.execute(insert(tables.linking_touched), row)


def withdraw(connection: Connection, numbers: Collection[int]) -> None:
    """Drop whatever may hold words of these reports; where they were linked, all others are to be linked anew."""
    ids = select(tables.report.c.id).where(tables.report.c.number.in_(numbers))
    if connection.execute(select(_gist.report).where(_gist.report.in_(ids))).first():
        for table in _RESULTS:
            connection.execute(delete(table))
        rest = select(literal(READ), tables.report.c.id).where(tables.report.c.number.not_in(numbers))
        connection.execute(insert(tables.linking_touched).from_select(["kind", "item"], rest))
    connection.execute(delete(tables.judgement).where(or_(_judged.report.in_(ids), _judged.other_report.in_(ids))))
    connection.execute(delete(tables.linking_touched).where(_touched.item.in_(ids)))
