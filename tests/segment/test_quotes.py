"""Quotations with every kind of mark."""

import pytest
import spacy

from sayso import marks
from sayso.model import Report
from sayso.segment import segment

TOKENIZE = spacy.blank("en").make_doc


def quoted(text: str) -> list[str]:
    doc = segment(Report("r", text), TOKENIZE)
    return [doc[quote.start : quote.end].text for quote in marks.get_quotes(doc)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We met," he said. "We will meet again."', ['"We met,"', '"We will meet again."']),
        ("He called it “an [old] affair” and left.", ["“an [old] affair”"]),
        ("``We met,'' he said.", ["``We met,''"]),
        ("''We met,'' he said. ''It was ''", ["''We met,''", "''It was ''"]),
        ("«We met», he said.", ["«We met»"]),
        ("Clerk calls the miners’ treaty ‘an old affair’", ["‘an old affair’"]),
        ("The miners' rights aren't the clerk's, he said, in the '90s.", []),
        ("“He said ‘wait’ and we waited,” she said.", ["“He said ‘wait’ and we waited,”"]),
        ('Tarn"s clerk met them.', []),
        ('"We met, he said. "We will meet again."', ['"We met, he said.', '"We will meet again."']),
    ],
)
def test_marks(text: str, quotes: list[str]) -> None:
    assert quoted(text) == quotes


def test_a_quotation_runs_over_paragraphs() -> None:
    text = "“We met at the bridge in the old town of the miners.\n\n“We will meet again,” he said. “Soon.”"
    doc = segment(Report("r", text), TOKENIZE)
    first, second, third = marks.get_quotes(doc)
    assert first.open_ended
    assert not first.continues
    assert second.continues
    assert not second.open_ended
    assert not third.continues


def test_an_open_quotation_ends_with_its_block() -> None:
    assert quoted("He said: “We met and\n\nThe miners left the town.") == ["“We met and"]
