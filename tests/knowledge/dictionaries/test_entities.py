"""FollowTheMoney entities: persons, bodies, and who holds which position."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.knowledge.dictionaries import read_dictionary
from sayso.knowledge.dictionaries.entities import TOPICS
from sayso.model import KnownActor, Term, Unread

pytest.importorskip("followthemoney", reason="the extra `entities` is not installed")


def entity(id: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": id, "schema": schema, "properties": properties}) + "\n"


FILE = (
    entity("p", "Person", name=["Ann Bole"], alias=["A. Bole"], citizenship=["ke"], wikidataId=["Q7"])
    + entity("o", "Occupancy", holder=["p"], post=["m"], startDate=["2010-02"], endDate=["2012"])
    + entity("m", "Position", name=["Minister of Trade"], country=["ke"], topics=["gov.executive"])
    + entity("c", "Company", name=["Bole Steel"], jurisdiction=["ke"])
    + "not json\n"
    + entity("x", "NoSuchSchema", name=["x"])
    + entity("n", "Person", citizenship=["ke"])
)


def test_persons_have_the_terms_of_their_positions(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(FILE, encoding="utf-8")
    found = list(read_dictionary(path))
    actors = {actor.name: actor for actor in found if isinstance(actor, KnownActor)}
    assert actors["Ann Bole"] == KnownActor(
        ("Ann Bole", "A. Bole"),
        "person",
        (Term("KEN", ("GOV",), "2010-02-01", "2012-12-31"), Term("KEN", ())),
        "Q7",
        "dump.jsonl",
    )
    assert (actors["Bole Steel"].kind, actors["Bole Steel"].terms) == ("company", (Term("KEN", ()),))
    assert sorted(line.line for line in found if isinstance(line, Unread)) == [5, 6, 7]


def test_topics_are_those_of_the_library() -> None:
    from followthemoney import registry

    assert [topic for topic in TOPICS if topic not in registry.topic.names] == []
