"""Which class of words a noun belongs to: somebody, a place, or a list of the lexicon."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.annotate.happening.lexicon import Classes, lexicon
from sayso.annotate.happening.syntax import complements

_ACTOR_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_PERSONAL = frozenset(
    ["he", "him", "she", "her", "they", "them", "we", "us", "i", "me", "you", "it", "who", "whom", "those", "others"]
)
_PARTITIVES = frozenset(
    ["number", "one", "some", "many", "several", "most", "all", "both", "each", "group", "series", "lot", "dozen", "score",
     "hundred", "thousand", "handful", "couple", "majority", "part", "half", "rest", "none", "few", "pair", "third"]
)  # fmt: skip


def is_somebody(noun: Token) -> bool:
    """Whether the noun can act: a name, a pronoun, a body, a class of persons."""
    if noun.lower_ in _PERSONAL:
        return noun.dep_ != "expl"
    if noun.ent_type_ in _ACTOR_ENTITIES:
        return True
    if noun.lemma_.lower() in lexicon().classes["person"]:
        return True
    if noun.pos_ == "NUM" or noun.lemma_.lower() in _PARTITIVES:
        inner = [part for child in noun.rights if child.lower_ == "of" for part in complements(child)]
        return any(is_somebody(part) for part in inner) if inner else noun.pos_ == "NUM" and noun.ent_type_ != "DATE"
    return noun.pos_ == "PROPN" and not noun.ent_type_


def is_place(noun: Token) -> bool:
    """Whether the noun is a place by name."""
    return noun.ent_type_ in _PLACE_ENTITIES


def belongs(noun: Token, classes: Classes) -> bool:
    """Whether the noun belongs to one of the classes; those with ``!`` in front are forbidden."""
    return any(_belongs(noun, name) for name in classes)


def _belongs(noun: Token, name: str) -> bool:
    if name == "actor":
        return is_somebody(noun)
    if name == "place":
        return is_place(noun)
    if name == "plural":
        return (
            noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("they", "we") or any(c.dep_ == "conj" for c in noun.rights)
        )
    return name == "any" or noun.lemma_.lower() in lexicon().members(name)
