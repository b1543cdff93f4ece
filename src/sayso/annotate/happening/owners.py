"""Whose happening a noun names: "rebel attacks", "their offensive", "responsible for planning raids".

Where the parse hangs a word elsewhere, what stands right before or behind the noun goes first.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.casting.words import words
from sayso.annotate.happening.classes import is_nation, is_somebody
from sayso.annotate.happening.lexicon import lexicon
from sayso.annotate.happening.syntax import complements, is_nobody, surface_subject
from sayso.marks import Phrase

_MODIFIERS = frozenset({"compound", "amod", "nmod", "conj"})
_JOINING = frozenset({"and", "or", "-", "/"})
_UP = frozenset({"pobj", "dobj", "conj", "pcomp", "compound", "prep", "nmod"})
_TO_BLAME = frozenset({"for", "in", "of", "with", "behind", "to", "including"})
_ASTRAY = frozenset({"conj", "appos", "pobj", "ROOT", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST, _HIGHEST = 8, 8


def modifiers(noun: Token) -> list[Token]:
    """Who stands before the noun as its modifier: "army strikes", "Alvanian and Norvian air raids".

    Of the words before one noun that name one party the last is it: "Alvanian army strikes".
    """
    found: list[Token] = []
    for word in reversed(run_before(noun)):
        if not _can_own(word) or _is_half_word(word) or _tells_where(word, noun):
            continue
        if found and found[-1].i == word.i + 1:
            continue
        found.append(word)
    return found[::-1]


def run_before(noun: Token) -> list[Token]:
    """The modifiers right before the noun, in the order of the text."""
    run: list[Token] = []
    for index in range(noun.i - 1, max(noun.i - _LONGEST, noun.sent.start) - 1, -1):
        word = noun.doc[index]
        inside = noun.left_edge.i <= index or word.head == noun
        if not inside or not (word.dep_ in _MODIFIERS or word.lower_ in _JOINING or word.pos_ in ("ADJ", "NUM")):
            break
        run.append(word)
    return run[::-1]


def _can_own(word: Token) -> bool:
    return is_nation(word) or word.lower_ in lexicon().members("assailant") or _is_named(word)


def _is_half_word(word: Token) -> bool:
    """Part of another word: "anti-army", "army-held"; who leads is behind it ("Alvanian-led")."""
    doc, before = word.doc, word.i - 1
    if before > word.sent.start and doc[before].text == "-":
        return True
    return word.i + 2 < len(doc) and doc[word.i + 1].text == "-" and doc[word.i + 2].lower_ != "led"


def _tells_where(word: Token, noun: Token) -> bool:
    """Whether the word says where it is that something was done to: "Alvania market blast"."""
    return any(between.lower_ in words("sites") for between in word.doc[word.i + 1 : noun.i])


def _is_named(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.ent_type_ in ("NORP", "ORG", "PERSON") and word.text[:1].isupper()


def phrase_of(owner: Token) -> Phrase:
    """The phrase of a modifier that owns: what is before it of the same name, and the nation whose it is."""
    start, first = owner.i, owner.sent.start
    while start > first and owner.doc[start].ent_iob_ == "I":
        start -= 1
    if start > first and not is_nation(owner) and is_nation(owner.doc[start - 1]):
        start -= 1
    return Phrase(start, owner.i + 1, owner.i)


def beside(noun: Token) -> list[Token]:
    """Who stands right behind "by" after the noun, wherever the parse hangs it."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(1).lower_ != "by":
        return []
    return [one for one in complements(noun.nbor(1)) if is_somebody(one)]


def right_before(verb: Token) -> list[Token]:
    """The head of the phrase that ends where a finite verb begins, where the parse has it do something else."""
    index = verb.i - 1
    while index > verb.sent.start and (verb.doc[index].dep_ in ("aux", "neg") or verb.doc[index].pos_ == "ADV"):
        index -= 1
    noun = verb.doc[index]
    stands = index >= verb.sent.start and noun.pos_ == "NOUN" and noun.dep_ in _ASTRAY and verb.tag_ in _FINITE
    return [noun] if stands and noun.lemma_ in lexicon().classes["person"] else []


def culprits(noun: Token) -> list[Token]:
    """Who is behind it: "is responsible for attacks", "is suspected of planning raids", "claimed responsibility"."""
    for word in _above(noun):
        if word.lemma_.lower() not in lexicon().members("culpable"):
            continue
        found = _bearer_of_blame(word)
        return [found] if found is not None and is_somebody(found) and not is_nobody(found) else []
    return []


def _above(noun: Token) -> Iterator[Token]:
    """The words that the noun is behind by prepositions of blame, through gerunds and nouns of doing."""
    word = noun
    for _ in range(_HIGHEST):
        if word.dep_ not in _UP or word.head == word:
            return
        if word.dep_ == "prep" and word.lower_ not in _TO_BLAME:
            return
        word = word.head
        yield word


def _bearer_of_blame(word: Token) -> Token | None:
    if word.pos_ in ("VERB", "AUX"):
        return surface_subject(word) if word.tag_ == "VBN" else None
    if word.pos_ in ("NOUN", "PROPN"):
        claimed = word.dep_ == "dobj" and word.head.lemma_ in lexicon().members("claiming")
        owner = next((child for child in word.lefts if child.dep_ == "poss"), None)
        return surface_subject(word.head) if claimed else owner
    if word.dep_ in ("amod", "acl") or word.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return word.head
    return surface_subject(word.head)
