from __future__ import annotations

from dataclasses import replace

import factory

from sayso.model import Index


def test_speakers_and_parties_go_by_their_actors_names() -> None:
    record = factory.record()
    index = Index(record)
    said, promised = record.statements
    assert index.speaker(promised) == "a senior Velian official"
    assert index.speaker(replace(said, source=None)) is None
    assert index.speaker(replace(said, source=replace(said.source, actor="gone"))) == "a senior Velian official"  # type: ignore[type-var]
    met, again = record.events
    assert index.parties(met, "mediator") == ("a Maltese bank",)
    assert index.parties(again, "actor") == ("They",)


def test_a_chain_ends_even_where_ids_go_round() -> None:
    record = factory.record()
    first, second = record.statements
    assert Index(record).chain(second) == (second, first)
    round_ = replace(first, via="s2")
    index = Index(replace(record, statements=(round_, second)))
    assert index.chain(second) == (second, round_)
    assert index.chain(replace(first, via="s9")) == (replace(first, via="s9"),)
