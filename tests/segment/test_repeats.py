"""Units that say again what an earlier one said."""

from sayso.segment.repeats import find_repeats

LONG = (
    "The council of Velia met the miners of Orsk on Monday and agreed to look at the old treaty again, "
    "its 12 clerks and 3 envoys said."
)


def test_nearly_the_same_words_are_a_repeat_but_not_with_other_numbers() -> None:
    assert find_repeats([LONG, LONG.replace("old ", "").upper()]) == [(1, 0)]
    assert find_repeats([LONG, LONG.replace("12", "14")]) == []


def test_short_and_different_units_are_none() -> None:
    assert (
        find_repeats(
            ["They met again.", "They met again.", LONG, "The council of Orsk did not meet the miners on Monday."]
        )
        == []
    )
