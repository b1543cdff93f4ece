"""Nouns and adjectives of attribution: "the claim that", "X's promise to", "warnings from X that", "is sure that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.annotate.attribution.contents import Argument, prepositional
from sayso.annotate.attribution.cues import Cue, cues
from sayso.annotate.attribution.draft import Draft, subtree
from sayso.annotate.attribution.sources import source_phrase, speaker, subject
from sayso.marks import Phrase


def noun_drafts(sentence: Tokens) -> Iterator[Draft]:
    """A draft for each noun or adjective of the lexicon that has a content."""
    nouns, adjectives = cues().nouns, cues().adjectives
    for token in sentence:
        if token.pos_ == "NOUN":
            cue = nouns.get(token.lemma_)
        elif is_predicate(token):
            cue = adjectives.get(token.lemma_)
        else:
            continue
        if cue is not None:
            draft = _draft(token, cue)
            if draft is not None:
                yield draft


def is_predicate(token: Token) -> bool:
    """Whether the token is an adjective that says something of someone: "is sure that", "sure that"."""
    return token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "advcl", "amod")


def _draft(token: Token, cue: Cue) -> Draft | None:
    found = max(complements(token), key=lambda argument: cue.with_content(argument.pattern), default=None)
    return None if found is None else draft_of(token, cue, found)


def draft_of(token: Token, cue: Cue, found: Argument) -> Draft:
    """The draft of the noun or adjective with that content."""
    who = _owner(token) if token.pos_ == "NOUN" else _holder(token)
    governs = found.preposition is not None and found.preposition.i == token.i + 1
    return Draft(
        anchor=token.i,
        source=source_phrase(who) if who is not None else None,
        cue=[Phrase(token.i, token.i + 2 if governs else token.i + 1, token.i)],
        content=found.runs,
        pattern=found.pattern,
        strength=cue.with_content(found.pattern),
        stance=cue.stance,
    )


def complements(token: Token) -> Iterator[Argument]:
    """The clauses and prepositional phrases of the noun or adjective that may be what was said."""
    for child in token.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and _is_that(child):
            yield Argument("that", [subtree(child)])
        elif child.dep_ in ("acl", "xcomp") and child.tag_ == "VB":
            yield Argument("to", [subtree(child)])
        elif child.dep_ == "prep" and child.lower_ in cues().words["prepositions"]:
            yield from prepositional(child)


def _is_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: its possessor, who it comes from, or the subject of the verb that it is the object of.

    Who denies or cites a claim is not who makes it.
    """
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ not in cues().words["disowning"]:
        return speaker(verb)
    return None


def _holder(adjective: Token) -> Token | None:
    verb = adjective.head
    return subject(verb) or speaker(verb) if verb.pos_ in ("AUX", "VERB") else None
