"""The lists of known actors and of candidates, one actor in full, and all of them as a table to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.model import Candidate, KnownActor, Term
from sayso.tell.csv import csv_lines
from sayso.tell.listing import Column, Listing
from sayso.tell.section import Line, Section

_HEADINGS = ("name", "aliases", "kind", "country", "sectors", "from", "to", "wikidata", "role", "number", "origin")


def _codes(actor: KnownActor) -> str:
    return " ".join(dict.fromkeys(told for term in actor.terms if (told := term.code or "·".join(term.sectors))))


KNOWN: Listing[KnownActor] = Listing(
    columns=(
        Column("number", lambda actor: actor.number),
        Column("name", lambda actor: actor.name, share=3),
        Column("kind", lambda actor: "role word" if actor.role else actor.kind),
        Column("codes", _codes, share=2),
        Column("aliases", lambda actor: " | ".join(actor.names[1:]), share=4),
        Column("origin", lambda actor: actor.origin, share=2),
        Column("wikidata", lambda actor: actor.wikidata, piped=True),
    ),
    confidence=lambda _: 1.0,
    none="None but those that sayso comes with: `sayso actors import FILE` and `sayso actors add NAME` bring some.",
    name="actors list",
)
"""Number, best name, kind, codes, other names, and which file it came from."""

CANDIDATES: Listing[Candidate] = Listing(
    columns=(
        Column("reports", lambda candidate: candidate.reports),
        Column("name", lambda candidate: candidate.name, share=2),
        Column("kind", lambda candidate: candidate.kind),
        Column("contexts", lambda candidate: " / ".join(candidate.contexts), share=6, marked=True),
    ),
    confidence=lambda _: 1.0,
    none="No name without a code in so many reports.",
    name="actors candidates",
)
"""In how many reports, the name, its kind as it was read, and the words around it."""


def term_words(term: Term) -> str:
    """What the term says, on one line."""
    told = " ".join((term.country or "–", *term.sectors))
    return f"{told}  {term.begin or '…'} to {term.end or '…'}" if term.dated else told


def tell_known(actor: KnownActor) -> Section:
    """Everything of one known actor."""
    lines = [Line("also", alias) for alias in actor.names[1:]]
    lines.append(Line("kind", "role word" if actor.role else actor.kind or "–"))
    lines += [Line("code", term_words(term)) for term in actor.terms]
    lines += [Line("wikidata", actor.wikidata)] if actor.wikidata else []
    return Section(f"{actor.number}  {actor.name}", (*lines, Line("origin", actor.origin)))


def known_lines(actors: Iterable[KnownActor]) -> Iterator[str]:
    """Lines of CSV, a row a term; the names stand in the first row of an actor, and its best one in each."""
    yield from csv_lines([_HEADINGS])
    for actor in actors:
        for position, term in enumerate(actor.terms or (Term(None, ()),)):
            row = (
                actor.name,
                "" if position else "|".join(actor.names[1:]),
                actor.kind or "",
                term.country or "",
                " ".join(term.sectors),
                term.begin or "",
                term.end or "",
                actor.wikidata or "",
                "yes" if actor.role else "",
                str(actor.number),
                actor.origin,
            )
            yield from csv_lines([row])
