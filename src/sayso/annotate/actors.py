"""Actors."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component


class Actors(Component[None]):
    """Actors."""

    name = "sayso_actors"
    version = "1"

    def predict(self, doc: Doc) -> None:
        return None

    def set_annotations(self, doc: Doc, found: None) -> None:
        return None


@Language.factory("sayso_actors")
def make_actors(nlp: Language, name: str) -> Actors:
    """The component, as spaCy's registry makes it."""
    return Actors()
