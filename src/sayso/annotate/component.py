"""What every annotating component is: `predict` reads the Doc, `set_annotations` leaves its marks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Generic, TypeVar

from spacy.tokens import Doc

Found = TypeVar("Found")


class Component(ABC, Generic[Found]):
    """One step of reading. ``version`` changes whenever its findings may; ``made_by`` carries it into the record.

    ``model`` is the sha256 of what else its findings hang on: trained weights, a codebook.
    """

    name: ClassVar[str]
    version: ClassVar[str]
    model: str | None = None

    @abstractmethod
    def predict(self, doc: Doc) -> Found:
        """What the component finds; the Doc stays as it is."""

    @abstractmethod
    def set_annotations(self, doc: Doc, found: Found) -> None:
        """Leave what was found on the Doc."""

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.predict(doc))
        return doc
