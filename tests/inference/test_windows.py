"""Windows hold every piece once, whole blocks where they fit, and little that was read before."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.inference.windows import LONGEST, REPEATED, Window, windows


def blocks_of(lengths: list[int]) -> list[tuple[int, int]]:
    return list(pairwise([0, *accumulate(lengths)]))


@given(st.lists(st.integers(1, 700), max_size=30), st.lists(st.integers(0, 9000), max_size=200))
def test_every_piece_is_decided_once(lengths: list[int], stops: list[int]) -> None:
    found = windows(blocks_of(lengths), sorted(set(stops)))
    assert [place for window in found for place in range(window.fresh, window.end)] == list(range(sum(lengths)))
    assert all(0 < window.end - window.start <= LONGEST for window in found)
    assert all(0 <= window.fresh - window.start <= REPEATED for window in found)


def test_blocks_that_fit_stand_together_and_the_short_last_one_is_seen_again() -> None:
    assert windows(blocks_of([100, 60, 20, 90, 90]), []) == [
        Window(0, 0, 180),
        Window(160, 180, 270),
        Window(270, 270, 360),
    ]


def test_a_long_block_is_cut_behind_a_stop_else_where_the_window_ends() -> None:
    assert [window[1:] for window in windows([(0, 300)], [20, 150, 290])] == [(0, 151), (151, 300)]
    assert [window[1:] for window in windows([(0, 300)], [])] == [(0, LONGEST), (LONGEST, 300)]


def test_no_blocks_no_windows() -> None:
    assert windows([], []) == []
