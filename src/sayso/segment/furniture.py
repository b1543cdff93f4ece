"""Furniture: what is printed around a report and is not the report — dates, bylines, credits, publication lines."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sayso.segment.days import Day, find_day
from sayso.segment.words import word_set, words

_LONGEST = 220
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|al|el|van|von|bin)){0,4}"
_BYLINE = re.compile(rf"(?:By|BY)\s+{_NAME}(?:(?:,|\s+and|\s+in|\s+for|\s+at|\s+\|)\s.{{0,120}})?\.?")
_WRITER_IN = re.compile(r"[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,2}\s+in\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]*)?")
_REPORTERS = re.compile(r"\(?(?:Reporting|Writing|Editing|Additional reporting|Compiled) by\s+[A-Z].*", re.DOTALL)
_PUBLISHED = re.compile(
    r"(?:This\s+\w+\s+(?:was|has\s+been)\s+)?(?P<again>(?:first|originally)\s+)?(?:published|printed|posted|appeared)"
    r"(?:\s+(?:in|by)\s+(?P<outlet>[^,|]{2,60}?)(?=\s+on\s|,|\.$|\.?\s*$|\s+\d))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DATE_LEAD = re.compile(
    r"(?:date of publication|date|published|posted|printed|updated|last updated|last modified|issued|released)"
    r"(?: (?:at|on))?\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{0,180}", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(
    r"(?:(?:press|news)?\s*release\s*(?:no\.?|number|#)?:?\s*)?#?\s*[A-Z]*[\d][\w/.-]*-?[\w/.-]*", re.IGNORECASE
)
_RULE = re.compile(r"[#*\-–—_=~.•\s]+")

_SIDE = re.compile(r"(?:\s*[-–]\s*|\s+(?=north|south|east|west)).*", re.DOTALL)

Kind = Literal["byline", "publication"]


class Furniture(NamedTuple):
    """What one unit of furniture tells; spans are within the unit."""

    kind: Kind
    day: Day | None = None
    outlet: tuple[int, int] | None = None
    credit: tuple[int, int] | None = None


def read_furniture(unit: str) -> Furniture | None:
    """What ``unit`` is, if it is furniture by its own words wherever it stands."""
    if len(unit) > _LONGEST:
        return None
    plain = unit.strip(" .()[]*").lower()
    if plain in word_set("labels") or _RULE.fullmatch(unit) or _RIGHTS.fullmatch(unit):
        return Furniture("publication", find_day(unit))
    if plain in word_set("agencies"):
        return Furniture("byline", credit=(0, len(unit)))
    return _dated(unit) or _published(unit) or _written(unit)


def is_office(unit: str) -> bool:
    """Whether ``unit`` names the office that put out the text: "Office of the Spokesperson"."""
    plain = _SIDE.sub("", unit.lower())
    ends = any(plain == office or plain.endswith(f" {office}") for office in words("offices"))
    starts = any(plain.startswith(f"{office} of ") for office in words("offices"))
    capital = all(word[0].isupper() or len(word) < 4 for word in re.findall(r"[^\W\d_]+", unit))
    return len(unit.split()) <= 8 and capital and (ends or starts)


def leading_day(unit: str) -> Day | None:
    """The date that a report begins with when its layout was lost: "20 June 2016 The council of Aldova has …"."""
    lead = _DATE_LEAD.match(unit)
    start = lead.end() if lead else 0
    day = find_day(unit[: start + 60], start)
    if day is None or day.start != start:
        return None
    rest = unit[day.end :].lstrip()
    return (
        day._replace(start=0)
        if (rest[:1].isupper() or rest[:1].isdigit()) and unit[day.end : day.end + 1].isspace()
        else None
    )


def is_summary_label(unit: str) -> bool:
    """Whether the summary of the text stands behind the label ``unit``."""
    return unit.strip(" .:").lower() in word_set("summaries")


def _dated(unit: str) -> Furniture | None:
    """A line that is a date, with who prints it before or behind it at most."""
    lead = _DATE_LEAD.match(unit)
    start = lead.end() if lead else 0
    day = find_day(unit, start)
    if day is None:
        return Furniture("publication") if _NUMBER.fullmatch(unit) and any(map(str.isdigit, unit)) else None
    before, behind = unit[start : day.start].strip(" ,|–-:"), unit[day.end :].strip(" ,|–-.")
    if not before and not behind:
        return Furniture("publication", day)
    name = before or behind
    if before and behind:
        return None
    at = unit.index(name, start if before else day.end)
    if name.lower() in word_set("agencies"):
        return Furniture("byline", day, credit=(at, at + len(name)))
    media = name.lower().split()[-1] in word_set("media") and len(name.split()) <= 5 and name[0].isupper()
    return Furniture("publication", day, outlet=(at, at + len(name))) if media else None


def _published(unit: str) -> Furniture | None:
    match = _PUBLISHED.fullmatch(unit)
    if match is None:
        return None
    day = find_day(unit, match.start("rest"))
    name = match.group("outlet")
    if day is None and not (name and name[0].isupper()):
        return None
    if len(unit[match.start("rest") : day.start if day else None].split()) > 4:
        return None
    given = name and name[0].isupper() and (match.group("again") or "").strip().lower() != "originally"
    return Furniture("publication", day, outlet=match.span("outlet") if given else None)


def _written(unit: str) -> Furniture | None:
    if _BYLINE.fullmatch(unit) and len(unit.split()) <= 16:
        return Furniture("byline")
    if _REPORTERS.fullmatch(unit) or (_WRITER_IN.fullmatch(unit) and len(unit.split()) <= 7):
        return Furniture("byline")
    return None
