"""Times."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component


class Times(Component[None]):
    """Times."""

    name = "sayso_times"
    version = "1"

    def predict(self, doc: Doc) -> None:
        return None

    def set_annotations(self, doc: Doc, found: None) -> None:
        return None


@Language.factory("sayso_times")
def make_times(nlp: Language, name: str) -> Times:
    """The component, as spaCy's registry makes it."""
    return Times()
