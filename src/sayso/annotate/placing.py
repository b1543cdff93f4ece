"""Where something happened: the literal place that the sentence attaches to a word.

Looked for from the word outward: a place that a preposition hangs on the word itself, then one on its object or subject
nouns, then one that qualifies it ("the Kabul bombing"), then the same for the verb it depends on, then deeper down,
then the place that opens the sentence or follows with no other deed between. What a report's own correspondent saw
happened where it was filed; nothing else is put there, and nothing in a capital because a state did it. Where words are
said is not where what they tell of happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.place_words import type_of, words
from sayso.annotate.surroundings import is_located
from sayso.marks import PlaceMark

_NOUNS = frozenset({"dobj", "obj", "nsubjpass", "nsubj", "attr", "oprd"})
_QUALIFIERS = frozenset({"compound", "poss", "nmod", "amod", "appos", "npadvmod"})
_UPWARD = frozenset(
    {"dobj", "nsubj", "nsubjpass", "pobj", "prep", "conj", "xcomp", "advcl", "pcomp", "relcl", "acl", "attr"}
)
_OTHER_CLAUSES = frozenset({"ccomp", "relcl", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_DEEPEST, _HIGHEST = 4, 6


def place_of(doc: Doc, token: Token) -> PlaceMark | None:
    """The literal place where what ``token`` tells happened, as far as its clause says."""
    places = marks.get_literal_at(doc)
    if not places:
        return None
    word = token
    for _ in range(_HIGHEST):
        around = (mark for mark in _around(word, places) if word.i == token.i or not _is_party(doc, mark))
        if found := next(around, None) or _antecedent(word, places):
            return found
        if word.dep_ not in _UPWARD or word.head.i == word.i:
            break
        word = word.head
    if token.lemma_ in words("saying"):
        return None
    return next(_below(token, places, 0), None) or _in_sentence(token, places) or _witnessed(doc, token)


def _is_party(doc: Doc, mark: PlaceMark) -> bool:
    """Whether a country is what a verb above acts on: a party to it, and no place of what did so."""
    return mark.place.precision == "country" and doc[mark.phrase.head].dep_ in ("dobj", "obj")


def _is_doer(doc: Doc, mark: PlaceMark) -> bool:
    """Whether "by" names with the place who did it: "ties severed by Moscow"."""
    return doc[mark.phrase.head].head.dep_ == "agent"


def _in_sentence(token: Token, places: dict[int, PlaceMark]) -> PlaceMark | None:
    """The place that opens the sentence, else the next one behind the word with no other verb between."""
    sentence, doc = token.sent, token.doc
    found = [places[index] for index in range(sentence.start, sentence.end) if index in places]
    for mark in found:
        start, end = mark.phrase.start, mark.phrase.end
        if mark.place.precision == "country" or not is_located(doc, start, "where") or _is_doer(doc, mark):
            continue
        opening = not any(one.dep_ in _SUBJECTS or one.pos_ == "VERB" for one in doc[sentence.start : start])
        if opening or (token.i < start and not any(one.pos_ == "VERB" for one in doc[token.i + 1 : end])):
            return mark
    return None


def _witnessed(doc: Doc, token: Token) -> PlaceMark | None:
    """The dateline's place for what a correspondent of the report saw: "A correspondent saw jets bomb a market"."""
    dateline = marks.get_report(doc).dateline
    if dateline is None:
        return None
    for above in token.ancestors:
        if above.lemma_ in words("witnessing") and any(
            child.dep_ == "nsubj" and child.lemma_.lower() in words("correspondents") for child in above.lefts
        ):
            held = (mark for mark in marks.get_places(doc) if dateline.span.holds(mark.place.span))
            return next(held, None)
    return None


def _below(word: Token, places: dict[int, PlaceMark], depth: int) -> Iterator[PlaceMark]:
    """The places deeper in the clause: "held two men during a raid to find a smuggler in Tarn"."""
    for child in word.children:
        if child.dep_ not in _OTHER_CLAUSES and depth < _HIGHEST:
            if child.dep_ == "prep" and child.lower_ in words("prepositions.where"):
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
            if child.dep_ == "prep" and child.lower_ in words(f"prepositions.{kind}"):
                yield from _named_by(child, places, 0)
    if word.lemma_ not in words("saying"):
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
        if child.dep_ == "prep" and child.lower_ in words("prepositions.where"):
            yield from _named_by(child, places, 0)
    if noun.dep_ in ("dobj", "obj"):
        yield from _qualifiers(noun, places)


def _qualifiers(noun: Token, places: dict[int, PlaceMark]) -> Iterator[PlaceMark]:
    """The places that stand before a noun, a possessor last: in "Velia's Tarn province" Tarn comes first."""
    own = [child for child in noun.children if child.dep_ in _QUALIFIERS and child.i in places]
    for child in sorted(own, key=lambda child: (child.dep_ == "poss", child.i)):
        if child.dep_ == "appos" or places[child.i].place.precision != "country" or _is_regional(noun):
            yield places[child.i]


def _is_regional(noun: Token) -> bool:
    """Whether what a state has is a part of its land: "Velia's north", not "Velia's army" or "a Velia flag"."""
    return bool(type_of(noun.lower_)) or noun.lower_ in words("sides") or noun.lower_ in words("parts")


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
        elif child.dep_ in ("prep", "conj", "pcomp") and child.lower_ in words("prepositions.where") | {"of"}:
            yield from _named_by(child, places, depth + 1)
