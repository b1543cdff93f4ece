"""What stands over and under a report, told from the report."""

import pytest

from sayso.model import Report
from sayso.segment.layout import Layout, lay_out

BODY = (
    "The council of Velia met the miners of Orsk on Monday and agreed to look at the old treaty again, its clerk said.",
    "The miners had asked for the meeting since spring, when two of their number were taken from a train near Tarn.",
)


def laid(text: str, **given: str) -> Layout:
    return lay_out(Report("r", text, **given))


def kinds(layout: Layout) -> list[str]:
    return [piece.kind for piece in layout.pieces]


def test_a_printed_page_is_taken_apart() -> None:
    text = "\n".join(
        ["Velia and Orsk talk again", "Council meets miners after a silence of six months.", "TARN:", *BODY,
         "Published in The Harbour Times, March 3rd, 2031."]
    )  # fmt: skip
    layout = laid(text)
    report = layout.report
    assert kinds(layout) == ["headline", "deck", "dateline", "paragraph", "paragraph", "publication"]
    assert report.published == "2031-03-03"
    assert report.outlet == "The Harbour Times"
    assert report.dated_by
    assert report.dated_by.cut(text) == "March 3rd, 2031"
    assert report.outlet_by
    assert report.outlet_by.cut(text) == "The Harbour Times"
    assert [span.cut(text) for span in report.paragraphs] == list(BODY)


def test_what_is_given_wins() -> None:
    text = f"{BODY[0]}\n\nPublished in The Harbour Times, March 3rd, 2031."
    report = laid(text, published="2031-03-04", outlet="Orsk Post").report
    assert (report.published, report.outlet, report.dated_by, report.outlet_by) == (
        "2031-03-04",
        "Orsk Post",
        None,
        None,
    )


def test_a_given_title_leaves_no_headline() -> None:
    report = laid("\n\n".join(BODY), title="Velia and Orsk talk again").report
    assert report.headline is None
    assert len(report.paragraphs) == 2


@pytest.mark.parametrize(
    "text",
    [
        BODY[0],
        "\n\n".join(BODY),
        f"“We were asked to wait,” said the clerk.\n\n{BODY[0]}",
        f"He told them on Monday.\n\n{BODY[0]}",
    ],
)
def test_a_body_is_not_swallowed_by_a_headline(text: str) -> None:
    assert set(kinds(laid(text))) == {"paragraph"}


def test_a_dateline_at_the_start_of_a_paragraph_is_cut_off() -> None:
    text = f"Velia and Orsk talk again\n\nTARN, Velia (March 3, 2031) – {BODY[0]}"
    report = laid(text).report
    assert report.dateline
    assert report.dateline.span.cut(text) == "TARN, Velia (March 3, 2031) –"
    assert report.published == "2031-03-03"
    assert report.paragraphs[0].cut(text) == BODY[0]


def test_an_agency_and_a_date_under_the_headline() -> None:
    text = f"Velia and Orsk talk again\n\nAFP, Monday 3 Mar 2031\n\n{BODY[0]}\n\nReuter"
    report = laid(text).report
    assert report.published == "2031-03-03"
    assert report.outlet is None
    assert report.credit
    assert report.credit.cut(text) == "Reuter"
    assert len(report.paragraphs) == 1


def test_a_repeated_run_is_one_repeat() -> None:
    again = [BODY[0].replace("old", "“old”"), BODY[1]]
    text = "\n".join([*BODY, *again])
    layout = laid(text)
    assert kinds(layout) == ["paragraph", "paragraph", "repeat", "repeat"]
    (repeat,) = layout.report.repeats
    assert repeat.span.cut(text) == "\n".join(again)
    assert repeat.of.cut(text) == "\n".join(BODY)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "    The council of Velia met the miners of Orsk on Monday\n"
        "and agreed to look at the old treaty again, its clerk said\n"
        "in a letter to the papers of the town.\n"
        "    The miners had asked for the meeting since spring, when\n"
        "two of their number were taken from a train.\n Reuter\n\x03"
    )
    layout = laid(wrapped)
    assert kinds(layout) == ["paragraph", "paragraph", "byline"]


@pytest.mark.parametrize(
    "text", ["", "\0", " \n\n ", "A", "TARN:", "By", "(", '"', "Published in", "\x03\n\x03", "((((\n" * 50]
)
def test_nothing_crashes(text: str) -> None:
    for piece in laid(text).pieces:
        assert 0 <= piece.start < piece.end <= len(text)


def test_a_report_without_a_day_takes_that_of_its_address_before_that_of_its_dateline() -> None:
    url = "https://tarn.example/2031/03/04/talks.html"
    filed = laid(f"TARN, March 2, 2031 (AP) — {BODY[0]}\n\n{BODY[1]}", url=url).report
    assert (filed.published, filed.dated_by) == ("2031-03-04", None)
    printed = laid("\n".join([*BODY, "Published in The Harbour Times, March 3rd, 2031."]), url=url).report
    assert printed.published == "2031-03-03"
