"""Web pages (`.html`, `.htm`, `.xhtml`): the article of a page is one report, its id the hash of its text.

The body is found by trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15); what it returns is the
report's text from then on: headline, byline and paragraphs, a blank line between each. The headline is its first
line, not ``Report.title``, since it is there to be read: its statements and events count, and copies share it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.errors import ReadError
from sayso.model import Failure, Report
from sayso.model.ids import digest
from sayso.read.encoding import decode_page
from sayso.read.html_seen import seen
from sayso.read.html_words import listed
from sayso.read.intake import Intake, check_text
from sayso.read.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from sayso.read.html_metadata import About

LARGEST_PAGE = 20_000_000
"""The largest page, in bytes; trafilatura's own limit."""

MOST_TAGS = 20_000
"""The most tags that a page may have; a long live blog has some 5,000. The search for the article takes time with their
square: at most some ten seconds with so many, an hour with those of 20 MB."""

_FEWEST_WORDS = 8
"""A page without one sentence of so many words has no article: it is an index, a form or an error."""

_TOP = 6
_LONGEST_BYLINE = 16
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]]*$")


def read_page(source: Source) -> Iterator[Intake | Failure]:
    """The one report in the page that ``source`` holds."""
    data = source.read(LARGEST_PAGE)
    try:
        yield Intake(source.path, _take(source, data), original=data)
    except ReadError as error:
        yield Failure(source.path, error.stage, error.reason)


def _take(source: Source, data: bytes) -> Report:
    if len(data) > LARGEST_PAGE:
        raise ReadError(source.path, f"too long: a page of more than {LARGEST_PAGE:,} bytes")
    if not data.strip():
        raise ReadError(source.path, "empty")
    tree = _parse(source.path, decode_page(source.path, data, source.charset))
    if (tags := sum(1 for _ in tree.iter())) > MOST_TAGS:
        raise ReadError(source.path, f"too long: a page of {tags:,} tags, at most {MOST_TAGS:,}")
    from sayso.read.html_metadata import Page

    about = Page(tree).about(source.latest, source.url)
    text = check_text(source.path, _compose(about, _paragraphs(source.path, tree)))
    return Report(digest(text), text, about.published, about.outlet, about.url)


def _parse(path: str, markup: str) -> HtmlElement:
    """The tree of a page: without what is not seen; libxml2 itself ends at 256 nested tags."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        return document_fromstring(seen(markup).encode(), parser=parser)
    except (LxmlError, ValueError) as error:
        raise ReadError(path, "no article found") from error


def _paragraphs(path: str, tree: HtmlElement) -> list[str]:
    """The paragraphs of the article; ReadError where there is none. Changes ``tree``."""
    import trafilatura

    _unframe(tree)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings would go to the caller's screen
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_formatting=False)
    except Exception as error:  # whatever one page does to it, the run goes on
        raise ReadError(path, f"no article found ({type(error).__name__})") from error
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    lines = [" ".join(line.split()) for line in seen(text).splitlines()]
    if not any(len(line.split()) >= _FEWEST_WORDS and _STOPPED.search(line) for line in lines):
        raise ReadError(path, "no article found")
    return [line for line in lines if line and _plain(line) not in listed("labels")]


def _unframe(tree: HtmlElement) -> None:
    """Make blocks of the tables that frame a page (with other tables or paragraphs in their cells) and hold no data."""
    framing = [table for table in tree.iter("table") if table.find(".//table") is not None or _has_prose(table)]
    for table in framing:
        for element in table.iter("table", "tbody", "tr", "td", "th"):
            element.tag = "div"


def _has_prose(table: HtmlElement) -> bool:
    return any(len(cell.findall(".//p")) > 1 or len(cell.findall(".//br")) > 3 for cell in table.iter("td"))


def _compose(about: About, paragraphs: list[str]) -> str:
    """The report as it is printed: headline, byline, body, each once."""
    top = [_plain(line) for line in paragraphs[:_TOP]]
    head: list[str] = []
    if about.headline:
        head.append(about.headline)
        if (at := next((at for at, line in enumerate(top) if line == _plain(about.headline)), None)) is not None:
            paragraphs = paragraphs[:at] + paragraphs[at + 1 :]
    if about.authors and not any(_names(line, about.authors) for line in paragraphs[:_TOP]):
        *others, last = about.authors
        head.append(f"By {', '.join(others)} and {last}" if others else f"By {last}")
    if about.dated and about.dated not in paragraphs[:_TOP]:
        head.append(about.dated)
    return "\n\n".join([*head, *paragraphs]) + "\n"


def _names(line: str, authors: tuple[str, ...]) -> bool:
    """Whether ``line`` is a byline."""
    return (
        len(line.split()) <= _LONGEST_BYLINE and not _STOPPED.search(line) and authors[0].casefold() in line.casefold()
    )


def _plain(line: str) -> str:
    return "".join(filter(str.isalnum, line.casefold()))
