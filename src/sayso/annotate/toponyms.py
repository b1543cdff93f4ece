"""Toponyms in a text: which runs of capitalised words name places, and how they are used.

A run is looked up in the gazetteer, the longest name first; what stands around it and what spaCy's entity recogniser
thinks of it decide whether it is a place here, a place inside another name ("Tarn Police"), or no place at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads
from typing import Any, cast

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso import marks
from sayso.knowledge.gazetteer import Toponym, country_place, places_named
from sayso.knowledge.place_names import fold
from sayso.knowledge.states import name_of_state
from sayso.model.place import PlaceUse, Precision

_LONGEST, _LONGEST_AREA, _LONGEST_ACRONYM = 6, 4, 4
_INNER_MARKS = frozenset("-–'’")
_KNOWN, _LARGE, _HUGE = 1_000, 100_000, 1_000_000
_ACTING = frozenset({"nsubj", "nsubjpass", "compound", "poss"})
_QUALIFYING = frozenset({"compound", "nmod", "amod", "poss", "npadvmod"})
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
_PLACE_LABELS = frozenset({"GPE", "LOC"})


@dataclass(slots=True)
class Mention:
    """A toponym on the tokens ``[start, end)``, what it can mean, and what its surroundings say of it.

    ``type`` is the precision that a word beside it gives ("province"); ``within`` the mention of what it lies in
    ("Herat, Afghanistan"). ``area`` says that its own words make it a sea, a valley or the like.
    """

    start: int
    end: int
    name: str
    senses: tuple[Toponym, ...]
    use: PlaceUse
    type: Precision | None = None
    within: Mention | None = None
    area: bool = False
    chosen: Toponym | None = field(default=None)


def find_toponyms(doc: Doc) -> list[Mention]:
    """The toponyms of the Doc, in its order, repeated blocks left out.

    A name that is plainly a place once is one wherever the report uses it by itself.
    """
    people = _surnames(doc)
    found: list[Mention] = []
    doubtful: list[Mention] = []
    for block in marks.get_blocks(doc):
        if block.kind != "repeat":
            for mention, certain in _in_block(doc, block, people):
                (found if certain else doubtful).append(mention)
    plain = {fold(mention.name) for mention in found if mention.use == "literal" and mention.senses}
    found = sorted([*found, *(mention for mention in doubtful if fold(mention.name) in plain)], key=_start)
    for before, mention in pairwise(found):
        if _lies_in(doc, before, mention):
            before.within = mention
    return found


def mention_at(doc: Doc, start: int, end: int) -> Mention:
    """A toponym on ``[start, end)`` by decree: whatever its surroundings say, with all that its name can mean."""
    text = doc[start:end].text.removeprefix("the ")
    state = name_of_state(text)
    country = country_place(state.state.code) if state and state.use != "capital" else None
    full = _american(doc, start, end, fold(text)) or text
    senses = (*([country] if country else []), *places_named(full))
    area = is_area(fold(text)) if fold(text) else False
    return Mention(start, end, _shown(full), senses, "literal", _type_beside(doc, start, end), area=area)


def _start(mention: Mention) -> int:
    return mention.start


def _surnames(doc: Doc) -> frozenset[str]:
    """The last words of the persons' names of two words and more."""
    return frozenset(person[-1].lower_ for person in doc.ents if person.label_ == "PERSON" and len(person) > 1)


def _in_block(doc: Doc, block: marks.Block, people: frozenset[str]) -> Iterator[tuple[Mention, bool]]:
    """The toponyms of a block, each with whether it is certain."""
    index = block.start
    while index < block.end:
        if not _is_capital(doc[index]) or doc[index].lower_ == "the":
            index += 1
            continue
        ends = _run_ends(doc, index, block.end)
        read = next((read for end in reversed(ends) if (read := _read(doc, index, end, block, people))), None)
        read = read or _unknown(doc, index, ends, people)
        if read:
            yield read
        index = read[0].end if read else index + 1


