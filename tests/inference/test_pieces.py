"""Word pieces know where they stand in the text, whatever stands in it."""

import pytest

from sayso.inference.pieces import CAPITAL, CAPITALS, HEADLINE, OPENING, QUOTED, Stretch, cut

TEXT = "TALKS FAIL\n\nThe envoy of Orsk said: “Never again.”"


def test_pieces_cut_their_words_and_carry_their_marks() -> None:
    begin = TEXT.index("The")
    found = cut(TEXT, [Stretch(0, 10, True), Stretch(begin, len(TEXT), False)], [(TEXT.index("“"), len(TEXT))])
    words = [TEXT[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert words[:4] == ["TALKS", "FAIL", "The", "envoy"]
    marks = dict(zip(words, found.marks.tolist(), strict=True))
    assert marks["TALKS"] == HEADLINE | OPENING | CAPITAL | CAPITALS
    assert marks["The"] == OPENING | CAPITAL
    assert (marks["envoy"], marks["said"], marks[":"]) == (0, 0, 0)
    assert (marks["“"], marks["Never"], marks["”"]) == (QUOTED, QUOTED | CAPITAL, QUOTED)
    assert found.blocks == [(0, 2), (2, len(words))]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00\x00", "\ud800 said", "👩‍👩‍👧 said “אבג”", "e\u0301migre\u0301s 外交部说", "x" * 5000]
)
def test_no_piece_is_empty_or_outside(text: str) -> None:
    found = cut(text, [Stretch(0, len(text), False)], [])
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert sorted(found.starts.tolist()) == found.starts.tolist()
