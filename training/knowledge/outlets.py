"""Outlets: newspapers, stations and agencies, of fundus and feedkit (MIT), and the media of the Phoenix dictionaries.

fundus groups publishers by country, feedkit news feeds of four countries; Phoenix names a few with no country, which
may be told by a place in the name. A country is left out where Phoenix codes a company that bears the outlet's name to
another one. A name that is one common word ("Metro") is taken only where two sources have it.
"""

from __future__ import annotations

import ast
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import pycountry
from body import Body, keys, states_in
from phoenix import all_entries
from wordnet import WordNet

from sayso.knowledge.roles import gender_of_name, role_of
from sayso.knowledge.states import name_of_state

FUNDUS = "fundus-0.5.7-py3-none-any.whl"
FEEDKIT = "feedkit-0.1.1-py3-none-any.whl"
INTERNATIONAL = "Phoenix.International.actors.txt"
FEEDS = {"news_us": "USA", "news_uk": "GBR", "news_ko": "KOR", "news_ja": "JPN", "wire": None, "news_intl": None}
# Folders of fundus that are no code of ISO 3166-1.
_FOLDERS = {"uk": "GBR"}
_ENGLISH = ("au", "ca", "uk", "us", "za")  # whose abbreviations English papers use
_EDITION = re.compile(r"\((?:EN|DE|FR|ES)\)|\s(?:EU|DE|US|JP)$|\.\w+$|^NBC/")
_SECTIONS = re.compile(
    r"\s+(?:\(|Latest|Top|All|World|Politics|Business|US|UK|Opinions?|Homepage|Headlines|National|Congress|Defense|Asia|"
    r"Science|Technology|Stories|Europe|China|HK|Tech|News|Main|Society|Sports|Economy|International|Home|Narrative)\b.*"
)


def outlets(folder: Path, phoenix: Path, words: WordNet) -> Iterator[Body]:
    """Every outlet, by source."""
    told = [*_fundus(folder), *_feedkit(folder), *_phoenix(phoenix)]
    sources: dict[str, set[str]] = defaultdict(set)
    for body in told:
        for name in body.names:
            sources[name].add(body.origin.split()[0])
    elsewhere = _companies(phoenix)
    for body in told:
        names = tuple(name for name in body.names if len(sources[name]) > 1 or not _is_plain(name, words))
        country = body.country or _named_after(names, words)
        if any(elsewhere.get(name, country) != country for name in names):
            country = None
        if names:
            yield body._replace(names=names, country=country)


def _named_after(names: Iterable[str], words: WordNet) -> str | None:
    """The country that a name has in it, or of the place that it begins with."""
    for name in names:
        told = states_in(name.title())
        if country := told[0] if len(told) == 1 else words.place(name):
            return country
    return None


def _fundus(folder: Path) -> Iterator[Body]:
    with zipfile.ZipFile(folder / FUNDUS) as archive:
        for member in sorted(archive.namelist()):
            match = re.fullmatch(r"fundus/publishers/(\w+)/__init__\.py", member)
            if match and (country := _country(match[1])):
                for name in _publishers(archive.read(member).decode("utf-8")):
                    if not _EDITION.search(name) and (len(name) > 3 or match[1] in _ENGLISH):
                        yield _outlet([name], country, f"fundus 0.5.7 {match[1]}")


def _publishers(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Publisher":
            for keyword in node.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value)


def _country(folder: str) -> str | None:
    known = pycountry.countries.get(**{f"alpha_{len(folder)}": folder.upper()}) if len(folder) in {2, 3} else None
    return known.alpha_3 if known else _FOLDERS.get(folder)


def _feedkit(folder: Path) -> Iterator[Body]:
    """The feeds of one site are of one outlet, which is what their titles have in common."""
    with zipfile.ZipFile(folder / FEEDKIT) as archive:
        feeds = json.loads(archive.read("feedkit/data/feeds.json"))
    sites: dict[tuple[str, str], list[str]] = defaultdict(list)
    for feed in feeds:
        if feed["category"] == "society" and feed["subcategory"] in FEEDS and feed["title"].isascii():
            sites[feed["subcategory"], feed["domain"]].append(feed["title"])
    for (group, domain), titles in sorted(sites.items()):
        words = [row[0] for row in takewhile(_is_one, zip(*map(str.split, titles), strict=False))]
        yield _outlet(_SECTIONS.sub("", " ".join(words)).split("/"), FEEDS[group], f"feedkit 0.1.1 {domain}")


def _is_one(words: tuple[str, ...]) -> bool:
    return len(set(words)) == 1


def _phoenix(folder: Path) -> Iterator[Body]:
    for entry in all_entries(folder / INTERNATIONAL):
        code = entry.codes[0][0] if entry.codes else ""
        if code in {"MED", "~MED"} and not _is_person(_words(entry.words)[0]):
            yield _outlet(_words(entry.words), None, f"phoenix I{entry.line}")


def _is_person(name: str) -> bool:
    role = role_of(name.rsplit(maxsplit=1)[-1])
    return bool(gender_of_name(name)) or (role is not None and role.kind == "person")


def _companies(folder: Path) -> dict[str, str]:
    """Words of the names of companies that publish, with the country that Phoenix codes them to."""
    found: dict[str, str] = {}
    for entry in all_entries(folder / INTERNATIONAL):
        code = entry.codes[0][0] if entry.codes else ""
        if re.fullmatch(r"MNC[A-Z]{3}MED", code):
            found |= {word: code[3:6] for name in keys(_words(entry.words)) for word in name.split()[-1:]}
    return found


def _words(words: Iterable[str]) -> list[str]:
    return [word.lstrip("+").strip("_").replace("_", " ").lower().removeprefix("the ") for word in words]


def _outlet(names: Iterable[str], country: str | None, origin: str) -> Body:
    found = [name for name in keys(names) if len(name) > 2 and not name_of_state(name.title())]
    shorter = [name.removesuffix(" news") for name in found if name.count(" ") > 1]
    return Body(tuple(dict.fromkeys([*found, *shorter])), "media", country, ("JRN",), origin)


def _is_plain(name: str, words: WordNet) -> bool:
    return " " not in name and name in words.common