def _run_ends(doc: Doc, start: int, limit: int) -> list[int]:
    """Where a name that begins at ``start`` can end: behind capitalised words, small words and hyphens between them."""
    ends = [start + 1]
    for index in range(start + 1, min(limit, start + _LONGEST)):
        token, glued = doc[index], not doc[index - 1].whitespace_
        if token.is_sent_start:
            break
        if _is_capital(token) and token.lower_ not in words("joining"):
            ends.append(index + 1)
        elif not (token.lower_ in words("joining") or (token.text in _INNER_MARKS and glued)):
            break
    return ends


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _read(doc: Doc, start: int, end: int, block: marks.Block, people: frozenset[str]) -> tuple[Mention, bool] | None:
    """The name on ``[start, end)`` if it is known, and whether it is certain that it is a place here."""
    text = doc[start:end].text
    folded = fold(text)
    if not folded or (end - start == 1 and (folded in words("seldom") or type_of(folded))):
        return None
    if full := _american(doc, start, end, folded):
        states = tuple(sense for sense in places_named(full) if sense.kind == "region")
        return Mention(start, end, full, states, "literal", "region"), True
    state = name_of_state(text)
    if state and state.use == "demonym" and not (end - start == 1 and doc[start].ent_type_ in _PLACE_LABELS):
        country = country_place(state.state.code)
        return Mention(start, end, text, (country,) if country else (), "demonym"), True
    if is_area(folded) and (use := _use_of_area(doc, start, end)):
        return Mention(start, end, _shown(text), places_named(text), use, area=True), True
    senses = places_named(text)
    if state and state.use == "name" and (country := country_place(state.state.code)):
        senses = (country, *senses)
    if not senses or (_is_acronym(doc[start:end]) and not state and block.kind != "dateline"):
        return None
    kind = _type_beside(doc, start, end)
    use, certain = _use(doc, start, end, senses, kind, block), True
    if use == "literal" and not kind and senses[0].kind != "country" and folded in people:
        use = "literal" if _is_located(doc, start, "where") else None
    if use is None and not _is_part(doc, start, end) and doc[start].ent_type_ != "PERSON" and folded not in people:
        use, certain = "literal", False
    return (Mention(start, end, _shown(text), senses, use, kind), certain) if use else None


def _is_acronym(name: Tokens) -> bool:
    return len(name) == 1 and name[0].is_upper and sum(map(str.isalpha, name.text)) <= _LONGEST_ACRONYM


def _unknown(doc: Doc, start: int, ends: list[int], people: frozenset[str]) -> tuple[Mention, bool] | None:
    """The longest name from ``start`` on that is a place though the gazetteer has it not."""
    if doc[start].lower_ in words("sides") or doc[start].lower_ in people:
        return None
    for end in reversed(ends):
        kind = _type_beside(doc, start, end)
        if _is_unknown_place(doc, start, end, kind):
            return Mention(start, end, _shown(doc[start:end].text), (), "literal", kind), True
    return None


def _american(doc: Doc, start: int, end: int, folded: str) -> str | None:
    """The American state that a short form stands for, behind a comma or pointed: "Tarn, Ala.", "a Ky. jail"."""
    if end - start > 1:
        return None
    behind = start > 0 and doc[start - 1].text in (",", "(")
    pointed = doc[start].text.endswith(".") and doc[start].ent_type_ in _PLACE_LABELS and len(folded) > 1
    return cast("str | None", _lexicon()["us_states"].get(folded.replace(" ", ""))) if behind or pointed else None


def is_area(folded: str) -> bool:
    """Whether a folded name is that of a sea, a valley or the like."""
    parts = folded.split()
    if folded.removeprefix("the ") in words("areas.named"):
        return True
    if len(parts) < 2:
        return False
    return (
        parts[-1] in words("areas.last")
        or parts[0] in words("areas.first")
        or " ".join(parts[:2]) in words("areas.first")
    )


def is_water(name: str) -> bool:
    """Whether the name is that of a sea or the like, or of an area that holds many countries."""
    parts = fold(name).split()
    return fold(name).removeprefix("the ") in words("areas.named") or not {parts[0], parts[-1]}.isdisjoint(
        words("areas.waters")
    )


