"""Which class of words a noun belongs to: somebody, a place, or a list of the lexicon."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.annotate.happening.lexicon import Classes, lexicon
from sayso.annotate.happening.syntax import complements
from sayso.knowledge.roles import role_of
from sayso.knowledge.states import name_of_state

_ACTOR_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_PERSONAL = frozenset(
    [
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "we",
        "us",
        "i",
        "me",
        "you",
        "it",
        "who",
        "whom",
        "those",
        "others",
        "his",
        "their",
        "its",
        "our",
        "my",
    ]
)
_PARTITIVES = frozenset(
    ["number", "one", "some", "many", "several", "most", "all", "both", "each", "group", "series", "lot", "dozen",
     "score", "hundred", "thousand", "handful", "couple", "majority", "part", "half", "third", "quarter", "rest", "ton",
     "tonne", "none", "few", "pair"]
)  # fmt: skip


def is_somebody(noun: Token) -> bool:
    """Whether the noun can act: a name, a pronoun, a body, a class of persons."""
    if noun.lower_ in _PERSONAL:
        return noun.dep_ != "expl"
    if noun.ent_type_ in _MEASURES or _is_condition(noun):
        return False
    if noun.ent_type_ in _ACTOR_ENTITIES:
        return True
    lemma = noun.lemma_.lower()
    if lemma in lexicon().classes["person"] or role_of(lemma) is not None:
        return True
    if lemma in lexicon().classes["force"]:
        owning = lexicon().members("assailant")
        return any(child.dep_ in _MODIFIERS and (is_nation(child) or child.lower_ in owning) for child in noun.lefts)
    if noun.pos_ == "NUM" or noun.lemma_.lower() in _PARTITIVES:
        inner = [part for child in noun.rights if child.lower_ == "of" for part in complements(child)]
        return any(is_somebody(part) for part in inner) if inner else noun.pos_ == "NUM"
    return noun.pos_ == "PROPN" and not noun.ent_type_


def _is_condition(noun: Token) -> bool:
    """The state of "a state of emergency", which is none."""
    behind = [part.lemma_ for child in noun.rights if child.lower_ == "of" for part in complements(child)]
    return noun.lemma_.lower() == "state" and bool(lexicon().members("condition").intersection(behind))


def counted(noun: Token) -> Token | None:
    """Those whom a word of number or quantity counts: the villagers in "thousands of villagers"."""
    if noun.pos_ != "NUM" and noun.lemma_.lower() not in _PARTITIVES:
        return None
    inner = [part for child in noun.rights if child.lower_ == "of" for part in complements(child)]
    return inner[0] if inner else None


def is_nation(modifier: Token) -> bool:
    """Whether a noun's modifier says whose it is: a state, a people, a body or a person by name, and no mere town."""
    if not modifier.text[:1].isupper():
        return False
    named = name_of_state(modifier.text)
    if named is not None:
        return named.use != "capital"
    return modifier.pos_ == "PROPN" and modifier.ent_type_ in ("NORP", "ORG", "PERSON")


def is_place(noun: Token) -> bool:
    """Whether the noun is a place by name."""
    return noun.ent_type_ in _PLACE_ENTITIES


def belongs(noun: Token, classes: Classes) -> bool:
    """Whether the noun belongs to one of the classes; those with ``!`` in front are forbidden."""
    inner = counted(noun)
    return any(_belongs(noun, name) or (inner is not None and _belongs(inner, name)) for name in classes)


def _belongs(noun: Token, name: str) -> bool:
    if name == "actor":
        return is_somebody(noun)
    if name == "place":
        return is_place(noun)
    if name == "named":
        return noun.ent_type_ == "PERSON"
    if name == "plural":
        return (
            noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("they", "we") or any(c.dep_ == "conj" for c in noun.rights)
        )
    return name == "any" or noun.lemma_.lower() in lexicon().members(name)
