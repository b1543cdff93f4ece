"""Contexts: by words, as many as the length of the report asks for."""

from sayso.annotate.contexts import Contexts
from sayso.pipeline import Sayso

SHORT = "Voters went to the ballot. The ambassador left the embassy."


def test_a_word_tells_the_context_of_a_short_report(say: Sayso) -> None:
    assert say(SHORT).report.contexts == ("diplomatic", "election")


def test_no_word_no_context(say: Sayso) -> None:
    assert say("The cat slept.").report.contexts == ()


def test_a_long_report_needs_more_than_one_word(say: Sayso) -> None:
    filler = "The cat slept on the mat by the door. " * 14
    assert say(f"{filler}The ballot was lost.").report.contexts == ()
    assert say(f"{filler}Voters lost the ballot.").report.contexts == ("election",)


def test_the_narrower_context_leaves_crime_out(say: Sayso) -> None:
    assert say("Police said the murder was about a bribe and a kickback.").report.contexts == ("corruption",)


def test_what_made_them_is_told(say: Sayso) -> None:
    assert any(made.component == "contexts" and made.version == Contexts.version for made in say.made_by)
