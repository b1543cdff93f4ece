from __future__ import annotations

import pytest

from sayso.resolve.actors.naming import body_words, initials, is_general, person_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gen. Sami al-Qaddafi", "Sami Gadhafi"),
        ("President Dona J. Marlow's", "Dona Marlow"),
        ("Robert Tarn III", "Robert Tarn"),
        ("Mahmoud Harwinejad", "Mahmud Harwi-Nejad"),
    ],
)
def test_the_same_person_has_the_same_words(one: str, other: str) -> None:
    assert person_words(one) == person_words(other)


@pytest.mark.parametrize(("one", "other"), [("Ann Lee", "Anne Li"), ("Ada Marlow", "Ada Barlow"), ("Sam Orsk", "Orsk")])
def test_others_have_others(one: str, other: str) -> None:
    assert person_words(one) != person_words(other)


def test_a_title_alone_is_kept_as_a_name() -> None:
    assert person_words("King") != ()


@pytest.mark.parametrize("name", ["the US State Department", "State Department", "American State Department"])
def test_a_state_before_a_general_name_is_left_out(name: str) -> None:
    assert body_words(name) == ("state", "department")


def test_a_state_before_a_name_of_its_own_is_part_of_it() -> None:
    assert body_words("Pakistani Harbour Guild") != body_words("Harbour Guild")


@pytest.mark.parametrize(("name", "general"), [("Foreign Ministry", True), ("the army", True), ("Orsk Front", False)])
def test_general_names(name: str, general: bool) -> None:
    assert is_general(body_words(name)) is general


def test_initials() -> None:
    assert initials(body_words("Organisation of Sea Watchers")) == "osw"


@pytest.mark.parametrize("name", ["", "’s", "the", "J.", "--", "«»"])
def test_what_is_hardly_a_name_breaks_nothing(name: str) -> None:
    assert isinstance(person_words(name), tuple)
    assert isinstance(body_words(name), tuple)
