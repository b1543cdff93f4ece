"""The register: who a workspace knows by name, whatever reports come and go.

An actor that a person has put into another (merged, or split) stays in its table with ``into`` set, and counts no more:
so a dictionary that is imported again does not undo the decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, delete, insert, select, update

from sayso.config import Server
from sayso.errors import UsageError
from sayso.knowledge.names import name_key
from sayso.model.actor import ActorKind
from sayso.model.known import OWN, Candidate, KnownActor, Term
from sayso.record import tables
from sayso.record.transactions import reading, speaking, writing
from sayso.record.unknown import candidates

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: how many actors are ``new``, ``known`` before, and ``gone`` since an earlier import."""

    new: int
    known: int
    gone: int


class Register:
    """Known actors of a workspace; made by `Store.register`. Every change is one transaction.

    >>> from sayso import KnownActor, MemoryStore
    >>> register = MemoryStore().register()
    >>> register.add(KnownActor(("Orsk Front", "OF"), "armed-group")).number
    1
    >>> register.find("of").name
    'Orsk Front'
    """

    def __init__(
        self, where: Path | Server, engine: Engine, found: Callable[[], AbstractContextManager[Connection]]
    ) -> None:
        self._where, self._engine, self._found = where, engine, found

    def actors(self) -> Iterator[KnownActor]:
        """All that count, by number."""
        with self._reading() as connection:
            yield from _actors(connection)

    def find(self, reference: str) -> KnownActor:
        """The actor with that number or one of whose names it is; UsageError where none or several answer to it."""
        with self._reading() as connection:
            return _find(connection, reference)

    def add(self, actor: KnownActor) -> KnownActor:
        """Keep the actor; the one that is there already where all of it is the same."""
        with self._writing() as connection:
            _take(connection, [actor])
            return _by_hash(connection, actor.hash)

    def take(self, origin: str, actors: Iterable[KnownActor]) -> Taken:
        """Keep what the dictionary ``origin`` holds; what an earlier import of it brought and it holds no more goes.

        What a person has merged or split stays as that person left it.
        """
        with self._writing() as connection:
            hashes = _take(connection, actors)
            kept = tables.known_actor.c
            rows = connection.execute(select(kept.number, kept.hash, kept.into).where(kept.origin == origin)).all()
            targets = set(connection.execute(select(kept.into).where(kept.into.is_not(None))).scalars())
            gone = [
                number for number, hash, into in rows if hash not in hashes and into is None and number not in targets
            ]
            for number in gone:
                connection.execute(delete(tables.known_actor).where(kept.number == number))
        new = sum(hashes.values())
        return Taken(new, len(hashes) - new, len(gone))

    def merge(self, references: Iterable[str]) -> KnownActor:
        """Make one actor of several: all names and terms, kind and Wikidata id of the first that has them.

        UsageError where fewer than two are meant.
        """
        with self._writing() as connection:
            merged = list({actor.number: actor for actor in (_find(connection, one) for one in references)}.values())
            if len(merged) < 2:
                raise UsageError("two or more actors are merged")
            whole = KnownActor(
                tuple(dict.fromkeys(name for actor in merged for name in actor.names)),
                next((actor.kind for actor in merged if actor.kind), None),
                tuple(dict.fromkeys(term for actor in merged for term in actor.terms)),
                next((actor.wikidata for actor in merged if actor.wikidata), None),
                OWN,
                all(actor.role for actor in merged),
            )
            return _put_into(connection, merged, whole)

    def split(self, reference: str, names: Iterable[str]) -> tuple[KnownActor, KnownActor]:
        """Part ``names`` from the actor: what is left of it, and an actor of its own with the same kind and terms.

        UsageError where a name is none of its, or none would be left.
        """
        with self._writing() as connection:
            whole = _find(connection, reference)
            keys = {name_key(name) for name in names}
            missing = keys - {name_key(name) for name in whole.names}
            if missing:
                raise UsageError(f"{min(missing)} is no name of {whole.name}")
            parted = tuple(name for name in whole.names if name_key(name) in keys)
            left = tuple(name for name in whole.names if name_key(name) not in keys)
            if not parted or not left:
                raise UsageError(f"{whole.name} must keep one name and give one away")
            part = replace(whole, names=parted, origin=OWN, number=0, wikidata=None)
            _take(connection, [part])
            rest = _put_into(connection, [whole], replace(whole, names=left, origin=OWN, number=0))
            return rest, _by_hash(connection, part.hash)

    def candidates(self, least: int = 2, limit: int | None = None) -> list[Candidate]:
        """Names in at least so many reports that have no code and nobody knows, the most frequent first."""
        with self._reading() as connection:
            known = set(connection.execute(select(tables.known_name.c.key)).scalars())
            known |= set(connection.execute(select(tables.dismissed.c.key)).scalars())
        with self._found() as connection:
            return candidates(connection, known, least, limit)

    def dismiss(self, name: str) -> None:
        """Ask about the name no more."""
        with self._writing() as connection:
            row, dismissed = {"key": name_key(name)}, tables.dismissed
            if connection.execute(select(dismissed).where(dismissed.c.key == row["key"])).first() is None:
                connection.execute(insert(dismissed), row)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with speaking(self._where), self._engine.connect() as connection, reading(connection):
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with speaking(self._where), self._engine.connect() as connection, writing(connection):
            yield connection


