"""Who is known by name, for the reading of one Doc."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from sayso import marks
from sayso.knowledge.directory import Directory


def directory_of(doc: Doc) -> marks.Directory:
    """The directory that was left on the Doc, else the one that sayso comes with."""
    return marks.get_directory(doc) or _shipped()


@cache
def _shipped() -> Directory:
    return Directory()
