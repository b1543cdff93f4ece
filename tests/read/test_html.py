"""Ten saved pages in ten layouts, and what hostile pages may not do. Texts, names and outlets are invented."""

from __future__ import annotations

import io
import json
import time
from datetime import date
from pathlib import Path

import pytest

from sayso.model import Failure, Report
from sayso.model.ids import digest
from sayso.read import Intake, Source, take_in
from sayso.read.html import LARGEST_PAGE, MOST_TAGS, read_page
from sayso.segment.layout import lay_out

PAGES = Path(__file__).parent / "pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
BODY = "<p>The council of Varn met on Monday and rejected the plan, two members said.</p>" * 2


def _taken(markup: str | bytes, **given: object) -> Intake | Failure:
    data = markup if isinstance(markup, bytes) else markup.encode()
    (taken,) = read_page(Source("a.html", io.BytesIO(data), **given))  # type: ignore[arg-type]
    return taken


def _report(markup: str | bytes, **given: object) -> Report:
    taken = _taken(markup, **given)
    assert isinstance(taken, Intake), taken
    return taken.report


def _page(head: str, top: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{top}{BODY}</article></body></html>"


def _linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_there_are_ten_layouts() -> None:
    assert sorted(EXPECTED) == sorted(page.name for page in PAGES.glob("*.htm*"))
    assert len(EXPECTED) == 10


@pytest.mark.parametrize("name", EXPECTED)
def test_headline_byline_outlet_date_and_body_of_a_saved_page(name: str) -> None:
    (taken,) = take_in([PAGES / name])
    assert isinstance(taken, Intake)
    assert taken.original == (PAGES / name).read_bytes()
    report, expected = lay_out(taken.report).report, EXPECTED[name]
    headline, byline, dated = (
        span and span.cut(report.text) for span in (report.headline, report.byline, report.dated_by)
    )
    above = (headline, byline, dated)
    found = {
        "headline": headline,
        "byline": byline,
        "outlet": report.outlet,
        "published": report.published,
        "url": report.url,
        "body": [line for line in report.text.split("\n\n") if line.strip() not in above],
    }
    found["body"] = [line.strip() for line in found["body"]]
    assert found == expected
    assert report.id == digest(report.text)


def test_a_saved_page_is_read_without_its_folder() -> None:
    assert (PAGES / "json-ld_files" / "frame.html").is_file()
    taken = [item for item in take_in([PAGES]) if isinstance(item, Intake)]
    assert sorted(Path(item.path).name for item in taken) == sorted(EXPECTED)


def test_a_page_is_known_by_its_first_line_on_the_standard_input() -> None:
    (taken,) = take_in(["-"], stdin=io.BytesIO((PAGES / "json-ld.html").read_bytes()))
    assert isinstance(taken, Intake)
    assert taken.report.outlet == "The Tarn Herald"


def test_what_is_stated_first_wins_and_a_day_after_the_latest_is_none() -> None:
    article = {"@type": "NewsArticle", "headline": "H", "datePublished": "2031-01-01", "author": "Ada Voss"}
    head = _linked({"@graph": [{"@type": "WebSite", "name": "Site"}, article]})
    page = _page(f'{head}<meta name="date" content="March 2, 2026"><meta name="author" content="Else Who">')
    report = _report(page, latest=date(2030, 1, 1))
    assert report.published == "2026-03-02"
    assert "By Ada Voss\n" in report.text
    assert _report(page).published == "2031-01-01"


def test_no_day_is_guessed_from_an_address_or_a_footer() -> None:
    head = '<link rel="canonical" href="https://a.example/2020/01/02/x">'
    head += '<meta property="article:modified_time" content="2020-01-02">'
    report = _report(_page(head) + "<footer>Copyright 2019. Updated 2 January 2020.</footer>")
    assert report.published is None
    assert report.url == "https://a.example/2020/01/02/x"


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "null",
        '[[["x"]]]',
        '{"@type": 7, "author": {"name": {}}}',
        "[" * 100_000,
        '{"@graph": {"@graph": 1}}',
    ],
)
def test_broken_linked_data_costs_nothing_but_itself(script: str) -> None:
    page = _page(f'<script type="application/ld+json">{script}</script><meta property="og:site_name" content="Outlet">')
    assert _report(page).outlet == "Outlet"


def test_half_a_surrogate_in_linked_data_or_markup_is_no_text() -> None:
    page = _page(
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A\\ud800 day in Varn"}</script>'
    )
    report = _report(page.replace("Monday", "&#xD800;Monday"))
    assert report.text.startswith("A day in Varn")
    report.text.encode()


def test_what_cannot_be_seen_is_no_text() -> None:
    hidden = BODY.replace("council", "coun\u00adcil").replace("Monday", "\u202eMon\u200bday\u202c\u2066\u2069\ufeff")
    report = _report(f"<html><body><article>{hidden}</article></body></html>")
    assert "The council of Varn met on Monday and" in report.text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a><a href='/in'>Sign in</a></nav></body></html>",
        "<html><body><form><label>Name</label><input></form><p>Forgot it?</p></body></html>",
        "<html><head><title>404</title></head><body><h1>Not found</h1></body></html>",
        "\x01\x02 not a page",
        "<!-- only a comment -->",
    ],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    taken = _taken(page)
    assert isinstance(taken, Failure)
    assert taken.reason.startswith("no article found")


def test_pages_too_large_or_empty_say_so() -> None:
    assert _taken(b" \n") == Failure("a.html", "read", "empty")
    taken = _taken(b"x" * (LARGEST_PAGE + 1))
    assert isinstance(taken, Failure)
    assert taken.reason == "too long: a page of more than 20,000,000 bytes"
    taken = _taken("<p>" + "<i>word</i>" * MOST_TAGS)
    assert isinstance(taken, Failure)
    assert taken.reason == "too long: a page of 20,003 tags, at most 20,000"


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote", "li", "x-y"])
def test_a_hundred_thousand_nested_tags_end_in_a_report_or_a_line(tag: str) -> None:
    begun = time.process_time()
    taken = _taken(f"<html><body>{BODY}" + f"<{tag}>" * 100_000 + "x" + f"</{tag}>" * 100_000 + "</body></html>")
    assert isinstance(taken, Intake | Failure)
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(("times", "reason"), [(100_000, "too long: "), (400_000, "no article found")])
def test_a_line_of_megabytes_is_refused(times: int, reason: str) -> None:
    taken = _taken("<html><body><p>" + "The council met on Monday. " * times + "</p></body></html>")
    assert isinstance(taken, Failure)
    assert taken.reason.startswith(reason)


def test_scripts_and_entities_stay_out() -> None:
    report = _report(_page("<title>A &lt;b&gt; day</title>", "<script>alert('x')</script><h1>A &lt;b&gt; day</h1>"))
    assert report.text.startswith("A <b> day\n\n")
    assert "alert" not in report.text


def test_the_same_page_gives_the_same_text_in_any_company() -> None:
    data = {name: (PAGES / name).read_bytes() for name in EXPECTED}
    first = [_report(page).text for page in data.values()]
    again = [_report(page).text for page in reversed(data.values())]
    assert first == list(reversed(again))
