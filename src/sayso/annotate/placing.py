"""Where something happened: the literal place that the sentence attaches to a word.

Looked for from the word outward: a place that a preposition hangs on the word itself, then one on its object or subject
nouns, then one that qualifies it ("the Kabul bombing"), then the same for the verb it depends on, then deeper down.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from tomllib import loads

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.marks import PlaceMark

_NOUNS = frozenset({"dobj", "obj", "nsubjpass", "nsubj", "attr", "oprd"})
_QUALIFIERS = frozenset({"compound", "poss", "nmod", "amod", "appos", "npadvmod"})
_UPWARD = frozenset(
    {"dobj", "nsubj", "nsubjpass", "pobj", "prep", "conj", "xcomp", "advcl", "pcomp", "relcl", "acl", "attr"}
)
_OTHER_CLAUSES = frozenset({"ccomp", "relcl", "parataxis"})
_DEEPEST, _HIGHEST = 4, 6


def place_of(doc: Doc, token: Token) -> PlaceMark | None:
    """The literal place where what ``token`` tells happened, as far as its clause says."""
    places = marks.get_literal_at(doc)
    if not places:
        return None
    word = token
    for _ in range(_HIGHEST):
        if found := next(_around(word, places), None) or _antecedent(word, places):
            return found
        if word.dep_ not in _UPWARD or word.head.i == word.i:
            break
        word = word.head
    return next(_below(token, places, 0), None)


def _below(word: Token, places: dict[int, PlaceMark], depth: int) -> Iterator[PlaceMark]:
    """The places deeper in the clause: "held two men during a raid to find a smuggler in Tarn"."""
    for child in word.children:
        if child.dep_ not in _OTHER_CLAUSES and depth < _HIGHEST:
            if child.dep_ == "prep" and child.lower_ in _prepositions("where"):
                yield from _named_by(child, places, 0)
            yield from _below(child, places, depth + 1)


def _antecedent(verb: Token, places: dict[int, PlaceMark]) -> PlaceMark | None:
    """The place that "where" stands for: in "Tarn, near Orsk, where it began" the one that is near the other."""
    if verb.dep_ != "relcl" or not any(child.lower_ == "where" for child in verb.children):
        return None
    noun = verb.head
    found = places.get(noun.i)
    while found and found.place.relation == "near" and noun.dep_ == "pobj" and noun.head.head.i in places:
        noun = noun.head.head
        found = places[noun.i]
    return found


def _around(word: Token, places: dict[int, PlaceMark]) -> Iterator[PlaceMark]:
    for kind in ("where", "whither", "whence"):
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ in _prepositions(kind):
                yield from _named_by(child, places, 0)
    for child in word.children:
        if child.dep_ in _NOUNS:
            yield from _located(child, places)
        elif child.dep_ == "prep":
            for noun in child.children:
                yield from _located(noun, places)
    yield from _qualifiers(word, places)


def _located(noun: Token, places: dict[int, PlaceMark]) -> Iterator[PlaceMark]:
    """The place that ``noun`` lies in, or that it is where it is an object: "shelled the Tarn district"."""
    if noun.i in places and noun.dep_ in ("dobj", "obj"):
        yield places[noun.i]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _prepositions("where"):
            yield from _named_by(child, places, 0)
    if noun.dep_ in ("dobj", "obj"):
        yield from _qualifiers(noun, places)


def _qualifiers(noun: Token, places: dict[int, PlaceMark]) -> Iterator[PlaceMark]:
    """The places that stand before a noun, a possessor last: in "Velia's Tarn province" Tarn comes first."""
    own = [child for child in noun.children if child.dep_ in _QUALIFIERS and child.i in places]
    yield from (places[child.i] for child in sorted(own, key=lambda child: (child.dep_ == "poss", child.i)))


def _named_by(preposition: Token, places: dict[int, PlaceMark], depth: int) -> Iterator[PlaceMark]:
    """The places that a preposition's nouns are or name: "in the town of Tarn", "in and around Tarn"."""
    if depth > _DEEPEST:
        return
    for child in preposition.children:
        if child.dep_ in ("pobj", "conj", "appos") and child.pos_ in ("PROPN", "NOUN"):
            if child.i in places:
                yield places[child.i]
            yield from _qualifiers(child, places)
            yield from _named_by(child, places, depth + 1)
        elif child.dep_ in ("prep", "conj", "pcomp") and child.lower_ in _prepositions("where") | {"of"}:
            yield from _named_by(child, places, depth + 1)


@cache
def _prepositions(kind: str) -> frozenset[str]:
    table = loads(files("sayso.annotate").joinpath("lexicon/places.toml").read_text(encoding="utf-8"))
    return frozenset(table["prepositions"][kind])
