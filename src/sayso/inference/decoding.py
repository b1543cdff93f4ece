"""From the scores of labels to spans: the likeliest labels that make whole spans (Viterbi 1967, with hard constraints).

Labels are O and, for each kind of span, B I E S (begin, inside, end, single), in this order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BARRED = -1e4

Scores = NDArray[np.float32]
Found = tuple[int, int, int]
"""A span ``[start, end)`` and its kind, counted from 0."""


def log_softmax(logits: Scores) -> Scores:
    """The logarithms of probabilities over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def spans(scores: Scores, lengths: NDArray[np.int64]) -> list[list[Found]]:
    """The spans of each row of ``scores`` [rows, pieces, labels], in order; a row ends at its length.

    Labels that may follow the same labels form a group: O, B and S come outside spans, I and E inside one of their kind.
    """
    rows, longest, labels = scores.shape
    kinds = (labels - 1) // 4
    group = np.array([0] + [one for kind in range(kinds) for one in (0, kind + 1, kind + 1, 0)])
    outside = np.array([0] + [1 + 4 * kind + offset for kind in range(kinds) for offset in (2, 3)])
    best = scores[:, 0] + np.where(group > 0, _BARRED, 0)
    back = np.zeros((longest, rows, labels), np.int8)
    ends = np.zeros(rows, np.int8)
    after, before = np.zeros((rows, kinds + 1), np.float32), np.zeros((rows, kinds + 1), np.int8)
    every = np.arange(rows)
    for place in range(longest):
        chosen = best[:, outside].argmax(1)
        before[:, 0] = outside[chosen]
        after[:, 0] = best[every, outside[chosen]]
        ending = lengths == place + 1
        ends[ending] = before[ending, 0]
        if place + 1 == longest:
            break
        for kind in range(kinds):
            begun, going = best[:, 1 + 4 * kind], best[:, 2 + 4 * kind]
            before[:, kind + 1] = np.where(begun >= going, 1 + 4 * kind, 2 + 4 * kind)
            after[:, kind + 1] = np.maximum(begun, going)
        back[place + 1] = before[:, group]
        best = after[:, group] + scores[:, place + 1]
    return [_trace(back[:, row], int(ends[row]), int(lengths[row])) for row in range(rows)]


def _trace(back: NDArray[np.int8], label: int, length: int) -> list[Found]:
    found: list[Found] = []
    end = length
    for place in range(length - 1, -1, -1):
        if label and (label - 1) % 4 in (2, 3):
            end = place + 1
        if label and (label - 1) % 4 in (0, 3):
            found.append((place, end, (label - 1) // 4))
        label = int(back[place, label])
    return found[::-1]
