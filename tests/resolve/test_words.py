import pytest
from wire import WIRE, stripped, tokenised

from sayso.resolve.words import words_of


def folded(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize("change", [stripped, tokenised, str.upper, str.lower])
def test_words_outlive_what_corpora_do_to_texts(change) -> None:  # type: ignore[no-untyped-def]
    assert folded(change(WIRE)) == folded(WIRE)


def test_a_word_stands_where_it_stands() -> None:
    text = "Côte d’Ivoire’s 3.5 million, O'Neill says"
    assert [text[word.start : word.end] for word in words_of(text)] == [
        "Côte",
        "d’Ivoire’s",
        "3.5",
        "million",
        "O'Neill",
        "says",
    ]
    assert folded(text) == ["cote", "divoires", "35", "million", "oneill", "says"]


def test_names_and_numbers_are_particular() -> None:
    assert [word.said for word in words_of("In Tarn 14 men of the Brandt's crew") if word.particular] == [
        "In",
        "Tarn",
        "14",
        "Brandt's",
    ]


def test_marks_alone_are_no_words() -> None:
    assert words_of("… — ' ’ “” .") == []