def _use_of_area(doc: Doc, start: int, end: int) -> PlaceUse | None:
    label = doc[start].ent_type_
    if end < len(doc) and _goes_on(doc, end) and label not in _PLACE_LABELS:
        return "in-name" if label == "ORG" else None
    nominal = end - start <= _LONGEST_AREA and all(
        doc[index].pos_ in {*_NOMINAL, "ADP", "DET"} for index in range(start, end)
    )
    return "literal" if nominal and label != "PERSON" else None


def _use(
    doc: Doc, start: int, end: int, senses: tuple[Toponym, ...], kind: Precision | None, block: marks.Block
) -> PlaceUse | None:
    """How the name on ``[start, end)`` is used, None where it is no place."""
    if (block.kind == "dateline" and start == block.start) or _anchored(doc, end) or kind:
        return "literal"
    if _is_no_city(doc, start, end) and all(sense.kind in ("city", "capital") for sense in senses):
        return None
    first, label = doc[start], doc[start].ent_type_
    size = max(sense.population for sense in senses)
    known = senses[0].kind in ("country", "area") or size >= _HUGE
    if _is_part(doc, start, end):
        apt = known or (not _came_before(doc, start) and (size >= _LARGE or label == "ORG"))
        return "in-name" if apt and label != "PERSON" else None
    if (known and first.pos_ in _NOMINAL) or label in _PLACE_LABELS:
        return "literal" if label != "PERSON" or senses[0].kind == "country" else None
    located = _is_located(doc, start)
    if label == "PERSON":
        return (
            "literal" if located and first.pos_ == "PROPN" and size >= _KNOWN and _is_entity(doc, start, end) else None
        )
    certain = first.pos_ == "PROPN" or (first.pos_ in _NOMINAL and not first.is_sent_start and size >= _LARGE)
    told = located or _is_followed(doc, end) or (label == "" and _is_located(doc, start, "loose"))
    return "literal" if certain and (told or (size >= _LARGE and label in ("", "FAC", "ORG"))) else None


def _is_no_city(doc: Doc, start: int, end: int) -> bool:
    """Whether an article stands before the name and no noun behind it: towns have none."""
    return start > 0 and doc[start - 1].lower_ == "the" and doc[end - 1].dep_ not in _QUALIFYING


def _is_unknown_place(doc: Doc, start: int, end: int, kind: Precision | None) -> bool:
    """Whether a name that the gazetteer has not is a place by its surroundings or to the entity recogniser."""
    if any(doc[index].lower_ in ("and", "the") for index in range(start, end)):
        return False
    if doc[start].pos_ != "PROPN" or doc[end - 1].pos_ != "PROPN" or (doc[start].is_upper and len(doc[start]) < 6):
        return False
    placed = doc[start].ent_type_ in _PLACE_LABELS
    if kind and not _goes_on(doc, end):
        return (placed or _is_located(doc, start)) and not _came_before(doc, start)
    return placed and _is_entity(doc, start, end) and (_is_located(doc, start) or doc[end - 1].dep_ not in _ACTING)


