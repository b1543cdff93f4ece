"""The Doc of a report."""

import spacy

from sayso import marks
from sayso.model import Report
from sayso.segment import is_english, segment

TOKENIZE = spacy.blank("en").make_doc


def test_blocks_start_sentences_and_white_space_does_not() -> None:
    text = "Velia and Orsk talk again\n\nTARN (AFP) – The council met the miners of Orsk on Monday."
    doc = segment(Report("r", text), TOKENIZE)
    blocks = marks.get_blocks(doc)
    assert doc.text == text
    assert [block.kind for block in blocks] == ["headline", "dateline", "paragraph"]
    assert all(doc[block.start].is_sent_start for block in blocks)
    assert not any(token.is_sent_start for token in doc if token.is_space)
    assert doc[blocks[2].start].text == "The"


def test_what_is_not_english_is_left_unread() -> None:
    text = "Совет встретился с шахтёрами и сказал, что договор будет рассмотрен снова."
    doc = segment(Report("r", text), TOKENIZE)
    assert not is_english(doc)
    assert marks.get_report(doc).language == "ru"
    assert marks.get_blocks(doc) == []
