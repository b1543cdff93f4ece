"""Tales: which sentence of a report is nearest to one of another."""

from __future__ import annotations

import pytest

from sayso.resolve.happenings.tales import Tale, cosine, unit

BAZAAR, HARBOUR, BOTH = unit({"bazaar": 1.0}), unit({"harbour": 1.0}), unit({"bazaar": 1.0, "harbour": 1.0})


def test_bags_are_of_length_one_whatever_the_weights() -> None:
    assert cosine(unit({"bazaar": 3.0}), BAZAAR) == pytest.approx(1.0)
    assert cosine(BAZAAR, HARBOUR) == 0.0
    assert cosine(BAZAAR, BOTH) == cosine(BOTH, BAZAAR) == pytest.approx(2**-0.5)
    assert unit({}) == {}


def test_the_nearest_sentence_but_one() -> None:
    tale, other = Tale([BAZAAR, BOTH, HARBOUR]), Tale([HARBOUR, BAZAAR])
    assert tale.nearest(other, 1, but=1) == pytest.approx(1.0)
    assert tale.nearest(other, 1, but=0) == pytest.approx(2**-0.5)
    assert Tale([BAZAAR]).nearest(other, 1, but=0) == 0.0


def test_the_same_sentences_have_the_same_key() -> None:
    assert Tale([BAZAAR, HARBOUR]).key == Tale([BAZAAR, HARBOUR]).key
    assert len({Tale([BAZAAR]).key, Tale([HARBOUR]).key, Tale([BAZAAR, HARBOUR]).key, Tale([BOTH]).key}) == 4
