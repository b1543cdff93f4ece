"""The catalogue of resolving: one body of tests over all stores."""

from __future__ import annotations

import factory
import pytest

from sayso.model.catalogue import READ, Group
from sayso.model.judgement import Judgement
from sayso.record import Store


def test_reports_that_were_read_are_to_be_linked_once(store: Store) -> None:
    writer = store.writer()
    for id in ("b", "a", "c"):
        writer.add(factory.findings(f"Text {id}.", id=id), f"{id}.txt")
    writer.add(factory.findings("Text a.", id="a", made_by=factory.MADE_BY[:1]), "a.txt")
    catalogue = store.catalogue()
    assert catalogue.touched(READ) == ("a", "b", "c")
    assert catalogue.touched(READ, 2) == ("a", "b")
    with catalogue.transaction():
        catalogue.untouch(READ, ["a", "b"])
    assert store.catalogue().touched(READ) == ("c",)
    assert not catalogue.are_touched(READ, ["a", "b"])
    writer.forget({3})
    assert store.catalogue().touched(READ) == ()


def test_what_is_put_takes_the_place_of_what_was_there(store: Store) -> None:
    catalogue = store.catalogue()
    with catalogue.transaction():
        for body in ("{}", '{"new": "\0"}'):
            catalogue.put_gist("r1", body)
        for labels in (["x", "y"], ["y", "z"]):
            catalogue.put_keys("story", "r1", labels)
        catalogue.put_keys("story", "r2", ["y"])
        catalogue.put_edges("story", "r1", {"r2": "0.7"})
        catalogue.put_group("story", Group("K2", ("r1", "r3"), "{}", "2031"))
        catalogue.put_group("story", Group("K1", ("r1", "r2"), "{}", "2032"))
    assert catalogue.gist("r1") == '{"new": "\0"}'
    assert list(catalogue.reports()) == ["r1"]
    assert catalogue.keys("story", "r1") == {"y", "z"}
    assert catalogue.holders("story", ["y", "z", "none"]) == {"y": ("r1", "r2"), "z": ("r1",), "none": ()}
    assert catalogue.first_holders("story", "y", 1) == ("r1",)
    assert catalogue.edges("story", "r2") == {"r1": "0.7"}
    assert [group.id for group in catalogue.groups("story")] == ["K2", "K1"]
    assert (catalogue.group_of("story", "r1"), catalogue.group_of("story", "r3")) == ("K1", "K2")
    with catalogue.transaction():
        catalogue.drop_edges("story", "r1", ["r2"])
        catalogue.drop_group("story", "K1")
    assert (catalogue.edges("story", "r2"), catalogue.group_of("story", "r2")) == ({}, None)


def test_keys_that_join_nobody(store: Store) -> None:
    catalogue = store.catalogue()
    with catalogue.transaction():
        for key in ("x", "y", "y"):
            catalogue.put_common("story", key, common=True)
        catalogue.put_common("story", "x", common=False)
    assert catalogue.common("story", ["x", "y", "z"]) == {"y"}


def test_what_fails_leaves_nothing(store: Store) -> None:
    catalogue = store.catalogue()

    def fail() -> None:
        with catalogue.transaction():
            catalogue.put_gist("r1", "{}")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert catalogue.gist("r1") is None


def test_the_last_judgement_of_two_events_binds(store: Store) -> None:
    catalogue = store.catalogue()
    with catalogue.transaction():
        for same in (True, False):
            catalogue.judge(Judgement(("r1", "e1"), ("r2", "e2"), same=same))
    assert catalogue.judgements("r2") == (Judgement(("r1", "e1"), ("r2", "e2"), same=False),)
