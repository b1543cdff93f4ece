from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import count

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Actor, Findings, MadeBy, Place, Repeat, Report, Role, Source, Span, Statement, Time
from sayso.record import MemoryStore
from sayso.tell import tell_page
from sayso.tell.page.blocks import lay_out
from sayso.tell.page.clean import clean
from sayso.tell.page.handles import Handle
from sayso.tell.page.segments import Mark, cut_up

VOID = {"meta", "input", "link", "img", "br", "hr", "base", "embed"}


class Page(HTMLParser):
    """What a browser would find: `tags` with their attributes, `text` of the report, `shown` to the reader, `style`."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, set[str]]] = []
        self.text = self.shown = self.style = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self.open.append((tag, set(given.get("class", "").split())))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag
        self.text += "" if self.open and any("text" in classes for _, classes in self.open) else " "

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "style":
            self.style += data
            return
        self.shown += data
        if any("text" in classes for _, classes in self.open):
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def ids(self) -> list[str]:
        return [given["id"] for _, given in self.tags if "id" in given]

    def classes(self, id: str) -> set[str]:
        (found,) = [given.get("class", "") for _, given in self.tags if given.get("id") == id]
        return set(found.split())


def page(findings: Findings) -> Page:
    store = MemoryStore()
    store.writer().add(findings, "a.txt")
    return Page(tell_page(store.view().find("1"), findings))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_finding_has_a_card_and_a_mark_and_every_link_leads_somewhere() -> None:
    found = page(factory.record(published="2031-03-06", outlet="Harbour Times"))
    ids = found.ids()
    assert [id for id in ids if id in {"s1", "s2", "e1", "e2"}] == ["s1", "e1", "s2", "e2"]
    assert {"s1", "s2", "e1", "e2", "s1-m1", "s2-m1", "e1-m1", "e2-m1"} <= set(ids)
    assert len(set(ids)) == len(ids)
    refs = [given[name] for _, given in found.tags for name in ("href", "aria-describedby") if name in given]
    assert [ref for ref in refs if ref.lstrip("#") not in ids] == []
    assert found.classes("e2-m1") == {"said", "trigger", "s2", "e2"}
    assert found.classes("s2") == {"card", "unnamed", "unsure", "s2"}
    for words in (
        "a senior Velian official",
        "reported by a senior Velian official",
        "consult · occurred",
        "2031-03-03",
    ):
        assert words in squeezed(found.shown)


def test_an_event_on_nobodys_say_so_is_the_reports_own_and_stands_in_the_body() -> None:
    record = factory.record()
    met = replace(record.events[0], trigger=(factory.span("met"), factory.span("met", 1)), statements=())
    found = page(replace(record, statements=(), events=(met,)))
    assert "consult · occurred · the report’s own" in squeezed(found.shown)
    ids = found.ids()
    assert ids.index("e1-m1") < ids.index("e1-m2") < ids.index("e1")


def test_the_text_is_the_reports_text_and_its_layout_is_told() -> None:
    found = page(factory.record())
    assert squeezed(found.text) == squeezed(factory.TEXT)
    tags = {given.get("class"): tag for tag, given in found.tags}
    assert tags["text headline"] == "h1"
    assert tags["text paragraph"] == "p"
    assert tags["dateline"] == "span"


def test_what_no_part_of_the_layout_holds_is_shown_too() -> None:
    text = "ADVERTISEMENT\nHead\nBody one.\n\nPublished in The Reef, May 1st, 2031.\n"
    report = Report("r1", text, language="en", outlet="The Reef", headline=Span(14, 18), paragraphs=(Span(19, 28),))
    report = replace(report, outlet_by=Span(43, 51))
    kinds = [block.kind for block in lay_out(report)]
    assert kinds == ["furniture", "headline", "paragraph", "publication"]
    assert squeezed(page(Findings(report)).text) == squeezed(text)


def test_what_is_said_twice_is_folded() -> None:
    text = "Ships left.\nMen waved.\nShips left.\nMen waved.\nThe end."
    report = Report("r1", text, language="en", paragraphs=(Span(0, 11), Span(12, 22), Span(46, 54)))
    found = page(Findings(replace(report, repeats=(Repeat(Span(23, 45), Span(0, 22)),))))
    assert "repeat" in {given.get("class") for tag, given in found.tags if tag == "details"}
    assert squeezed(found.text) == squeezed(text)


def test_marks_nest_and_cross() -> None:
    text = "He said she said they met and left."
    one, two, met = Handle("s1", "1"), Handle("s2", "2"), Handle("e1", "a")
    marks = [
        Mark(Span(3, 7), "cue", one, "s1-m1"),
        Mark(Span(8, 35), "said", one),
        Mark(Span(12, 25), "cue", two, "s2-m1"),
        Mark(Span(17, 25), "said", two),
        Mark(Span(22, 29), "trigger", met, "e1-m1"),
    ]
    (segments,) = cut_up(text, [Span(0, len(text))], marks)
    assert [(part.text, part.classes) for part in segments] == [
        ("He ", ()),
        ("said", ("cue", "s1")),
        (" ", ()),
        ("she ", ("said", "s1")),
        ("said ", ("said", "cue", "s1", "s2")),
        ("they ", ("said", "cue", "d2", "s1", "s2")),
        ("met", ("said", "cue", "trigger", "d2", "s1", "s2", "e1")),
        (" and", ("said", "trigger", "s1", "e1")),
        (" left.", ("said", "s1")),
    ]
    links = {part.text: [tuple(link) for link in part.links] for part in segments if part.links}
    assert links["said "] == [("s2", "s2-m1", None)]
    assert links["met"] == [("s2", None, "2"), ("e1", "e1-m1", None)]
    assert links[" and"] == [("e1", None, "a")]


@given(st.data())
def test_no_mark_takes_from_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text(max_size=40))
    edge = st.integers(0, len(text) + 3)
    spans = sorted(Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(edge, edge), max_size=8)))
    marks = [
        Mark(span, "said", Handle(f"s{n}", str(n)), f"s{n}-m1") for span, n in zip(spans, count(1)) if span[0] < span[1]
    ]
    report = Report(
        "r1", text, paragraphs=tuple(data.draw(st.permutations(spans))), headline=spans[0] if spans else None
    )
    blocks = lay_out(report)
    rows = cut_up(text, [block.span for block in blocks], marks)
    shown = " ".join("".join(part.text for part in row) for row in rows)
    assert "".join(shown.split()) == "".join(clean(text).split())


def test_a_record_without_findings_and_one_that_is_not_english_are_pages() -> None:
    empty = factory.findings("Nothing happened.")
    assert "No statement and no event was found" in page(empty).shown
    assert page(empty).text.strip() == "Nothing happened."
    blank = factory.record()
    assert page(replace(blank, report=replace(blank.report, text=" "))).text.strip() == ""
    german = page(replace(empty, report=replace(empty.report, text="Nichts geschah.", language="de")))
    assert "not in English" in german.shown
    assert [given["lang"] for _, given in german.tags if "lang" in given] == ["en", "de"]


def test_the_page_is_whole_by_itself() -> None:
    store = MemoryStore()
    store.writer().add(factory.record(url="https://news.example/a?b=1&c=2"), "a.txt")
    html = tell_page(store.view().find("1"), store.view().findings(1))
    found = Page(html)
    (policy,) = [given["content"] for _, given in found.tags if "http-equiv" in given]
    digest = b64encode(sha256(found.style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    outward = [given["href"] for _, given in found.tags if "href" in given and not given["href"].startswith("#")]
    assert outward == ["https://news.example/a?b=1&c=2"]
    assert not re.search(r"url\(|@import|src=|<script|style=", html)
    assert all(f"@media {medium}" in found.style for medium in ("(prefers-color-scheme: dark)", "print", "(max-width"))


PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "<!-- --><!doctype x>",
    "]]><![CDATA[<b>x</b>]]>",
    "&lt;b&gt;&#60;b&#62;&quot;&nbsp;",
    "{{ 7*7 }}{% raw %}${7*7}",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "<style>*{display:none}</style>",
    "<iframe srcdoc='<b>'></iframe>",
    "<\x00script>\x00alert(1)</script>",
    "＜script＞",
    'https://x.example/"onclick=alert(1)//',
    "+ADw-script+AD4-",
]


def loaded(word: str) -> Findings:
    """A record with the word in every field that text can reach."""
    text = f"{word}\n\n{word}: {word} told {word} that {word} met {word} in {word} at {word}."
    starts = [match.start() for match in re.finditer(re.escape(word), text)]
    at = [Span(start, start + len(word)) for start in starts]
    report = Report(
        word,
        text,
        word,
        word,
        word,
        word,
        word,
        headline=at[0],
        byline=at[1],
        paragraphs=(Span(at[2].start, len(text)),),
    )
    told = text.index("told", at[2].end)
    statement = Statement(
        word, Source((at[2],), word), (Span(told, told + 4),), (Span(at[4].start, at[7].end),), "indirect", "says",
        "none", None, None, None, at[3], word, 0.9,
    )  # fmt: skip
    event = replace(
        factory.EVENTS[0], id=word, trigger=(at[5],), mode=word, times=(word,), places=(word,), statements=(word,),
        roles=(Role("actor", word, (at[4],)), Role("recipient", None, (at[6],))),
    )  # fmt: skip
    return Findings(
        report,
        (Actor(word, word, "person", "named", word, (word,), word, word, (at[2],), word, 0.5),),
        (Time(word, at[7], "DATE", word, word, word, word, 0.9),),
        (Place(word, at[6], word, word, None, None, None, "city", "literal", word, 0.9),),
        (statement,),
        (event,),
        (MadeBy(word, word, word),),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_is_data_and_never_markup(payload: str) -> None:
    entry = MemoryStore()
    entry.writer().add(factory.findings(), "a.txt")
    listed = replace(entry.view().find("1"), headline=payload, path=payload, id=payload)
    harmless = Page(tell_page(replace(listed, headline="word"), loaded("word")))
    html = tell_page(listed, loaded(payload))
    found = Page(html)
    assert found.style == harmless.style
    assert clean(payload) in found.shown
    assert found.tags == harmless.tags


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " https://a", "//a", "https://a b"]
)
def test_only_an_address_of_the_web_becomes_a_link(url: str) -> None:
    found = page(factory.findings("Text.", url=url))
    assert [given["href"] for _, given in found.tags if "href" in given] == []
    assert squeezed(url) in squeezed(found.shown)


def test_what_steers_the_eye_or_has_no_place_in_html_is_written_out() -> None:
    text = "pay \u202e001$ \x1b[2J\x00 \ud800 \u2066x\u2069 zero\u200bwidth\u200d \ufeff."
    store = MemoryStore()
    store.writer().add(factory.findings("Plain."), "a.txt")
    html = tell_page(store.view().find("1"), factory.findings(text, outlet=text, title=text, url=text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]", html)
    assert html.encode()
    for shown in ("\\u202e001$", "\\x1b[2J\\x00", "\\ud800", "zero\u200bwidth\u200d"):
        assert shown in Page(html).text
