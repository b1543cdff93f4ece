"""Places."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component


class Places(Component[None]):
    """Places."""

    name = "sayso_places"
    version = "1"

    def predict(self, doc: Doc) -> None:
        return None

    def set_annotations(self, doc: Doc, found: None) -> None:
        return None


@Language.factory("sayso_places")
def make_places(nlp: Language, name: str) -> Places:
    """The component, as spaCy's registry makes it."""
    return Places()
