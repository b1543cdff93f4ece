"""FollowTheMoney entities, as OpenSanctions and others publish them: one JSON object a line.

Persons and bodies become actors; who holds a position (`Occupancy`, `Position`) gives their terms. The library
`followthemoney` reads them: it comes with the extra `entities`, since it needs ICU to be installed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sayso.errors import UsageError
from sayso.knowledge.dictionaries.lines import read_lines
from sayso.knowledge.dictionaries.sheet import first_day, last_day
from sayso.knowledge.states import state_by_code
from sayso.model.actor import ActorKind
from sayso.model.known import KnownActor, Term, Unread

TOPICS = {
    "gov.executive": "GOV", "gov.head": "GOV", "gov.national": "GOV", "gov.state": "GOV", "gov.muni": "GOV",
    "gov.legislative": "LEG", "gov.judicial": "JUD", "gov.religion": "REL", "gov.admin": "GOV",
    "pol.party": "PTY", "pol.union": "LAB", "rel": "REL", "mil": "MIL", "crime": "CRM", "role.judge": "JUD",
    "role.journo": "JRN", "role.spy": "SPY", "role.diplo": "GOV", "fin.bank": "BUS",
}  # fmt: skip
"""FollowTheMoney's topics that say a PLOVER sector; the others say none."""
_NAMES = ("name", "alias", "weakAlias")
_LANDS = ("citizenship", "nationality", "country", "jurisdiction")
_IGO = "gov.igo"
_OFFICES = ("GOV", "LEG", "JUD", "MIL", "REL", "PTY")
_ENDED = "ended"


class _Seat(NamedTuple):
    """Who held which position when (partial dates, empty where unknown)."""

    holder: str
    post: str
    begin: str
    end: str


class _Read(NamedTuple):
    """What a file holds, as far as actors are concerned."""

    actors: dict[str, tuple[int, Any]]
    posts: dict[str, Term]
    seats: dict[str, list[_Seat]]


def read_entities(path: Path) -> Iterator[KnownActor | Unread]:
    """The actors of a file of entities. Entities that are neither actors nor positions are left out.

    UsageError where the library is not installed.
    """
    try:
        from followthemoney import model
        from followthemoney.exc import FollowTheMoneyException
    except ImportError as error:
        raise UsageError(f"{path}: followthemoney reads it: install sayso[entities]") from error
    read = _Read({}, {}, defaultdict(list))
    for line in read_lines(path):
        if isinstance(line, Unread):
            yield line
        elif line.text.strip():
            try:
                _sort(read, line.number, model.get_proxy(json.loads(line.text), cleaned=False))
            except (FollowTheMoneyException, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
                yield Unread(line.number, f"no entity: {str(error)[:80] or type(error).__name__}")
    for number, entity in read.actors.values():
        yield _actor(number, entity, read, path.name)


def _sort(read: _Read, number: int, entity: Any) -> None:
    """Keep the entity where it belongs."""
    if entity.schema.is_a("Occupancy"):
        ended = entity.first("status") == _ENDED
        begin, end = (min(entity.get("startDate"), default=""), max(entity.get("endDate"), default=""))
        for holder in entity.get("holder") if begin or end or not ended else ():
            for post in entity.get("post"):
                read.seats[holder].append(_Seat(holder, post, begin[:10], end[:10]))
    elif entity.schema.is_a("Position"):
        read.posts[entity.id] = Term(_country(entity.get("country")), _sectors(entity.get("topics")))
    elif entity.schema.is_a("LegalEntity"):
        read.actors[entity.id] = (number, entity)


def _actor(number: int, entity: Any, read: _Read, origin: str) -> KnownActor | Unread:
    names = [name for key in _NAMES for name in sorted(entity.get(key, quiet=True))]
    if not names:
        return Unread(number, "an entity without a name")
    topics = entity.get("topics", quiet=True)
    lands: list[str] = next((found for key in _LANDS if (found := entity.get(key, quiet=True))), [])
    own = Term("IGO" if _IGO in topics else _country(lands), _sectors(topics))
    terms = [term for seat in read.seats.get(entity.id, ()) if (term := _term(seat, read.posts.get(seat.post)))]
    terms.sort(key=lambda term: (term.begin or "", term.end or ""))
    best = entity.caption if entity.caption in names else names[0]
    return KnownActor(
        tuple(dict.fromkeys((best, *names))),
        _kind(entity, own.sectors),
        (*terms, own) if own.country or own.sectors else tuple(terms),
        min(entity.get("wikidataId", quiet=True), default=None),
        origin,
    )


def _kind(entity: Any, sectors: tuple[str, ...]) -> ActorKind:
    if entity.schema.is_a("Person"):
        return "person"
    if entity.schema.is_a("PublicBody"):
        return "institution"
    if entity.schema.is_a("Company"):
        return "company"
    by_sector: dict[str, ActorKind] = {"PTY": "party", "JRN": "media"}
    return by_sector.get("".join(sectors[:1]), "organisation")


def _term(seat: _Seat, post: Term | None) -> Term | None:
    """What holding the position makes of who holds it; None where the position says nothing or the days are none."""
    if post is None or not (post.country or post.sectors):
        return None
    try:
        begin, end = first_day(seat.begin) if seat.begin else None, last_day(seat.end) if seat.end else None
    except ValueError:
        return None
    return None if begin and end and end < begin else Term(post.country, post.sectors, begin, end)


def _sectors(topics: Iterable[str]) -> tuple[str, ...]:
    found = {TOPICS[topic] for topic in topics if topic in TOPICS}
    return tuple(sorted(found, key=lambda sector: (sector not in _OFFICES, sector)))


def _country(codes: Iterable[str]) -> str | None:
    """The alpha-3 code of the one territory; None where there are several."""
    from rigour.territories import get_territory

    found = {territory.alpha3.upper() for code in codes if (territory := get_territory(code)) and territory.alpha3}
    (code,) = found if len(found) == 1 else (None,)
    return code if code and state_by_code(code) else None
