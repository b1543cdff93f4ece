"""Where resolving keeps what it knows so far: a seam, so that it needs no database and every store can hold it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple

from sayso.model.judgement import Judgement

READ = "read"
"""The kind under which reports are touched that were read and are still to be linked with the others."""


class Group(NamedTuple):
    """What belongs together: ``body`` says in JSON how, ``order`` is what lists are sorted by."""

    id: str
    members: tuple[str, ...]
    body: str
    order: str = ""


class Catalogue(ABC):
    """Items of several ``kind``s, each with keys, edges to others, and the one group that it is in.

    An item is any string: the id of a report or of an event. Bodies are JSON that only resolving reads. Whatever is put
    takes the place of what was there.
    """

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All that the body writes, or nothing of it; not to be nested."""

    @abstractmethod
    def gist(self, report: str) -> str | None:
        """What was kept of the report, None where it was never put in."""

    @abstractmethod
    def put_gist(self, report: str, body: str) -> None:
        """Keep it."""

    @abstractmethod
    def drop_gist(self, report: str) -> None:
        """Keep it no longer."""

    @abstractmethod
    def reports(self) -> Iterator[str]:
        """The reports of which something is kept, in the order of their ids."""

    @abstractmethod
    def keys(self, kind: str, item: str) -> frozenset[str]:
        """The keys of the item."""

    @abstractmethod
    def put_keys(self, kind: str, item: str, keys: Collection[str]) -> None:
        """Its keys from now on."""

    @abstractmethod
    def holders(self, kind: str, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """All items with each of these keys, in their order."""

    @abstractmethod
    def first_holders(self, kind: str, key: str, most: int) -> tuple[str, ...]:
        """The first ``most`` items with that key, in their order."""

    @abstractmethod
    def common(self, kind: str, keys: Collection[str]) -> frozenset[str]:
        """Those of these keys that join nobody."""

    @abstractmethod
    def put_common(self, kind: str, key: str, *, common: bool) -> None:
        """The key joins nobody from now on, or somebody again."""

    @abstractmethod
    def edges(self, kind: str, item: str) -> dict[str, str]:
        """The items that it is like, with how."""

    @abstractmethod
    def put_edges(self, kind: str, item: str, others: Mapping[str, str]) -> None:
        """It is like these, each with how; none of them was like it before."""

    @abstractmethod
    def drop_edges(self, kind: str, item: str, others: Collection[str]) -> None:
        """It is like these no longer."""

    @abstractmethod
    def group_of(self, kind: str, item: str) -> str | None:
        """The id of the group that the item is in."""

    @abstractmethod
    def group(self, kind: str, id: str) -> Group | None:
        """The group with that id."""

    @abstractmethod
    def groups_from(self, kind: str, id: str) -> tuple[str, ...]:
        """The first ids, in their order, that are not before ``id``: a few."""

    @abstractmethod
    def groups(self, kind: str) -> Iterator[Group]:
        """All groups, by their order and then their ids."""

    @abstractmethod
    def put_group(self, kind: str, group: Group) -> None:
        """Its members are in it and in no other of that kind."""

    @abstractmethod
    def drop_group(self, kind: str, id: str) -> None:
        """Its members are in no group of that kind."""

    @abstractmethod
    def touch(self, kind: str, items: Iterable[str]) -> None:
        """These have to be looked at again."""

    @abstractmethod
    def touched(self, kind: str, most: int | None = None) -> tuple[str, ...]:
        """Those that have to be looked at again, in their order, or the first ``most`` of them."""

    @abstractmethod
    def are_touched(self, kind: str, items: Iterable[str]) -> bool:
        """Whether any of these has to be looked at again."""

    @abstractmethod
    def untouch(self, kind: str, items: Iterable[str]) -> None:
        """These have been looked at."""

    @abstractmethod
    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision; a later one on the same two takes its place in what binds, not on record."""

    @abstractmethod
    def judgements(self, report: str) -> tuple[Judgement, ...]:
        """The decisions that bind events of the report, in their order."""
