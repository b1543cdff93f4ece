"""Toponyms in a text: which runs of capitalised words name places, and how they are used.

A run is looked up in the gazetteer, the longest name first; what stands around it and what spaCy's entity recogniser
thinks of it decide whether it is a place here, a place inside another name ("Tarn Police"), or no place at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from sayso import marks
from sayso.annotate.namesakes import Names, names_of
from sayso.annotate.place_words import american_state, is_area, type_of, words
from sayso.annotate.surroundings import (
    PLACE_LABELS,
    came_before,
    goes_on,
    is_anchored,
    is_capital,
    is_entity,
    is_followed,
    is_located,
    is_part,
    joined_to,
    type_beside,
)
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
    names = names_of(doc)
    found: list[Mention] = []
    doubtful: list[Mention] = []
    for block in marks.get_blocks(doc):
        if block.kind != "repeat":
            for mention, certain in _in_block(doc, block, names):
                (found if certain else doubtful).append(mention)
    found = sorted([*found, *_settled(doc, found, doubtful)], key=_start)
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
    return Mention(start, end, _shown(full), senses, "literal", type_beside(doc, start, end), area=area)


def _start(mention: Mention) -> int:
    return mention.start


def _settled(doc: Doc, found: list[Mention], doubtful: list[Mention]) -> Iterator[Mention]:
    """Of the doubtful names those that are plainly places elsewhere, or stand beside one: "in Orsk and Tarn"."""
    plain = {fold(mention.name) for mention in found if mention.use == "literal" and mention.senses}
    located = {
        doc[one.start : one.end].root.i for one in found if one.use == "literal" and is_located(doc, one.start, "where")
    }
    taken = {index for mention in found for index in range(mention.start, mention.end)}
    for mention in doubtful:
        if not taken.isdisjoint(range(mention.start, mention.end)):
            continue
        if fold(mention.name) in plain:
            yield mention
        elif joined_to(doc, mention.start) in located and doc[mention.start].ent_type_ in ("", *PLACE_LABELS, "FAC"):
            located.add(doc[mention.start : mention.end].root.i)
            yield mention


def _in_block(doc: Doc, block: marks.Block, names: Names) -> Iterator[tuple[Mention, bool]]:
    """The toponyms of a block, each with whether it is certain."""
    index = block.start
    while index < block.end:
        if not is_capital(doc[index]) or doc[index].lower_ == "the":
            index += 1
            continue
        ends = _run_ends(doc, index, block.end)
        read = next((read for end in reversed(ends) if (read := _read(doc, index, end, block, names))), None)
        read = read or _unknown(doc, index, ends, names)
        if read:
            yield read
        index = read[0].end if read and (read[1] or read[0].senses) else index + 1


def _run_ends(doc: Doc, start: int, limit: int) -> list[int]:
    """Where a name that begins at ``start`` can end: behind capitalised words, small words and hyphens between them."""
    ends = [start + 1]
    for index in range(start + 1, min(limit, start + _LONGEST)):
        token, glued = doc[index], not doc[index - 1].whitespace_
        if token.is_sent_start:
            break
        if is_capital(token) and token.lower_ not in words("joining"):
            ends.append(index + 1)
        elif not (token.lower_ in words("joining") or (token.text in _INNER_MARKS and glued)):
            break
    return ends


def _read(doc: Doc, start: int, end: int, block: marks.Block, names: Names) -> tuple[Mention, bool] | None:
    """The name on ``[start, end)`` if it is known, and whether it is certain that it is a place here."""
    text = doc[start:end].text
    folded = fold(text)
    if not folded or (end - start == 1 and (folded in words("seldom") or type_of(folded))):
        return None
    if names.is_disease(doc, start, end):
        return None
    if full := _american(doc, start, end, folded):
        states = tuple(sense for sense in places_named(full) if sense.kind == "region")
        return Mention(start, end, full, states, "literal", "region"), True
    state = name_of_state(text)
    if state and state.use == "demonym" and not (end - start == 1 and doc[start].ent_type_ in PLACE_LABELS):
        country = country_place(state.state.code)
        return Mention(start, end, text, (country,) if country else (), "demonym"), True
    if is_area(folded) and (use := _use_of_area(doc, start, end)):
        return Mention(start, end, _shown(text), places_named(text), use, area=True), True
    full = names.short.get(text)
    senses = places_named(full or text)
    if state and state.use == "name" and (country := country_place(state.state.code)):
        senses = (country, *senses)
    if not senses or (_is_acronym(doc[start:end]) and not (state or full) and block.kind != "dateline"):
        return None
    kind = type_beside(doc, start, end)
    use, certain = _use(doc, start, end, senses, kind, block), True
    if use == "literal" and not kind and senses[0].kind != "country" and folded in names.people:
        use = "literal" if is_located(doc, start, "where") else None
    if use is None and not is_part(doc, start, end) and doc[start].ent_type_ != "PERSON" and folded not in names.people:
        use, certain = "literal", False
    return (Mention(start, end, _shown(full or text), senses, use, kind), certain) if use else None


def _is_acronym(name: Tokens) -> bool:
    return len(name) == 1 and name[0].is_upper and sum(map(str.isalpha, name.text)) <= _LONGEST_ACRONYM


def _unknown(doc: Doc, start: int, ends: list[int], names: Names) -> tuple[Mention, bool] | None:
    """The longest name from ``start`` on that is a place though the gazetteer has it not."""
    if doc[start].lower_ in words("sides") or doc[start].lower_ in names.people:
        return None
    for end in reversed(ends):
        kind = type_beside(doc, start, end)
        if _is_unknown_place(doc, start, end, kind):
            return Mention(start, end, _shown(doc[start:end].text), (), "literal", kind), True
    return _beside(doc, start, ends[-1]) if joined_to(doc, start) is not None else None


def _beside(doc: Doc, start: int, end: int) -> tuple[Mention, bool] | None:
    """A name that nothing is known of and that stands beside another: a place if that is one."""
    plain = all(token.pos_ == "PROPN" and is_capital(token) for token in doc[start:end])
    if not plain or type_of(doc[start].lower_) or goes_on(doc, end) or came_before(doc, start):
        return None
    return Mention(start, end, _shown(doc[start:end].text), (), "literal"), False


def _american(doc: Doc, start: int, end: int, folded: str) -> str | None:
    """The American state that a short form stands for, behind a comma or pointed: "Tarn, Ala.", "a Ky. jail"."""
    if end - start > 1:
        return None
    behind = start > 0 and doc[start - 1].text in (",", "(")
    pointed = doc[start].text.endswith(".") and doc[start].ent_type_ in PLACE_LABELS and len(folded) > 1
    return american_state(folded) if behind or pointed else None


def _use_of_area(doc: Doc, start: int, end: int) -> PlaceUse | None:
    label = doc[start].ent_type_
    if end < len(doc) and goes_on(doc, end) and label not in PLACE_LABELS:
        return "in-name" if label == "ORG" else None
    nominal = end - start <= _LONGEST_AREA and all(
        doc[index].pos_ in {*_NOMINAL, "ADP", "DET"} for index in range(start, end)
    )
    return "literal" if nominal and label != "PERSON" else None


def _use(
    doc: Doc, start: int, end: int, senses: tuple[Toponym, ...], kind: Precision | None, block: marks.Block
) -> PlaceUse | None:
    """How the name on ``[start, end)`` is used, None where it is no place."""
    if (block.kind == "dateline" and start == block.start) or is_anchored(doc, end) or kind:
        return "literal"
    if _is_no_city(doc, start, end) and all(sense.kind in ("city", "capital") for sense in senses):
        return None
    first, label = doc[start], doc[start].ent_type_
    size = max(sense.population for sense in senses)
    known = senses[0].kind in ("country", "area") or size >= _HUGE
    if is_part(doc, start, end):
        apt = known or (not came_before(doc, start) and (size >= _LARGE or label == "ORG"))
        return "in-name" if apt and label != "PERSON" else None
    if (known and first.pos_ in _NOMINAL) or label in PLACE_LABELS:
        return "literal" if label != "PERSON" or senses[0].kind == "country" else None
    located = is_located(doc, start)
    if label == "PERSON":
        return (
            "literal" if located and first.pos_ == "PROPN" and size >= _KNOWN and is_entity(doc, start, end) else None
        )
    certain = first.pos_ == "PROPN" or (first.pos_ in _NOMINAL and not first.is_sent_start and size >= _LARGE)
    told = located or is_followed(doc, end) or (label == "" and is_located(doc, start, "loose"))
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
    placed = doc[start].ent_type_ in PLACE_LABELS
    if kind and not goes_on(doc, end):
        return (placed or is_located(doc, start)) and not came_before(doc, start)
    return placed and is_entity(doc, start, end) and (is_located(doc, start) or doc[end - 1].dep_ not in _ACTING)


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
