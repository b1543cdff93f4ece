from __future__ import annotations

from dataclasses import replace

import factory

from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of


def test_a_gist_keeps_to_which_outlet_a_statement_was_made() -> None:
    record = factory.record()
    assert [saying.told for saying in gist_of(record).sayings] == ["a4", None]
    first, *others = record.statements
    elsewhere = replace(record, statements=(replace(first, occasion=None), *others))
    assert gist_of(elsewhere).sayings[0].told == "a4"
    said = replace(first, occasion=None, cue=factory.spans("said"))
    assert gist_of(replace(record, statements=(said, *others))).sayings[0].told is None


def test_a_gist_is_kept_in_json_as_it_is() -> None:
    gist = gist_of(factory.record(published="2031-03-06", outlet="Harbour Times"))
    assert Gist.from_json(gist.to_json()) == gist
