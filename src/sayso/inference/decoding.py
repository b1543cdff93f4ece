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
    scores: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return scores


def spans(scores: Scores, lengths: NDArray[np.int64]) -> list[list[Found]]:
    """The spans of each row of ``scores`` [rows, pieces, labels], in order; a row ends at its length."""
    rows, longest, labels = scores.shape
    kinds = (labels - 1) // 4
    wants = np.array([0] + [group for kind in range(1, kinds + 1) for group in (0, kind, kind, 0)])
    best = scores[:, 0] + np.where(wants > 0, _BARRED, 0)
    back = np.zeros((longest, rows, labels), np.int8)
    last = np.zeros(rows, np.int8)
    for place in range(1, longest + 1):
        likeliest, score = _before(best, kinds)
        ends = lengths == place
        last[ends] = likeliest[ends, 0]
        if place < longest:
            back[place] = likeliest[:, wants]
            best = score[:, wants] + scores[:, place]
    return [_trace(back[:, row], int(last[row]), int(lengths[row])) for row in range(rows)]


def _before(best: Scores, kinds: int) -> tuple[NDArray[np.int8], Scores]:
    """Of each group of labels the likeliest and its score, [rows, groups].

    What may follow a label depends on its group alone: O, E and S stand outside or at the end of a span (0), B and I
    inside one of a kind (1 and up).
    """
    ended = np.array([0] + [4 * kind + part for kind in range(kinds) for part in (3, 4)])
    chosen = ended[best[:, ended].argmax(1)]
    likeliest, score = [chosen], [best[np.arange(len(best)), chosen]]
    for begin in range(1, 4 * kinds, 4):
        begun, going = best[:, begin], best[:, begin + 1]
        likeliest.append(np.where(begun >= going, begin, begin + 1))
        score.append(np.maximum(begun, going))
    return np.stack(likeliest, 1).astype(np.int8), np.stack(score, 1)


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
