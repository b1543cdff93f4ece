"""Statements: source, cue, content, mode and stance, on invented sentences."""

from __future__ import annotations

import pytest

from sayso.model import Findings, Statement
from sayso.model.span import cut
from sayso.pipeline import Sayso


def told(record: Findings) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement, as words."""
    text = record.report.text
    return [
        (
            "" if one.source is None else cut(one.source.spans, text),
            cut(one.cue, text),
            cut(one.content, text).strip(",."),
        )
        for one in record.statements
    ]


def by_cue(record: Findings, cue: str) -> Statement:
    return next(one for one in record.statements if cue in cut(one.cue, record.report.text))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mode"),
    [
        (
            "The river will rise, said Mayor Ilse Brandt.",
            "Mayor Ilse Brandt",
            "said",
            "The river will rise",
            "indirect",
        ),
        ("“We shall rebuild,” Ilse Brandt said.", "Ilse Brandt", "said", "“We shall rebuild,”", "direct"),
        (
            "Ilse Brandt said the dam was “a ruin” and would go.",
            "Ilse Brandt",
            "said",
            "the dam was “a ruin” and would go",
            "mixed",
        ),
        (
            "Ilse Brandt said that “the dam is a ruin.”",
            "Ilse Brandt",
            "said",
            "that “the dam is a ruin.”",
            "direct",
        ),
        (
            "According to two engineers, the dam was built on sand.",
            "two engineers",
            "According to",
            "the dam was built on sand",
            "indirect",
        ),
        (
            "The dam was built on sand, according to the Brandt commission.",
            "the Brandt commission",
            "according to",
            "The dam was built on sand",
            "indirect",
        ),
    ],
)
def test_a_statement_has_source_cue_content_and_mode(
    say: Sayso, text: str, source: str, cue: str, content: str, mode: str
) -> None:
    record = say(text)
    assert told(record) == [(source, cue, content.strip(",."))]
    assert record.statements[0].mode == mode


def test_a_quotation_split_by_its_cue_is_one_statement_with_two_contents(say: Sayso) -> None:
    record = say("“We shall rebuild the dam,” Ilse Brandt said. “It will take a year.”")
    assert told(record) == [("Ilse Brandt", "said", "“We shall rebuild the dam,” … “It will take a year.”")]


def test_a_quotation_that_runs_over_paragraphs_stays_with_its_speaker(say: Sayso) -> None:
    record = say("Ilse Brandt said: “We shall rebuild the dam.\n\n“We have the money for it.”")
    (statement,) = record.statements
    assert "We have the money" in cut(statement.content, record.report.text)


def test_a_quotation_alone_in_its_paragraph_is_the_speaker_s_before_it(say: Sayso) -> None:
    alone = "“I am sure that the money will be found.”"
    record = say(f"“We shall rebuild the dam,” Ilse Brandt said on Monday.\n\n{alone}")
    (one,) = [statement for statement in record.statements if alone in cut(statement.content, record.report.text)]
    assert one.source == record.statements[0].source


def test_a_colon_announces_the_quotation_of_the_next_paragraph(say: Sayso) -> None:
    record = say("Ilse Brandt was asked by Karl Weiss about it. She replied:\n\n“The dam will be closed next year.”")
    statement = by_cue(record, "replied")
    assert cut(statement.content, record.report.text) == "“The dam will be closed next year.”"


def test_a_short_title_in_quotation_marks_is_no_statement(say: Sayso) -> None:
    record = say("Ilse Brandt said on “Good Morning Oberau” that the dam was unsafe.")
    assert [cut(one.content, record.report.text) for one in record.statements] == ["that the dam was unsafe"]


def test_what_goes_on_from_a_cue_is_a_statement_of_its_own_with_the_same_source(say: Sayso) -> None:
    record = say("Ilse Brandt said the dam was unsafe, adding that the valley had been warned.")
    assert told(record) == [
        ("Ilse Brandt", "said", "the dam was unsafe"),
        ("Ilse Brandt", "adding", "that the valley had been warned"),
    ]


def test_coordinated_cues_share_their_source(say: Sayso) -> None:
    record = say("The ministry denied that the dam had cracked, and warned that rumours would be punished.")
    assert [(one[0], one[1]) for one in told(record)] == [("The ministry", "denied"), ("The ministry", "warned")]
    assert [one.stance for one in record.statements] == ["denies", "threatens"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The engineer declined to discuss the cracks in the dam.", "declined", "discuss the cracks in the dam"),
        ("The ministry would not identify the builders.", "would not identify", "the builders"),
        ("The ministry would not comment on the cracks.", "would not comment on", "the cracks"),
    ],
)
def test_a_refusal_holds_what_is_refused(say: Sayso, text: str, cue: str, content: str) -> None:
    record = say(text)
    assert [one[1:] for one in told(record)] == [(cue, content)]
    assert record.statements[0].stance == "declines"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ilse Brandt claimed that the dam was safe.", "claims"),
        ("The ministry confirmed that the dam had cracked.", "confirms"),
        ("Ilse Brandt called for a new inquiry into the dam.", "asks"),
        ("Ilse Brandt demanded that the builders be tried.", "orders"),
        ("Ilse Brandt promised that the dam would be rebuilt.", "promises"),
        ("Ilse Brandt believes that the dam was built on sand.", "thinks"),
    ],
)
def test_the_stance_is_that_of_the_cue(say: Sayso, text: str, stance: str) -> None:
    assert [one.stance for one in say(text).statements] == [stance]


def test_a_passive_without_agent_has_no_source(say: Sayso) -> None:
    record = say("It was alleged that the dam had been built on sand.")
    assert [one.source for one in record.statements] == [None]


def test_who_speaks_with_a_source_and_what_it_is_called_are_among_its_spans(say: Sayso) -> None:
    record = say("Ilse Brandt, the mayor of Oberau, said the dam was unsafe.")
    (statement,) = record.statements
    assert statement.source is not None
    assert [span.cut(record.report.text) for span in statement.source.spans] == ["Ilse Brandt", "the mayor of Oberau"]


def test_occasion_and_time_of_saying_are_no_part_of_the_content(say: Sayso) -> None:
    record = say(
        "Ilse Brandt said on Tuesday in an interview with Radio Oberau that the dam was unsafe.", published="2021-06-09"
    )
    statement = by_cue(record, "said")
    assert statement.occasion is not None
    assert statement.occasion.cut(record.report.text) == "in an interview with Radio Oberau"
    assert [time.begin for time in record.times if time.id == statement.time] == ["2021-06-08"]
    assert cut(statement.content, record.report.text) == "that the dam was unsafe"


def test_a_turn_of_a_transcript_is_a_statement(say: Sayso) -> None:
    record = say("BRANDT: The dam is unsafe and will be closed.\n\nWEISS: When will that be done?")
    assert [one[0] for one in told(record)] == ["BRANDT", "WEISS"]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "“" * 40, "said " * 200, "He said “", "A:", "According to", "“X,” said"]
)
def test_hostile_text_is_read_without_a_crash(say: Sayso, text: str) -> None:
    say(text).to_json()


def test_what_no_one_says_is_no_statement(say: Sayso) -> None:
    assert say("The dam broke on Monday and water filled the valley. Three villages were lost.").statements == ()


def test_a_claim_that_is_denied_is_not_the_denier_s(say: Sayso) -> None:
    record = say("The palace denied a report that Velia was still shipping rifles to Orsk.")
    assert [(one.stance, cut(one.cue, record.report.text)) for one in record.statements] == [("denies", "denied")]


def test_asking_not_to_be_named_is_no_statement(say: Sayso) -> None:
    record = say("A port official, who asked not to be named, said the ships had left.")
    assert [cue for _, cue, _ in told(record)] == ["said"]


def test_the_day_behind_the_verb_is_when_it_was_said(say: Sayso) -> None:
    record = say("Mayor Ilse Brandt said on Sunday she had already signed the order.", published="2011-10-06")
    (one,) = record.statements
    assert cut(one.content, record.report.text).strip(".") == "she had already signed the order"
    assert next(time.value for time in record.times if time.id == one.time) == "2011-10-02"


def test_what_a_speaker_did_not_do_is_not_what_he_said(say: Sayso) -> None:
    record = say("The mayor's office confirmed that the two envoys would meet, but did not elaborate on the agenda.")
    assert [(cue, content) for _, cue, content in told(record)] == [
        ("confirmed", "that the two envoys would meet"),
        ("did not elaborate on", "the agenda"),
    ]
    assert {source for source, _, _ in told(record)} == {"The mayor's office"}


def test_a_phrase_goes_on_over_the_line_of_wrapped_text(say: Sayso) -> None:
    text = (
        "The Velian palace denied on Monday that it had sent any rifles\n"
        "to the rebels in Orsk, but an administration\n"
        "official said there had been sales through other channels in\n"
        "the last three years, and the sales would go on for as long\n"
        "as the two countries were at war.\n"
    )
    record = say(text)
    assert "an administration official" in {" ".join(source.split()) for source, _, _ in told(record)}
    assert "an administration official" in {actor.name for actor in record.actors}
