"""Events."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component


class Events(Component[None]):
    """Events."""

    name = "sayso_events"
    version = "1"

    def predict(self, doc: Doc) -> None:
        return None

    def set_annotations(self, doc: Doc, found: None) -> None:
        return None


@Language.factory("sayso_events")
def make_events(nlp: Language, name: str) -> Events:
    """The component, as spaCy's registry makes it."""
    return Events()
