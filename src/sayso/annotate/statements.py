"""Statements."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component


class Statements(Component[None]):
    """Statements."""

    name = "sayso_statements"
    version = "1"

    def predict(self, doc: Doc) -> None:
        return None

    def set_annotations(self, doc: Doc, found: None) -> None:
        return None


@Language.factory("sayso_statements")
def make_statements(nlp: Language, name: str) -> Statements:
    """The component, as spaCy's registry makes it."""
    return Statements()
