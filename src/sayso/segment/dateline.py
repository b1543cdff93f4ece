"""Datelines: ``KABUL, Oct 5 (Reuters) —``, ``GENEVA/BEIRUT —``, ``WASHINGTON:``."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.knowledge.gazetteer import places_named
from sayso.segment.days import Day, find_day, has_date
from sayso.segment.words import word_set

_REACH, _TOWN = 110, 50_000
_SEPARATOR = re.compile(r"\s?(?:[—–―]|--|(?<=\s)-(?=\s))\s?|:(?=\s|$)")
_BRACKET = re.compile(r"\(([^()]{1,60})\)")
_DIVIDER = re.compile(r"\s*(?:,|/|\band\b)\s*")
_JOINING = frozenset(
    {"de", "la", "el", "al", "of", "the", "du", "le", "les", "del", "da", "do", "dos", "di", "upon", "on", "sur", "es"}
)


class Filed(NamedTuple):
    """A dateline at the beginning of a unit: its end, the day it gives in full, and its agency's characters."""

    end: int
    day: Day | None
    credit: tuple[int, int] | None


def read_dateline(unit: str) -> Filed | None:
    """The dateline that ``unit`` begins with."""
    reach = unit[:_REACH]
    for mark in list(_SEPARATOR.finditer(reach))[:3]:
        whole = mark.end() >= len(unit)
        if mark.group().startswith(":"):
            if _is_filed(reach[: mark.start()], needs_more=not (whole or _is_town(reach[: mark.start()]))):
                return _filed(reach[: mark.start()], mark.end())
        elif _is_filed(reach[: mark.start()], needs_more=False):
            return _filed(reach[: mark.start()], len(reach[: mark.end()].rstrip()))
    if len(unit) <= 70 and _is_filed(unit, needs_more=True):
        return _filed(unit, len(unit))
    return None


def _filed(head: str, end: int) -> Filed:
    credit = next((match.span(1) for match in _BRACKET.finditer(head) if not _is_day(match.group(1))), None)
    return Filed(end, find_day(head), credit)


def _is_filed(head: str, *, needs_more: bool) -> bool:
    """Whether ``head`` is place, region, date and agency, if given; ``needs_more`` than a place alone."""
    brackets = [match.group(1) for match in _BRACKET.finditer(head)]
    bare = _BRACKET.sub(" ", head).strip()
    day = find_day(bare)
    if day:
        bare = f"{bare[: day.start]} {bare[day.end :]}".strip()
    place, *others = [part for part in _DIVIDER.split(bare.strip(" ,.")) if part] or [""]
    dated = day is not None or any(map(has_date, others))
    # Behind a day an agency that no list has is told by its capitals.
    if not all(_is_agency(words) or _is_day(words) or (dated and _is_name(words, 4)) for words in brackets):
        return False
    told = bool(brackets or day)
    if has_date(place):
        return bool(brackets) and not others
    if place.lower() in word_set("not_places") or _is_agency(place) or not _is_name(place, 4):
        return False
    if not all(_is_name(part, 3) or has_date(part) or _is_agency(part) for part in others):
        return False
    if place.isupper() and sum(letter.isalpha() for letter in place) >= 3:
        return told or bool(others) or not needs_more
    return any(map(_is_agency, brackets))


def _is_town(words: str) -> bool:
    """Whether the words are the name of a large town, which alone may stand before a colon and running text."""
    return any(place.kind == "capital" or place.population >= _TOWN for place in places_named(_DIVIDER.split(words)[0]))


def _is_name(part: str, longest: int) -> bool:
    words = part.split()
    if not 1 <= len(words) <= longest or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word.lower() in _JOINING or word[:3].lower() in ("al-", "el-") for word in words)


def _is_day(words: str) -> bool:
    return has_date(words) or find_day(words) is not None


def _is_agency(words: str) -> bool:
    return all(part.strip().lower() in word_set("agencies") for part in words.split("/")) or words.strip().lower() in {
        f"{agency} news" for agency in ("reuters", "ap", "afp")
    }
