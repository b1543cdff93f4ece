"""Sourcing."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component


class Sourcing(Component[None]):
    """Sourcing."""

    name = "sayso_sourcing"
    version = "1"

    def predict(self, doc: Doc) -> None:
        return None

    def set_annotations(self, doc: Doc, found: None) -> None:
        return None


@Language.factory("sayso_sourcing")
def make_sourcing(nlp: Language, name: str) -> Sourcing:
    """The component, as spaCy's registry makes it."""
    return Sourcing()