def _is_part(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are part of a longer name."""
    if doc[start].ent_type_ in _PLACE_LABELS:
        if not _is_entity(doc, start, end):
            return doc[start - 1].lower_ not in words("sides")
        return _goes_on(doc, end) and doc[end].ent_type_ in ("", "PERSON") and doc[end - 1].head.i == end
    return _goes_on(doc, end) or _came_before(doc, start)


def _is_entity(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a whole entity, a leading article aside."""
    first = doc[start]
    begins = first.ent_iob_ == "B" or (first.ent_iob_ == "I" and doc[start - 1].lower_ == "the")
    inside = all(doc[index].ent_iob_ == "I" for index in range(start + 1, end))
    return begins and inside and (end == len(doc) or doc[end].ent_iob_ != "I")


def _is_located(doc: Doc, start: int, kind: str = "locative") -> bool:
    """Whether a preposition of that kind stands before the name, an article or a side between at most."""
    index = start - 1
    while index >= 0 and index >= start - 2 and (doc[index].lower_ in words("sides") or doc[index].lower_ == "the"):
        index -= 1
    return index >= 0 and doc[index].lower_ in words(f"prepositions.{kind}") and doc[index].pos_ != "PART"


def _is_followed(doc: Doc, end: int) -> bool:
    """Whether a word follows that names of places come before: "Tarn residents", "the Tarn-based firm"."""
    if end + 1 < len(doc) and doc[end].text == "-":
        return doc[end + 1].lower_ in ("based", "area", "born")
    return end < len(doc) and doc[end].text in words("followers")


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a capitalised word that is no type of place follows: the name is part of a longer one."""
    if end >= len(doc) or not doc[end - 1].whitespace_:
        return False
    following = doc[end]
    return (
        _is_capital(following)
        and following.pos_ == "PROPN"
        and not type_of(following.lower_)
        and following.dep_ != "appos"
    )


def _came_before(doc: Doc, start: int) -> bool:
    if start == 0 or doc[start].is_sent_start or not doc[start - 1].whitespace_:
        return False
    before = doc[start - 1]
    belongs = before.pos_ == "PROPN" and _is_capital(before) and before.lower_ not in words("sides")
    return belongs and (before.head.i == start or before.ent_type_ == doc[start].ent_type_ != "")


def _anchored(doc: Doc, end: int) -> bool:
    """Whether a comma and the name of a larger place follow: "Tarn, Ohio"."""
    if end + 1 >= len(doc) or doc[end].text != "," or not _is_capital(doc[end + 1]):
        return False
    for stop in (end + 4, end + 3, end + 2):
        text = doc[end + 1 : min(stop, len(doc))].text
        if fold(text).replace(" ", "") in _lexicon()["us_states"]:
            return True
        state = name_of_state(text)
        if (state and state.use == "name") or any(sense.kind == "region" for sense in places_named(text)[:2]):
            return True
    return False


def _type_beside(doc: Doc, start: int, end: int) -> Precision | None:
    """What a word beside the name makes of it: "Tarn province", "the town of Tarn"."""
    if end < len(doc) and (after := type_of(doc[end].lower_)) and doc[end - 1].whitespace_:
        return after
    index = start - 1
    if index >= 1 and doc[index].lower_ == "of":
        return type_of(doc[index - 1].lower_)
    return None


@cache
def type_of(word: str) -> Precision | None:
    """The precision that ``word`` gives to the name beside it."""
    types = cast("dict[Precision, list[str]]", _lexicon()["types"])
    return next((precision for precision, listed in types.items() if word in listed), None)


def _lies_in(doc: Doc, inner: Mention, outer: Mention) -> bool:
    """Whether the words between two mentions put the first into the second: "Tarn, Ohio", "Tarn district in Ohio"."""
    between = [token.lower_ for token in doc[inner.end : outer.start]]
    if outer.use == "demonym" or len(between) > 3:
        return False
    rest = [word for word in between if not type_of(word) and word != "the"]
    if rest not in (
        [","],
        ["in"],
        ["of"],
        [
            "(",
        ],
        [",", "in"],
    ):
        return False
    return rest == [","] or inner.use == "literal"


def _shown(text: str) -> str:
    letters = [letter for letter in text if letter.isalpha()]
    return text.title() if len(letters) > 4 and text.isupper() else text


@cache
def words(name: str) -> frozenset[str]:
    """A list of `lexicon/places.toml`: ``seldom``, ``areas.last`` …"""
    table, _, key = name.rpartition(".")
    return frozenset(_lexicon()[table or "words"][key])


@cache
def weights() -> dict[str, float]:
    """What each feature of a place weighs in the choice among namesakes."""
    return cast("dict[str, float]", _lexicon()["weights"])


@cache
def relations() -> dict[str, str]:
    """The relation that words before a name state, longest words first."""
    pairs = [(words_, name) for name, listed in _lexicon()["relations"].items() for words_ in listed]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _lexicon() -> dict[str, Any]:
    return loads(files("sayso.annotate").joinpath("lexicon/places.toml").read_text(encoding="utf-8"))
