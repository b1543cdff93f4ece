from hypothesis import given
from hypothesis import strategies as st
from wire import OTHER, WIRE, quoting, told

from sayso.resolve.copies.sketch import MOST_PRINTS, SHINGLE, WINDOW, winnowed


@given(st.lists(st.integers(0, 50), min_size=WINDOW, max_size=60))
def test_every_window_has_a_fingerprint(hashes: list[int]) -> None:
    chosen = winnowed(hashes)
    assert all(hashes[at] == value for value, at in chosen.items())
    assert all(set(hashes[at : at + WINDOW]) & set(chosen) for at in range(len(hashes) - WINDOW + 1))


def test_nine_words_in_a_row_leave_a_common_fingerprint() -> None:
    run = " ".join(WIRE.split()[20 : 20 + SHINGLE + WINDOW - 1])
    assert set(told(run).copy.prints) <= set(told(WIRE).copy.prints) | set(told(run).copy.prints[1:])
    assert set(told(f"{OTHER} {run} {OTHER}").copy.prints) & set(told(WIRE).copy.prints)


def test_a_long_text_keeps_a_bounded_sketch() -> None:
    text = " ".join(f"word{number} stands here" for number in range(20_000))
    assert len(told(text).copy.prints) == MOST_PRINTS
    assert len(told(text).to_json()) < 10_000


def test_direct_speech_is_marked() -> None:
    copy = quoting(WIRE, "r1", "AFP").copy
    assert 0 < len(copy.quoted) < len(copy.prints) / 2
    assert told(WIRE).copy.quoted == ()


def test_particulars_are_names_and_numbers() -> None:
    particulars = told(
        "The ship left Tarn at noon. Ship owners in Merle paid 1,300 crowns. Then the Tarn court waits."
    ).copy.particulars
    assert particulars == ("tarn", "merle", "1300", "then")


def test_too_few_words_have_an_identity_of_their_own() -> None:
    assert told("Fire.", "r1").copy.sha256 != told("Fire.", "r2").copy.sha256
