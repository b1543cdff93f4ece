"""Standing: how far a source can be held to what it says, and how an unnamed one is described."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.marks import Phrase
from sayso.model import Actor
from sayso.model.statement import Standing

FIRST_MENTIONS = 24
"""How many mentions of an actor are looked at: a report describes its sources when it brings them in."""


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists about sources."""

    spokespersons: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    agencies: frozenset[str]
    bare: frozenset[str]
    institutions: frozenset[str]
    plural_persons: frozenset[str]
    reasons: frozenset[str]
    positions: frozenset[str]
    numbers: dict[str, int]


@cache
def source_words() -> Words:
    """The lists, read once."""
    data = tomllib.loads(files("sayso.annotate").joinpath("lexicon/standing.toml").read_text(encoding="utf-8"))
    numbers = data.pop("numbers")
    return Words(numbers=numbers, **{name: frozenset(listed) for name, listed in data.items()})


def standing_of(doc: Doc, source: Phrase | None, actor: Actor | None) -> Standing:
    """The standing of the source, by its own words and by all that the report says of its actor."""
    if source is None:
        return "none"
    words = source_words()
    mentions = _mentions(doc, source, actor)
    if any(doc[index].lower_ in words.spokespersons for start, end in mentions for index in range(start, end)):
        return "spokesperson"
    head = doc[source.head]
    if (actor is not None and actor.kind == "media") or _is_outlet(head):
        return "media"
    if head.lower_ in words.documents:
        return "document"
    if head.lower_ == "one" and any(child.lower_ == "of" for child in head.children):
        return "unnamed"
    if _names_person(doc, source):
        return "named"
    return _by_words(head) if actor is None else _of_actor(doc, source, actor)


def _is_outlet(head: Token) -> bool:
    """Whether the head is a word for an outlet: an agency is one unless it is an aid agency or the like."""
    words = source_words()
    aims = {child.lower_.replace(".", "") for child in head.lefts} if head.lower_ == "agency" else set()
    return head.pos_ == "NOUN" and head.lower_ in words.media and not aims & words.agencies


def _of_actor(doc: Doc, source: Phrase, actor: Actor) -> Standing:
    """A body that is described and not named is known all the same, unless it is any such body: "a rebel group"."""
    if actor.standing == "unnamed" and actor.kind not in ("person", "people"):
        return "collective" if doc[source.start].lower_ in ("a", "an") else "named"
    return actor.standing


def _names_person(doc: Doc, source: Phrase) -> bool:
    """Whether the phrase or what stands in apposition to it is a person's name: "his coach, Ann Bole"."""
    if doc[source.head].pos_ not in ("NOUN", "PROPN"):
        return False
    beside = _beside(doc, source)
    told = any(token.ent_type_ == "PERSON" and token.pos_ == "PROPN" for token in (doc[source.head], *beside))
    return told or _ends_in_name(doc, source)


def _beside(doc: Doc, source: Phrase) -> list[Token]:
    """What stands in apposition to the source: not what a speaker's label and its colon come before."""
    is_label = source.end < len(doc) and doc[source.end].text == ":"
    beside = (child for child in doc[source.head].children if child.dep_ in ("appos", "compound"))
    return [child for child in beside if child.i < source.end or not is_label]


def _ends_in_name(doc: Doc, source: Phrase) -> bool:
    """Whether a name closes the phrase that no preposition governs: "Chief of the Harbour Guard Ann Bole"."""
    start = source.end
    while start > source.start and doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    return source.start < start < source.end and doc[start - 1].pos_ in ("NOUN", "PROPN")


def _by_words(head: Token) -> Standing:
    if head.pos_ == "PROPN":
        return "named"
    if head.pos_ == "PRON" or head.pos_ not in ("NOUN", "ADJ", "NUM", "DET"):
        return "none"
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in source_words().plural_persons:
        return "collective"
    return "unnamed"


def _mentions(doc: Doc, source: Phrase, actor: Actor | None) -> list[tuple[int, int]]:
    """The token runs of the source and of its actor's mentions, with what stands in apposition to the source."""
    runs = [(source.start, source.end)]
    runs += [(child.i, child.i + 1) for child in _beside(doc, source)]
    for span in actor.mentions[:FIRST_MENTIONS] if actor is not None and actor.kind == "person" else ():
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None:
            runs.append((tokens.start, tokens.end))
    return runs


def actor_of(doc: Doc, source: Phrase | None, by_id: dict[str, Actor]) -> Actor | None:
    """The actor that the source stands for."""
    if source is None:
        return None
    return by_id.get(marks.get_cast(doc).actor_of.get(source.head, ""))
