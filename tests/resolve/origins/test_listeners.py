from __future__ import annotations

import pytest

from sayso.model import Actor, Source, Span, Statement
from sayso.resolve.origins.listeners import listener_of

CASES = [
    ("A pilot told the Pier Gazette that ships had left.", "told", None, "the Pier Gazette"),
    ("A pilot told Reuters ships had left.", "told", None, "Reuters"),
    ("A pilot told reporters that ships had left.", "told", None, None),
    ("A pilot said Reuters had left.", "said", None, None),
    (
        "A pilot said in an interview with the BBC on Monday that ships had left.",
        "said",
        "in an interview with the BBC",
        "the BBC",
    ),
    ("A pilot said at a news conference that ships had left.", "said", "at a news conference", None),
]


def statement(text: str, cue: str, occasion: str | None) -> Statement:
    at = text.index(cue)
    spot = Span(text.index(occasion), text.index(occasion) + len(occasion)) if occasion else None
    return Statement(
        "s1", Source((Span(0, 7),), None), (Span(at, at + len(cue)),), (Span(len(text) - 6, len(text) - 1),),
        "indirect", "says", "unnamed", None, None, None, spot, None, 0.9,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "occasion", "expected"), CASES)
def test_who_it_was_said_to(text: str, cue: str, occasion: str | None, expected: str | None) -> None:
    assert listener_of(statement(text, cue, occasion), text, ()) == expected


def test_an_outlet_goes_by_the_name_that_the_report_has_for_it() -> None:
    text = CASES[0][0]
    span = Span(text.index("Pier"), text.index("Pier") + len("Pier Gazette"))
    paper = Actor("a1", "The Old Pier Gazette", "media", "named", None, (), None, None, (span,), None, 0.9)
    assert listener_of(statement(text, "told", None), text, (paper,)) == "The Old Pier Gazette"
