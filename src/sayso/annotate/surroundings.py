"""What stands around a run of capitalised words, and what it says of whether they name a place."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.annotate.place_words import american_state, type_of, words
from sayso.knowledge.gazetteer import places_named
from sayso.knowledge.place_names import fold
from sayso.knowledge.states import name_of_state
from sayso.model.place import Precision

PLACE_LABELS = frozenset({"GPE", "LOC"})


def is_entity(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a whole entity, a leading article aside."""
    first = doc[start]
    begins = first.ent_iob_ == "B" or (first.ent_iob_ == "I" and doc[start - 1].lower_ == "the")
    inside = all(doc[index].ent_iob_ == "I" for index in range(start + 1, end))
    return begins and inside and (end == len(doc) or doc[end].ent_iob_ != "I")


def is_part(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are part of a longer name."""
    if doc[start].ent_type_ in PLACE_LABELS:
        if not is_entity(doc, start, end):
            return doc[start - 1].lower_ not in words("sides")
        return goes_on(doc, end) and doc[end].ent_type_ in ("", "PERSON") and doc[end - 1].head.i == end
    return goes_on(doc, end) or came_before(doc, start)


def is_located(doc: Doc, start: int, kind: str = "locative") -> bool:
    """Whether a preposition of that kind stands before the name, an article or a side between at most."""
    index = start - 1
    while index >= 0 and index >= start - 2 and (doc[index].lower_ in words("sides") or doc[index].lower_ == "the"):
        index -= 1
    return index >= 0 and doc[index].lower_ in words(f"prepositions.{kind}") and doc[index].pos_ != "PART"


def is_followed(doc: Doc, end: int) -> bool:
    """Whether a word follows that names of places come before: "Tarn residents", "the Tarn-based firm"."""
    if end + 1 < len(doc) and doc[end].text == "-":
        return doc[end + 1].lower_ in ("based", "area", "born")
    return end < len(doc) and doc[end].text in words("followers")


def goes_on(doc: Doc, end: int) -> bool:
    """Whether a capitalised word that is no type of place follows: the name is part of a longer one."""
    if end >= len(doc) or not doc[end - 1].whitespace_:
        return False
    following = doc[end]
    return (
        is_capital(following)
        and following.pos_ == "PROPN"
        and not type_of(following.lower_)
        and following.dep_ != "appos"
    )


def came_before(doc: Doc, start: int) -> bool:
    """Whether a capitalised word that belongs to the same name stands before it."""
    if start == 0 or doc[start].is_sent_start or not doc[start - 1].whitespace_:
        return False
    before = doc[start - 1]
    belongs = before.pos_ == "PROPN" and is_capital(before) and before.lower_ not in words("sides")
    return belongs and (before.head.i == start or before.ent_type_ == doc[start].ent_type_ != "")


def is_anchored(doc: Doc, end: int) -> bool:
    """Whether a comma and the name of a larger place follow: "Tarn, Ohio"."""
    if end + 1 >= len(doc) or doc[end].text != "," or not is_capital(doc[end + 1]):
        return False
    for stop in (end + 4, end + 3, end + 2):
        text = doc[end + 1 : min(stop, len(doc))].text
        if american_state(fold(text)):
            return True
        state = name_of_state(text)
        if (state and state.use == "name") or any(sense.kind == "region" for sense in places_named(text)[:2]):
            return True
    return False


def type_beside(doc: Doc, start: int, end: int) -> Precision | None:
    """What a word beside the name makes of it: "Tarn province", "the town of Tarn"."""
    if end < len(doc) and (after := type_of(doc[end].lower_)) and doc[end - 1].whitespace_:
        return after
    index = start - 1
    if index >= 1 and doc[index].lower_ == "of":
        return type_of(doc[index - 1].lower_)
    return None


def is_capital(token: Token) -> bool:
    """Whether the word begins with a capital."""
    return token.text[0].isupper()


def names_disease(doc: Doc, end: int) -> bool:
    """Whether a word like "virus" follows, an adjective between at most: "Tarn virus", "Tarn hemorrhagic fever"."""
    return any(token.lower_ in words("diseases") for token in doc[end : end + 2])


def joined_to(doc: Doc, start: int) -> int | None:
    """The head of the name that the one at ``start`` is coordinated with: 5 for "Tarn" in "in Orsk and Tarn"."""
    root = doc[start]
    while root.dep_ in ("compound", "nmod") and root.head.i > root.i:
        root = root.head
    return root.head.i if root.dep_ in ("conj", "appos") and root.head.i != root.i else None
