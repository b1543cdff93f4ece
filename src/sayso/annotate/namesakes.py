"""What else the capitalised words of a report name, and what its short forms stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.annotate.place_words import words
from sayso.annotate.surroundings import is_anchored, is_capital, is_located, names_disease, type_beside
from sayso.knowledge.gazetteer import places_named
from sayso.knowledge.place_names import fold
from sayso.knowledge.states import name_of_state

_BRACKETED = re.compile(r"((?:[A-Z][\w'’-]*\s+){2,5})\(([A-Z]{2,5})\)")


@dataclass(frozen=True, slots=True)
class Names:
    """Surnames of the report's people and names of diseases, folded; the places that its own acronyms stand for."""

    people: frozenset[str]
    diseases: frozenset[str]
    short: dict[str, str]

    def is_disease(self, doc: Doc, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is the name of a disease, and nothing beside it makes it a place all the same."""
        if not self.diseases:
            return False
        text = doc[start:end].text
        if fold(text) not in self.diseases or name_of_state(text):
            return False
        placed = is_anchored(doc, end) or type_beside(doc, start, end) or is_located(doc, start, "where")
        return names_disease(doc, end) or not placed


def names_of(doc: Doc) -> Names:
    """The names of a report, by spaCy's entities and by the words behind them."""
    people = frozenset(person[-1].lower_ for person in doc.ents if person.label_ == "PERSON" and len(person) > 1)
    return Names(people, frozenset(_diseases(doc)), dict(_acronyms(doc.text)))


def _diseases(doc: Doc) -> Iterator[str]:
    """The names that stand before a word like "virus", of one word and of two."""
    for token in doc:
        if token.lower_ in words("diseases"):
            for last in range(max(0, token.i - 2), token.i):
                if is_capital(doc[last]):
                    yield from (fold(doc[start : last + 1].text) for start in (last, last - 1) if start >= 0)


def _acronyms(text: str) -> list[tuple[str, str]]:
    """ "New South Wales (NSW)": the acronyms that stand in brackets behind the place whose initials they are."""
    found = []
    for match in _BRACKETED.finditer(text):
        full = " ".join(match[1].split()[-len(match[2]) :])
        if "".join(word[0] for word in full.split()) == match[2] and places_named(full):
            found.append((match[2], full))
    return found
