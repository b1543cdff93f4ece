from __future__ import annotations

import pytest

from sayso.resolve.happenings.words import circles, stem, stems, weighed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killings", "slain"),
        ("arrested", "detention"),
        ("fought", "fighting"),
        ("negotiates", "talks"),
        ("raids", "Raided"),
    ],
)
def test_words_of_one_root_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_idle_words_have_none() -> None:
    assert stems(["the raid on", "by it", "said that"]) == {"raid"}


def test_a_phrase_has_the_stems_of_its_words() -> None:
    assert stems(["opened fire", "gunned down"]) == {"open", "fire", "shoot", "down"}


def test_circles_hold_what_may_tell_one_happening() -> None:
    assert circles({"kill"}) & circles({"shoot"})
    assert not circles({"kill"}) & circles({"sue"})
    assert circles({"harvest"}) == frozenset()


def test_rare_words_weigh_more() -> None:
    found = weighed(["the", "people", "harbour", "Tarnovian"])
    assert found.keys() == {"peopl", "harbour", "tarnovian"}
    assert 0 < found["peopl"] < found["harbour"] < found["tarnovian"] == 1
