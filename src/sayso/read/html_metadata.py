"""What a page states about its report, and which statement counts where several do.

JSON-LD before OpenGraph and other <meta>, these before what is printed; the headline is the one that is printed where
it says what the stated one says. Nothing is guessed: a day counts only where JSON-LD, a <meta> or a <time> states it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.read.html_date import is_day, stated_day
from sayso.read.html_jsonld import LinkedData, address_in, text_of
from sayso.read.html_lines import printed_lines
from sayso.read.html_seen import seen
from sayso.read.html_words import listed

_LONGEST, _LONGEST_NAME, _MOST_AUTHORS = 400, 80, 6
_TOP, _BYLINE = 6, 12
_DIVIDER = re.compile(r" (?:[|–—·»«]|::?|-) ")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_BEHIND_NAMES = re.compile(r"[|·•\d]")
_BY = re.compile(r"(?:written\s+)?by:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a report beside its body; ``authors`` are names, ``published`` an ISO 8601 day.

    ``dated`` is the line that shows the day where none is stated: it is text to be read.
    """

    headline: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    dated: str | None = None


class Page:
    """A parsed page, asked for what it states."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        scripts = tree.iterfind(".//script[@type='application/ld+json']")
        self._title = _line(tree.findtext(".//title"))
        self._lines = printed_lines(tree)
        self._linked = LinkedData(script.text or "" for script in scripts)
        self._article = self._linked.article()
        self._meta: dict[str, list[str]] = {}
        for element in tree.iterfind(".//meta"):
            content = _line(element.get("content"))
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if content and name:
                self._meta.setdefault(name.strip().lower(), []).append(content)

    def about(self, latest: date | None = None, url: str | None = None) -> About:
        """All that the page states; ``url`` is where it was fetched, and a day after ``latest`` is none."""
        outlet = self._outlet()
        headline = self._headline(outlet)
        if outlet is None:
            outlet = self._ends_title(headline)
        below = self._below(headline)
        authors = tuple(name for name in self._authors(below) if name != outlet)[:_MOST_AUTHORS]
        published = stated_day(self._days(), latest)
        dated = None if published else next((line for line in below if is_day(line)), None)
        return About(headline, outlet, authors, published, self._url(url), dated)

    def _headline(self, outlet: str | None) -> str | None:
        """The printed headline that says what the stated one says; else the stated one; else the only printed one."""
        stated = [text_of(self._article.get("headline")), *self._stated("titles"), self._title_as_printed()]
        told = [_without(name, outlet) for name in stated if name and name != outlet]
        printed = [line for heading in self._tree.iterfind(".//h1") if (line := _line(heading.text_content()))]
        like = [line for line in printed if any(_alike(line, name) for name in told)]
        found = [*like, *told, *(printed if len(printed) == 1 else [])]
        return found[0] if found else None

    def _outlet(self) -> str | None:
        stated = [self._linked.name(self._article.get("publisher")), *self._stated("outlets")]
        return next((name for name in stated if name and _is_name(name)), None)

    def _ends_title(self, headline: str | None) -> str | None:
        """The outlet behind the headline in the page's title: "Talks fail | The Example"."""
        title = self._title or ""
        if not headline or not title.startswith(headline):
            return None
        parts = _DIVIDER.split(title[len(headline) :])
        return parts[-1].strip() if len(parts) > 1 and len(parts[-1].split()) <= 5 else None

    def _title_as_printed(self) -> str | None:
        """The page's title; only the part of it that is printed on the page, if one is."""
        for divider in _DIVIDER.finditer(self._title or ""):
            for part in (divider.string[: divider.start()], divider.string[divider.end() :]):
                if part in self._lines and len(part.split()) > 2:
                    return part
        return self._title

    def _below(self, headline: str | None) -> list[str]:
        """The few lines that are printed below the headline."""
        at = self._lines.index(headline) + 1 if headline in self._lines else len(self._lines)
        return self._lines[at : at + _TOP]

    def _authors(self, below: list[str]) -> list[str]:
        """The names of the writers, from the first place that has any."""
        stated = (self._linked.names(self._article.get("author")), self._stated("authors"))
        bylines = [_BEHIND_NAMES.split(line)[0] for line in below if _BY.match(line) and len(line.split()) <= _BYLINE]
        for names in (*stated, self._linked_authors(), self._printed_authors(), bylines[:1]):
            told = [_BY.sub("", name, count=1) if _BY.match(name) else name for name in names]
            found = [name for name in dict.fromkeys(told) if _is_name(name)]
            if found:
                return found
        return []

    def _linked_authors(self) -> Iterator[str]:
        for element in self._tree.iterfind(".//*[@rel='author']"):
            yield _line(element.text_content()) or ""
        for element in self._tree.iterfind(".//*[@itemprop='author']"):
            named = element.find(".//*[@itemprop='name']")
            yield _line((element if named is None else named).text_content()) or ""

    def _printed_authors(self) -> Iterator[str]:
        """The first byline that is printed in an element that is called one."""
        for element in self._tree.iterfind(".//*[@class]"):
            if any(word in element.get("class").lower() for word in listed("written")):
                line = _line(element.text_content()[:_LONGEST]) or ""
                if match := _BY.match(line):
                    yield _BEHIND_NAMES.split(line[match.end() :])[0].strip(" ,")
                    return

    def _days(self) -> Iterator[str]:
        for key in ("datePublished", "dateCreated"):
            if value := text_of(self._article.get(key)):
                yield value
        yield from self._stated("published")
        for element in self._tree.iterfind(".//*[@itemprop='datePublished']"):
            yield element.get("datetime") or element.get("content") or element.text_content()[:_LONGEST]
        times = [element for element in self._tree.iterfind(".//time") if not _says(element, "not_dated")]
        first = [element for element in times if "pubdate" in element.attrib or _says(element, "dated")]
        for element in [*first, *times[:1]]:
            yield element.get("datetime") or element.text_content()[:_LONGEST]

    def _url(self, fetched: str | None) -> str | None:
        links = [link.get("href") for link in self._tree.iterfind(".//link[@rel='canonical']")]
        comments = (str(comment) for comment in self._tree.getroottree().xpath("//comment()")[:20])
        saved = [match.group(1) for comment in comments if (match := _SAVED_FROM.search(comment[:_LONGEST]))]
        stated = [*links, *self._meta.get("og:url", []), address_in(self._article), fetched, *saved]
        return next((url for value in stated if value and (url := _address(value, fetched))), None)

    def _stated(self, list_name: str) -> list[str]:
        return [value for name in listed(list_name) for value in self._meta.get(name, [])]


