"""Logistic regression with an L2 penalty, over features that are there or not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
_STEPS, _INNER = 30, 200
_CLOSE = 1e-6


class Rows(NamedTuple):
    """A binary matrix as the places of its ones: ``row[k]``, ``column[k]``; ``height`` rows, ``width`` columns."""

    row: NDArray[np.int64]
    column: NDArray[np.int64]
    height: int
    width: int

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], width: int) -> Rows:
        """The matrix whose rows have ones in these columns."""
        lengths = [len(row) for row in rows]
        columns = np.fromiter((column for row in rows for column in row), np.int64, sum(lengths))
        return cls(np.repeat(np.arange(len(rows)), lengths), columns, len(rows), width)

    def times(self, weights: Vector) -> Vector:
        """The sum of weights in each row."""
        return np.bincount(self.row, weights[self.column], self.height).astype(np.float64)

    def back(self, values: Vector) -> Vector:
        """The sum of values in each column."""
        return np.bincount(self.column, values[self.row], self.width).astype(np.float64)


def fit(rows: Rows, right: Vector, penalty: Vector) -> Vector:
    """The weights that make ``right`` likeliest less half of ``penalty`` times their squares, in the columns' order.

    Newton's method; each step's linear system is solved by conjugate gradients (Nocedal and Wright 2006, ch. 7.1).
    """
    weights = np.zeros(rows.width)
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-rows.times(weights)))
        slope = rows.back(right - share) - penalty * weights
        if np.abs(slope).max() < _CLOSE * rows.height:
            break
        weights = weights + _solved(_curvature(rows, share * (1 - share), penalty), slope)
    return weights


def _curvature(rows: Rows, spread: Vector, penalty: Vector) -> Callable[[Vector], Vector]:
    """The second derivative of the loss, as what it does to a vector."""
    return lambda vector: rows.back(spread * rows.times(vector)) + penalty * vector


def _solved(apply: Callable[[Vector], Vector], wanted: Vector) -> Vector:
    """The vector that ``apply``, symmetric and positive, turns into ``wanted``."""
    found, rest = np.zeros_like(wanted), wanted.copy()
    direction, size = rest.copy(), float(rest @ rest)
    first = size
    for _ in range(_INNER):
        if size <= 1e-10 * first:
            break
        turned = apply(direction)
        step = size / float(direction @ turned)
        found += step * direction
        rest -= step * turned
        size, before = float(rest @ rest), size
        direction = rest + size / before * direction
    return found
