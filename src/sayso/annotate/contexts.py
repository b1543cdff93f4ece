"""Contexts: what a report is about, in PLOVER's 37 (Open Event Data Alliance, 2021), by the words that it uses."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component

_LENGTHS = (100, 400)
"""Tokens up to which one, and up to which two words of a context make it the report's; beyond them it takes three."""
_NARROWER = frozenset({"trafficking", "corruption", "illegal_drugs"})


class Contexts(Component[tuple[str, ...]]):
    """Counts the words of each context; how many make it the report's depends on its length."""

    name = "sayso_contexts"
    version = "2"

    def predict(self, doc: Doc) -> tuple[str, ...]:
        table = _contexts_of()
        found: Counter[str] = Counter()
        for sentence in marks.sentences(doc):
            before: list[str] = []
            for token in sentence:
                words = {token.lower_, token.lemma_.lower()}
                entries = {*words, *(f"{start}_{word}" for start in before for word in words)}
                found.update({context for entry in entries for context in table.get(entry, ())})
                before = [*words, *(f"{start}_{word}" for start in before for word in words if "_" not in start)]
        enough = 1 + sum(len(doc) > length for length in _LENGTHS)
        told = {context for context, count in found.items() if count >= enough}
        return tuple(sorted(told - {"crime"} if told & _NARROWER else told))

    def set_annotations(self, doc: Doc, found: tuple[str, ...]) -> None:
        marks.set_contexts(doc, found)


@cache
def _contexts_of() -> Mapping[str, tuple[str, ...]]:
    """The contexts that each entry of the lexicon tells."""
    text = files("sayso.annotate").joinpath("lexicon", "contexts.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = {}
    for context, entries in tomllib.loads(text).items():
        for entry in entries.split():
            table.setdefault(entry, []).append(context)
    return {entry: tuple(contexts) for entry, contexts in table.items()}


@Language.factory("sayso_contexts", assigns=["doc._.sayso_contexts"], requires=["doc._.sayso_report"])
def make_contexts(nlp: Language, name: str) -> Contexts:
    """The component, as spaCy's registry makes it."""
    return Contexts()
