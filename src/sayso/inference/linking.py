"""How far the pieces of a window are from a cue, in buckets that widen with the distance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_EDGES = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 42, 60, 90, 130, 200])


def distance_buckets(length: int, start: int, end: int) -> NDArray[np.int64]:
    """For each of ``length`` pieces, 0 in the cue ``[start, end)``, else 1 to 16 before it and 17 to 32 behind it."""
    places = np.arange(length)
    before, behind = start - places, places - end + 1
    near = np.searchsorted(_EDGES, np.maximum(before, behind), "right")
    return np.where(before > 0, near, np.where(behind > 0, near + len(_EDGES), 0))
