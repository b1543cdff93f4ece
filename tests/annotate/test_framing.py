"""A time that opens a paragraph holds for what is told after it (published on Wednesday 12 June 2019)."""

import pytest

from sayso.pipeline import Sayso


def told(say: Sayso, text: str) -> dict[str, str | None]:
    """The value of the time of each event, by the event's first word."""
    findings = say(text, published="2019-06-12")
    values = {time.id: time.value for time in findings.times}
    return {
        text[event.trigger[0].start : event.trigger[0].end]: values.get(event.time or "") for event in findings.events
    }


def test_a_narrative_stays_in_the_time_that_opened_it(say: Sayso) -> None:
    found = told(say, "On Monday, rebels attacked the town of Tarn. They killed two guards.")
    assert found == {"attacked": "2019-06-10", "killed": "2019-06-10"}


def test_a_frame_of_history_makes_what_it_holds_history(say: Sayso) -> None:
    findings = say("In 1987, the two states signed a treaty. Velia attacked Orsk.", published="2019-06-12")
    assert [event.historical for event in findings.events] == [True, True]


def test_another_time_ends_the_frame_and_a_later_one_goes_on(say: Sayso) -> None:
    text = "On Monday, rebels attacked Tarn. Three days later the army arrested them. It shelled Orsk."
    assert told(say, text) == {"attacked": "2019-06-10", "arrested": "2019-06-13", "shelled": "2019-06-13"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On Monday, rebels attacked Tarn. The mayor said the army had shelled Orsk.", "shelled"),
        ("On Monday, rebels attacked Tarn. Velia has bombed Orsk.", "bombed"),
        ("On Monday, rebels attacked Tarn. The envoys will meet in Orsk.", "meet"),
        ("On Monday, rebels attacked Tarn.\n\nThe army shelled Orsk.", "shelled"),
        ("The Monday attack killed two guards. The army shelled Orsk.", "shelled"),
        ("Before Monday, rebels attacked Tarn. The army shelled Orsk.", "shelled"),
        ("The army shelled Orsk.", "shelled"),
        ("Rebels attacked Tarn on Monday. The army shelled Orsk.", "shelled"),
    ],
)
def test_what_lies_outside_a_frame_has_no_time(say: Sayso, text: str, word: str) -> None:
    assert told(say, text)[word] is None


@pytest.mark.parametrize(
    ("second", "word"),
    [("The army also shelled Orsk.", "shelled"), ("During the raid they arrested two men.", "arrested")],
)
def test_a_time_within_a_sentence_holds_for_what_goes_on_with_it(say: Sayso, second: str, word: str) -> None:
    assert told(say, f"Rebels attacked Tarn on Monday. {second}")[word] == "2019-06-10"


def test_statements_go_on_in_a_frame_that_a_statement_opened(say: Sayso) -> None:
    text = "On Monday the mayor said that the bridge was safe. He told reporters that the dam was safe too."
    findings = say(text, published="2019-06-12")
    values = {time.id: time.value for time in findings.times}
    assert [values.get(one.time or "") for one in findings.statements] == ["2019-06-10", "2019-06-10"]
