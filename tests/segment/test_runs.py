"""Runs without white space."""

import pytest
import spacy
from spacy.tokens import Doc

from sayso.segment.runs import tokenize_cut

TOKENIZE = spacy.blank("en").make_doc


@pytest.mark.parametrize(
    "text", ["", "The council met.", "“" * 1000, "(" * 2550 + "  \n\nThe mayor said\t" + "-" * 1001 + " "]
)
def test_the_text_stays_as_it_is(text: str) -> None:
    assert tokenize_cut(text, TOKENIZE).text == text


def test_only_long_runs_are_cut_and_no_piece_is_long() -> None:
    longest: list[int] = []

    def tokenize(text: str) -> Doc:
        longest.append(max(map(len, text.split())))
        return TOKENIZE(text)

    tokenize_cut("The mayor said " + "a" * 999, tokenize)
    assert longest == [999]
    longest.clear()
    tokenize_cut("The mayor said " + "(" * 900_000, tokenize)
    assert max(longest) == 100
