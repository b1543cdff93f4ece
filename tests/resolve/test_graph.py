from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.catalogue import Catalogue, Group
from sayso.record import MemoryStore
from sayso.resolve import graph
from sayso.resolve.graph import SAME, Graph, Pairs

WORDS = {
    "a": "north south",
    "b": "north south east",
    "c": "east west",
    "d": "west",
    "e": "far",
    "f": "north south",
    "g": "far near",
    "h": "north west",
    "i": "late!",
    "j": "late! soon",
    "k": "late? never",
    "l": "late? never ever",
}
"""Items, and the words that they share with others; who has the same words has one identity."""
ALL = "".join(WORDS)


def keys(item: str) -> tuple[str, ...]:
    return (f"={WORDS[item]}", *WORDS[item].split())


def compare(first: str, second: str) -> str | None:
    shared = {word.strip("?!") for word in WORDS[first].split()} & {word.strip("?!") for word in WORDS[second].split()}
    return " ".join(sorted(shared)) or None


def divide(component: Sequence[str], pairs: Pairs) -> Iterator[Group]:
    yield Group(component[0], tuple(component), ";".join(f"{a}{b}:{body}" for (a, b), body in sorted(pairs.items())))


@contextmanager
def opened() -> Iterator[tuple[Graph, Catalogue]]:
    with MemoryStore() as store:
        catalogue = store.catalogue()
        yield Graph("test", catalogue, keys, compare, divide), catalogue


def groups(catalogue: Catalogue) -> list[Group]:
    return list(catalogue.groups("test"))


def put_in(items: Sequence[str]) -> list[Group]:
    with opened() as (found, catalogue):
        with catalogue.transaction():
            for item in items:
                found.put(item)
            found.settle()
        return groups(catalogue)


def test_what_shares_a_key_is_compared_and_hangs_together() -> None:
    assert [group.members for group in put_in(ALL)] == [
        ("a", "b", "c", "d", "f", "h"),
        ("e", "g"),
        ("i", "j", "k", "l"),
    ]
    assert [group.members for group in put_in("adeg")] == [("a",), ("d",), ("e", "g")]


def test_who_only_answers_to_a_key_is_compared_with_who_asks_by_it() -> None:
    assert [group.members for group in put_in("ij")] == [("i",), ("j",)]
    assert [group.body for group in put_in("ijk")] == ["ik:late;jk:late"]


def test_only_the_first_of_an_identity_is_compared() -> None:
    (found,) = put_in("abf")
    assert found.body == f"ab:north south;af:{SAME}"


@settings(deadline=None, max_examples=15)
@given(st.permutations(ALL), st.integers(1, 12), st.lists(st.sampled_from(ALL), max_size=5, unique=True))
@pytest.mark.parametrize("common", [2, 3, 200])
def test_the_order_and_what_came_and_went_do_not_matter(
    common: int, order: list[str], often: int, gone: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph, "COMMON", common)
        with opened() as (found, catalogue):
            for number, item in enumerate(order):
                with catalogue.transaction():
                    found.put(item)
                    if number % often == 0:
                        found.settle()
            with catalogue.transaction():
                for item in gone:
                    found.remove(item)
                found.settle()
            left = groups(catalogue)
        assert left == put_in([item for item in ALL if item not in gone])


def test_a_key_may_be_of_any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "LONGEST", 3)
    assert [group.members for group in put_in(ALL)] == [
        ("a", "b", "c", "d", "f", "h"),
        ("e", "g"),
        ("i", "j", "k", "l"),
    ]


def test_settling_tells_what_changed() -> None:
    with opened() as (found, catalogue), catalogue.transaction():
        for item in "ace":
            found.put(item)
        assert {group.id for group in found.settle().made} == {"a", "c", "e"}
        found.put("b")
        change = found.settle()
        assert change.gone == {"c"}
        assert [group.members for group in change.made] == [("a", "b", "c")]
        assert found.settle() == graph.Change(frozenset(), ())
        found.put("e")
        assert found.settle().made == ()
