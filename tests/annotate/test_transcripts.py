"""Transcripts: a turn belongs to whom its label names, over as many paragraphs as it takes."""

from __future__ import annotations

import pytest

from sayso.model import Actor, Findings, Statement
from sayso.pipeline import Sayso

BRIEFING = """Harbour Ministry briefing

Ilse Brandt, a spokeswoman for the ministry, met reporters in Tarn.

2:05 p.m.

MS BRANDT: Good afternoon. We met the Velian delegation on Monday.

We urged both sides to respect the ceasefire. I said so to the minister.

(Laughter.)

QUESTION: Thank you. Did the navy attack the convoy on Sunday?

MS BRANDT: I think the navy withdrew from the strait. Karl.

QUESTION: You said that the delegation visited Tarn.

MS BRANDT: (Inaudible.) We expect the delegation to return on Friday.

SENIOR OFFICIAL ONE: The delegation visited the port of Tarn.

SENIOR OFFICIAL TWO: The delegation left the port of Tarn.
"""
INTERVIEW = """The ferry that never sailed

Jo Marr: Who ordered the ferry to leave?

Anna Bole: The harbour office ordered us to leave at six.

Jo Marr: Did anybody object?

Anna Bole: I said that the sea was too high.
"""


@pytest.fixture(scope="module")
def briefing(say: Sayso) -> Findings:
    return say(BRIEFING)


def turns(record: Findings, label: str) -> list[Statement]:
    text = record.report.text
    return [one for one in record.statements if one.source and [span.cut(text) for span in one.source.spans] == [label]]


def speaker(record: Findings, statement: Statement) -> Actor:
    by_id = {actor.id: actor for actor in record.actors}
    return by_id[statement.source.actor if statement.source and statement.source.actor else ""]


def contents(record: Findings, statement: Statement) -> list[str]:
    return [span.cut(record.report.text) for span in statement.content]


def test_a_turn_goes_on_over_paragraphs_and_leaves_notes_out(briefing: Findings) -> None:
    first = turns(briefing, "MS BRANDT")[0]
    assert contents(briefing, first) == [
        "Good afternoon. We met the Velian delegation on Monday",
        "We urged both sides to respect the ceasefire. I said so to the minister",
    ]


def test_a_label_is_who_bears_its_surname(briefing: Findings) -> None:
    speakers = [speaker(briefing, one) for one in turns(briefing, "MS BRANDT")]
    assert {one.name for one in speakers} == {"Ilse Brandt"}
    assert {one.standing for one in turns(briefing, "MS BRANDT")} == {"spokesperson"}


def test_i_and_we_are_whose_turn_it_is_and_you_is_nobody(briefing: Findings) -> None:
    assert {speaker(briefing, one).name for word in ("I", "We") for one in turns(briefing, word)} == {"Ilse Brandt"}
    assert [one.source.actor for one in turns(briefing, "You") if one.source] == [None]


def test_who_is_called_upon_does_not_speak(briefing: Findings) -> None:
    speakers = [speaker(briefing, one) for label in ("MS BRANDT", "QUESTION") for one in turns(briefing, label)]
    assert not any(span.cut(BRIEFING) == "Karl" for actor in speakers for span in actor.mentions)


def test_whoever_asks_stays_unnamed_and_is_another_each_time(briefing: Findings) -> None:
    asked = turns(briefing, "QUESTION")
    assert {one.stance for one in asked} == {"asks"}
    assert {one.standing for one in asked} == {"unnamed"}
    assert len({speaker(briefing, one).id for one in asked}) == len(asked) == 2


def test_officials_told_apart_by_number_are_two_and_have_no_name(briefing: Findings) -> None:
    one, two = (speaker(briefing, turns(briefing, f"SENIOR OFFICIAL {number}")[0]) for number in ("ONE", "TWO"))
    assert one.id != two.id
    assert {one.standing, two.standing} == {"unnamed"}


def test_labels_that_come_again_need_no_capitals(say: Sayso) -> None:
    record = say(INTERVIEW)
    assert {speaker(record, one).name for word in ("Anna Bole", "us", "I") for one in turns(record, word)} == {
        "Anna Bole"
    }


def test_a_quotation_with_a_colon_makes_no_transcript(say: Sayso) -> None:
    record = say("Ferry lost\n\nThe ferry sank on Monday.\n\nMINISTER: We shall see.\n\nThe ministry sent two ships.\n")
    (turn,) = turns(record, "MINISTER")
    assert contents(record, turn) == ["We shall see"]
