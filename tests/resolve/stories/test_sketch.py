import math

from factory import findings
from wire import WIRE, told

from sayso.model.findings import Findings
from sayso.model.report import Report
from sayso.resolve.stories.sketch import MOST_TERMS, sketch_story, tells


def test_terms_are_few_weighed_and_of_length_one() -> None:
    terms = told(WIRE).story.terms
    assert 20 < len(terms) <= MOST_TERMS
    assert [weight for _, weight in terms] == sorted((weight for _, weight in terms), reverse=True)
    assert math.isclose(sum(weight**2 for _, weight in terms), 1, abs_tol=0.01)


def test_common_words_small_numbers_and_years_tell_nothing() -> None:
    assert not any(tells(term) for term in ("the", "new", "14", "2013", "1987", "x"))
    assert all(tells(term) for term in ("trawler", "1300", "tarn"))


def test_a_title_that_is_no_part_of_the_text_counts() -> None:
    report = Report("r1", "Nine came back.", title="Trawlers shelled off Merle")
    assert {"trawler", "merle"} <= {term for term, _ in sketch_story(Findings(report)).terms}


def test_names_weigh_more() -> None:
    weights = dict(sketch_story(findings()).terms)
    assert weights["orsk"] > weights["envoy"]


def test_an_empty_text_has_no_terms() -> None:
    assert told("").story.terms == ()
