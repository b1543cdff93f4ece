"""Items that may be alike: found by keys that they share, compared in pairs, put together within what hangs together.

What comes out depends on which items there are, never on the order in which they came. So keys that more than `COMMON`
items share join nobody, whenever they became so common; and of items with the same identity (a key that begins with
``=``) only the first is compared with others, however many there are. Who only answers to a key (``key!``) is compared
with those who ask by it (``key?``), and these with one another as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model.catalogue import Catalogue, Group
from sayso.model.ids import digest

COMMON = 100
IDENTITY, ASK, ANSWER = "=", "?", "!"
LONGEST = 200
"""Characters of a key."""
SAME = ""
"""The body of an edge between the first of an identity and another one of it."""

Pairs = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Change:
    """What settling changed: ids of groups that are no more, and groups that are new or other than before."""

    gone: frozenset[str]
    made: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The items of one kind in a catalogue.

    ``keys`` gives the keys of an item, at least one; ``compare`` how two are alike, in JSON, or None; ``divide`` puts
    the members of one component into groups, given how they are alike in pairs (ids in their order).
    """

    kind: str
    catalogue: Catalogue
    keys: Callable[[str], Collection[str]]
    compare: Callable[[str, str], str | None]
    divide: Callable[[Sequence[str], Pairs], Iterable[Group]]

    def put(self, item: str) -> None:
        """A new item, or one that has changed."""
        self.remove(item)
        keys = self._keys_of(item)
        identity = [key for key in keys if key.startswith(IDENTITY)]
        first = min((one for key in identity for one in self.catalogue.first_holders(self.kind, key, 1)), default=item)
        if first < item:
            self._stand_behind(first, item, identity)
        else:
            followers = self._stand_back(first, identity) if first > item else ()
            self._stand_first(item, keys, followers)
        self.catalogue.touch(self.kind, [item])

    def remove(self, item: str) -> None:
        """The item is no more."""
        if not self.catalogue.keys(self.kind, item):
            return
        alike = self.catalogue.edges(self.kind, item)
        self.catalogue.touch(self.kind, [item, *alike])
        self._let_go(item)
        if followers := sorted(other for other, body in alike.items() if body == SAME and other > item):
            self._stand_first(followers[0], self._keys_of(followers[0]), followers[1:])

    def settle(self) -> Change:
        """Put together anew whatever hangs together with what was touched."""
        touched = self.catalogue.touched(self.kind)
        gone, made = dict[str, Group](), dict[str, Group]()
        for component, groups in self._components(touched):
            gone |= groups
            made |= {group.id: group for group in self._divided(component)}
        for id in gone:
            self.catalogue.drop_group(self.kind, id)
        for group in made.values():
            self.catalogue.put_group(self.kind, group)
        self.catalogue.untouch(self.kind, touched)
        return Change(frozenset(gone.keys() - made.keys()), tuple(g for g in made.values() if gone.get(g.id) != g))

    def _keys_of(self, item: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(_short, self.keys(item))))

    def _stand_first(self, item: str, keys: Collection[str], followers: Sequence[str]) -> None:
        """The item speaks for all of its identity, and is compared with others."""
        self.catalogue.put_keys(self.kind, item, keys)
        joining = [key for key in keys if not key.startswith(IDENTITY)]
        for key, holders in self._holders(self._joining(joining)).items():
            if len(holders) > COMMON:
                self._part(holders, key)
        self._join(item, self._met(self._joining(joining)) - {item})
        self.catalogue.put_edges(self.kind, item, dict.fromkeys(followers, SAME))

    def _stand_behind(self, first: str, item: str, identity: Collection[str]) -> None:
        self.catalogue.put_keys(self.kind, item, identity)
        self.catalogue.put_edges(self.kind, first, {item: SAME})

    def _stand_back(self, former: str, identity: Collection[str]) -> list[str]:
        """Who was the first of its identity is so no more; all who now follow another."""
        alike = self.catalogue.edges(self.kind, former)
        self.catalogue.touch(self.kind, [former, *alike])
        self._let_go(former)
        self.catalogue.put_keys(self.kind, former, identity)
        return [former, *(other for other, body in alike.items() if body == SAME)]

    def _join(self, item: str, others: Collection[str]) -> None:
        """Compare the item with others that it was not compared with before."""
        alike = ((other, self.compare(min(item, other), max(item, other))) for other in sorted(others))
        self.catalogue.put_edges(self.kind, item, {other: body for other, body in alike if body is not None})

    def _joining(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of the keys that are not too common to join anybody."""
        asked = frozenset(keys)
        return asked and asked - self.catalogue.common(self.kind, asked)

    def _met(self, keys: Iterable[str]) -> set[str]:
        """The items that somebody with these keys is to be compared with."""
        met = self._joining(partner for key in keys for partner in partners(key))
        return {item for holders in self._holders(met).values() for item in holders}

    def _holders(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        return self.catalogue.holders(self.kind, keys) if keys else {}

    def _part(self, holders: Sequence[str], key: str) -> None:
        """The key has become too common: whom nothing else joins, part."""
        self.catalogue.put_common(self.kind, key, common=True)
        keys_of = cache(lambda item: self.catalogue.keys(self.kind, item))
        for item in holders:
            alike = [other for other, body in self.catalogue.edges(self.kind, item).items() if body != SAME]
            keys = self._joining(keys_of(item))
            met = self._joining(partner for key in keys for partner in partners(key))
            parted = [other for other in alike if not met & keys_of(other)]
            self.catalogue.touch(self.kind, [item, *parted] if parted else [])
            self.catalogue.drop_edges(self.kind, item, parted)

    def _let_go(self, item: str) -> None:
        """Take the item's keys and edges. Keys that were too common by just this item join their holders again."""
        keys = self.catalogue.keys(self.kind, item)
        self.catalogue.put_keys(self.kind, item, ())
        self.catalogue.drop_edges(self.kind, item, self.catalogue.edges(self.kind, item))
        for key in sorted(self.catalogue.common(self.kind, keys)):
            holders = self.catalogue.first_holders(self.kind, key, COMMON + 1)
            if len(holders) <= COMMON:
                self.catalogue.put_common(self.kind, key, common=False)
                self._join_again(key, holders)

    def _join_again(self, key: str, holders: Sequence[str]) -> None:
        self.catalogue.touch(self.kind, holders)
        met = self._met([key])
        for item in holders:
            self._join(item, met - {item} - self.catalogue.edges(self.kind, item).keys())

    def _components(self, touched: Iterable[str]) -> Iterator[tuple[list[str], dict[str, Group]]]:
        """What hangs together with what was touched, each with the groups that its items were in so far.

        The other members of these groups are touched by that, too.
        """
        waiting, seen = list(touched), set[str]()
        while waiting:
            if (item := waiting.pop()) in seen:
                continue
            component = self._reached(item)
            seen |= component
            groups = {group.id: group for group in self._groups_of(component)}
            waiting += (member for group in groups.values() for member in group.members)
            yield sorted(component), groups

    def _reached(self, item: str) -> set[str]:
        reached, waiting = {item}, [item]
        while waiting:
            for other in self.catalogue.edges(self.kind, waiting.pop()):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached

    def _groups_of(self, component: Iterable[str]) -> Iterator[Group]:
        for id in {self.catalogue.group_of(self.kind, item) for item in component}:
            if id is not None and (group := self.catalogue.group(self.kind, id)):
                yield group

    def _divided(self, component: Sequence[str]) -> Iterable[Group]:
        """The groups of a component; none of an item that is no more, which has no key."""
        if not self.catalogue.keys(self.kind, component[0]):
            return ()
        edges = ((item, self.catalogue.edges(self.kind, item)) for item in component)
        return self.divide(
            component, {(item, other): body for item, alike in edges for other, body in alike.items() if item < other}
        )


def partners(key: str) -> tuple[str, ...]:
    """The keys whose holders a holder of this one is compared with."""
    if key.endswith(ANSWER):
        return (f"{key[:-1]}{ASK}",)
    return (key, f"{key[:-1]}{ANSWER}") if key.endswith(ASK) else (key,)


def _short(key: str) -> str:
    """The key, or what stands for one that is too long for an index: its marks stay."""
    if len(key) <= LONGEST:
        return key
    mark = key[-1] if key[-1] in (ASK, ANSWER) else ""
    return f"{key[0]}{digest(key.removesuffix(mark))}{mark}"
