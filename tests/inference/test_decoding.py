"""Spans come from labels whole, and are the likeliest there are."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.inference.decoding import log_softmax, spans


def whole(labels: tuple[int, ...]) -> bool:
    """Whether the labels, O and B I E S of each kind, make whole spans."""
    inside = None
    for label in labels:
        kind, part = divmod(label - 1, 4)
        opens, goes_on = label == 0 or part in (0, 3), label and part in (1, 2) and inside == kind
        if not (goes_on if inside is not None else opens):
            return False
        inside = kind if label and part in (0, 1) else None
    return inside is None


def found_in(labels: tuple[int, ...]) -> list[tuple[int, int, int]]:
    starts = [place for place, label in enumerate(labels) if label and (label - 1) % 4 in (0, 3)]
    ends = [place + 1 for place, label in enumerate(labels) if label and (label - 1) % 4 in (2, 3)]
    return [(start, end, (labels[start] - 1) // 4) for start, end in zip(starts, ends, strict=True)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([5, 9]), st.integers(1, 4))
def test_the_spans_are_those_of_the_likeliest_whole_labels(seed: int, labels: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, length, labels)).astype(np.float32)
    every = [one for one in product(range(labels), repeat=length) if whole(one)]
    best = max(every, key=lambda one: sum(scores[0, place, label] for place, label in enumerate(one)))
    assert spans(scores, np.array([length])) == [found_in(best)]


def test_rows_do_not_depend_on_what_they_stand_with() -> None:
    scores = np.random.default_rng(7).normal(size=(6, 30, 9)).astype(np.float32)
    lengths = np.array([30, 1, 12, 30, 7, 29])
    together = spans(scores, lengths)
    alone = [spans(scores[row : row + 1, : lengths[row]], lengths[row : row + 1])[0] for row in range(6)]
    assert together == alone


def test_no_rows_no_spans() -> None:
    assert spans(np.zeros((0, 1, 5), np.float32), np.zeros(0, np.int64)) == []


def test_probabilities_sum_to_one() -> None:
    logits = np.array([[1e4, -1e4, 3.0], [0.0, 0.0, 0.0]], np.float32)
    assert np.exp(log_softmax(logits)).sum(-1) == pytest.approx([1, 1])
