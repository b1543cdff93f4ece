from __future__ import annotations

import factory

from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of


def test_a_gist_is_kept_in_json_as_it_is() -> None:
    gist = gist_of(factory.record(published="2031-03-06", outlet="Harbour Times"))
    assert Gist.from_json(gist.to_json()) == gist
