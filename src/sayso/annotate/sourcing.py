"""Sourcing: how firm each statement's source stands, inside which statement it is reported, and what hangs on it."""

from __future__ import annotations

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.attribution.anonymity import anonymity_of
from sayso.annotate.attribution.nesting import chain, find_about, say_so
from sayso.annotate.attribution.standing import actor_of, standing_of
from sayso.annotate.component import Component
from sayso.model.statement import Anonymity, Standing


class Firmness(NamedTuple):
    """A source's standing, and how it is described where it is unnamed."""

    standing: Standing
    anonymity: Anonymity | None


class Sourcing(Component[list[Firmness]]):
    """Weighs sources, once it is known which actors they stand for."""

    name = "sayso_sourcing"
    version = "2"

    def predict(self, doc: Doc) -> list[Firmness]:
        by_id = {actor.id: actor for actor in marks.get_cast(doc).actors}
        found = []
        for statement in marks.get_statements(doc):
            actor = actor_of(doc, statement.source, by_id)
            standing = standing_of(doc, statement.source, actor)
            unnamed = statement.source is not None and standing in ("unnamed", "collective")
            found.append(
                Firmness(standing, anonymity_of(doc, statement.source, actor) if unnamed and statement.source else None)
            )
        return found

    def set_annotations(self, doc: Doc, found: list[Firmness]) -> None:
        statements, events = marks.get_statements(doc), marks.get_events(doc)
        for statement, firmness in zip(statements, found, strict=True):
            statement.standing, statement.anonymity = firmness
        actor_of = marks.get_cast(doc).actor_of
        chain(statements, [mark.source and actor_of.get(mark.source.head) for mark in statements])
        say_so(events, statements)
        find_about(doc, statements, events)


@Language.factory(
    "sayso_sourcing",
    requires=["doc._.sayso_statements", "doc._.sayso_events", "doc._.sayso_cast"],
    assigns=["doc._.sayso_statements", "doc._.sayso_events"],
)
def make_sourcing(nlp: Language, name: str) -> Sourcing:
    """The component, as spaCy's registry makes it."""
    return Sourcing()