def _address(value: str, base: str | None) -> str | None:
    """``value`` as a whole address; None where it is none of the web's."""
    try:
        url = urljoin(base or "", value.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.hostname and url.isprintable() and " " not in url
    return url if fits else None


def _line(text: str | None) -> str | None:
    """``text`` on one line; None where nothing is left, or more than any headline has."""
    found = " ".join(seen(text or "").split())
    return found if 0 < len(found) <= _LONGEST else None


def _without(title: str, outlet: str | None) -> str:
    """``title`` without the outlet before or behind it."""
    parts = _DIVIDER.split(title)
    if outlet and len(parts) > 1:
        if parts[-1].casefold() == outlet.casefold():
            return title[: -len(parts[-1])].rstrip(" |–—·»«:-")
        if parts[0].casefold() == outlet.casefold():
            return title[len(parts[0]) :].lstrip(" |–—·»«:-")
    return title


def _alike(one: str, other: str) -> bool:
    """Whether half of the words of the shorter are in the longer."""
    first, second = ({word.strip("\"'“”‘’.,:;!?") for word in line.casefold().split()} for line in (one, other))
    return len(first & second) >= 0.5 * max(1, min(len(first), len(second)))


def _is_name(value: str) -> bool:
    """Whether ``value`` may be the name of a writer or an outlet: short, with a capital, no address."""
    return len(value) <= _LONGEST_NAME and any(map(str.isupper, value)) and "/" not in value and "@" not in value


def _says(element: HtmlElement, list_name: str) -> bool:
    """Whether the class or id of ``element``, or of what holds it, has a word of the list."""
    around: Iterable[HtmlElement] = [element, *list(element.iterancestors())[:2]]
    names = " ".join(f"{one.get('class', '')} {one.get('id', '')} {one.get('itemprop', '')}" for one in around).lower()
    return any(word in names for word in listed(list_name))
