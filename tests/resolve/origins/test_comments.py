"""Which statements tell an event and which only comment on it, in sentences with the event in [brackets]."""

from __future__ import annotations

import re

import pytest

from sayso.model import Event, Source, Span, Statement
from sayso.resolve.origins.comments import comments_in

TELLING = [
    ("said", "rebels [attacked] the harbour"),
    ("said", "there had been a [raid] on the harbour"),
    ("said", "the army [hit] the harbour"),
    ("said", "the [raid] was carried out by rebels"),
    ("said", "the car [bombing] killed nine"),
    ("said", "the [clashes] erupted at dawn"),
    ("said", "they heard the [blast]"),
    ("claimed", "responsibility for Monday's bomb [attack]"),
    ("said", "leaders of the Orsk Front [met] envoys in Tarn"),
    ("said", "Velian [attacks] went on"),
    ("said", "a strike hit a town held by the Front [killing] nine"),
    ("said", "sources reported that rebels [attacked] the harbour"),
    ("reported", "nine people were [killed]"),
]
COMMENTING = [
    ("condemned", "the [attack]"),
    ("denounced", "a [raid] on the harbour as piracy"),
    ("said", "the [attack] would not change its course"),
    ("said", "The [lawsuit] was baseless"),
    ("said", "he knew of no [raid]"),
    ("said", "he was unaware of any rocket [attacks]"),
    ("said", "he foresaw calm in spite of Friday's [raid]"),
    ("said", "it was looking into reports that rebels [attacked] the harbour"),
    ("said", "it was not known whether rebels [attacked] the harbour"),
    ("asked for", "access to the site of an alleged chemical [attack]"),
    ("said", "the U.S. military [strike] would cost it dear"),
]


def comments(cue: str, content: str, *, stance: str = "says", status: str = "occurred") -> bool:
    """Whether the statement "Ada Marlow CUE CONTENT." comments on the event in brackets."""
    said = f"Ada Marlow {cue} "
    bracket = re.search(r"\[(.+)\]", content)
    assert bracket
    text = said + content.replace("[", "").replace("]", "") + "."
    trigger = Span(len(said) + bracket.start(), len(said) + bracket.end() - 2)
    statement = Statement(
        "s1", Source((Span(0, 10),), None), (Span(11, 11 + len(cue)),), (Span(len(said), len(text) - 1),), "indirect",
        stance, "named", None, None, None, None, None, 0.9,  # type: ignore[arg-type]
    )  # fmt: skip
    event = Event("e1", (trigger,), "ASSAULT", None, status, (), None, (), None, (), False, (), ("s1", "s9"), (), 0.9)  # type: ignore[arg-type]
    return comments_in(event, {"s1": statement}, text) == ("s1",)


@pytest.mark.parametrize(("cue", "content"), TELLING)
def test_who_says_that_it_happened_tells_it(cue: str, content: str) -> None:
    assert not comments(cue, content)


@pytest.mark.parametrize(("cue", "content"), COMMENTING)
def test_who_takes_it_for_given_or_from_hearsay_comments(cue: str, content: str) -> None:
    assert comments(cue, content)


def test_a_denial_and_what_has_not_happened_are_told() -> None:
    assert not comments("denied", "reports that rebels [attacked] the harbour", stance="denies")
    assert not comments("said", "the [visit] would begin on Monday", status="planned")