def _take(connection: Connection, actors: Iterable[KnownActor]) -> dict[str, bool]:
    """Keep the actors; for the hash of each, whether it is new."""
    known = tables.known_actor.c
    there = set(connection.execute(select(known.hash)).scalars())
    number = max(connection.execute(select(known.number)).scalars(), default=0)
    hashes: dict[str, bool] = {}
    rows: dict[str, list[dict[str, Any]]] = {"known_actor": [], "known_name": [], "known_term": []}
    for actor in actors:
        if actor.hash in hashes:
            continue
        hashes[actor.hash] = actor.hash not in there
        if hashes[actor.hash]:
            number += 1
            _rows(rows, number, actor)
    for table, entered in rows.items():
        if entered:
            connection.execute(insert(tables.schema.tables[table]), entered)
    return hashes


def _rows(rows: dict[str, list[dict[str, Any]]], number: int, actor: KnownActor) -> None:
    rows["known_actor"].append(
        {
            "number": number,
            "hash": actor.hash,
            "kind": actor.kind,
            "role": actor.role,
            "wikidata": actor.wikidata,
            "origin": actor.origin,
        }
    )
    rows["known_name"] += [
        {"known": number, "position": position, "name": name, "key": name_key(name)}
        for position, name in enumerate(actor.names)
    ]
    rows["known_term"] += [
        {
            "known": number,
            "position": position,
            "country": term.country,
            "sectors": " ".join(term.sectors),
            "begin": term.begin,
            "end": term.end,
        }
        for position, term in enumerate(actor.terms)
    ]


def _put_into(connection: Connection, actors: list[KnownActor], whole: KnownActor) -> KnownActor:
    """Let ``whole`` stand for the actors."""
    _take(connection, [whole])
    kept = _by_hash(connection, whole.hash)
    numbers = [actor.number for actor in actors if actor.number != kept.number]
    known = tables.known_actor
    connection.execute(update(known).where(known.c.number.in_(numbers)).values(into=kept.number))
    connection.execute(update(known).where(known.c.number == kept.number).values(into=None))
    return kept


def _by_hash(connection: Connection, hash: str) -> KnownActor:
    (found,) = _actors(connection, tables.known_actor.c.hash == hash)
    return found


def _find(connection: Connection, reference: str) -> KnownActor:
    known, name = tables.known_actor.c, tables.known_name.c
    meant = select(name.known).where(name.key == name_key(reference))
    if reference.isascii() and reference.isdigit() and len(reference) < 19:
        numbered = list(_actors(connection, known.number == int(reference), known.into.is_(None)))
        if numbered:
            return numbered[0]
    found = list(_actors(connection, known.number.in_(meant), known.into.is_(None)))
    told = " ".join(reference.split())
    if len(found) > 1:
        listed = ", ".join(f"{actor.number} ({actor.name}, {actor.origin})" for actor in found[:9])
        raise UsageError(f"{told} may be any of these: {listed}")
    if not found:
        raise UsageError(f"no actor {told}: `sayso actors list` lists them")
    return found[0]


def _actors(connection: Connection, *where: Any) -> Iterator[KnownActor]:
    """The actors by number, their names and terms in their order."""
    known = tables.known_actor
    chosen = where or (known.c.into.is_(None),)
    numbers = select(known.c.number).where(*chosen)
    names: dict[int, list[str]] = {}
    terms: dict[int, list[Term]] = {}
    name, term = tables.known_name.c, tables.known_term.c
    for number, text in connection.execute(
        select(name.known, name.name).where(name.known.in_(numbers)).order_by(name.known, name.position)
    ):
        names.setdefault(number, []).append(text)
    columns = (term.known, term.country, term.sectors, term.begin, term.end)
    for number, country, sectors, begin, end in connection.execute(
        select(*columns).where(term.known.in_(numbers)).order_by(term.known, term.position)
    ):
        terms.setdefault(number, []).append(Term(country, tuple(sectors.split()), begin, end))
    for row in connection.execute(select(known).where(*chosen).order_by(known.c.number)):
        yield KnownActor(
            tuple(names.get(row.number, ())),
            cast("ActorKind | None", row.kind),
            tuple(terms.get(row.number, ())),
            row.wikidata,
            row.origin,
            row.role,
            row.number,
        )
