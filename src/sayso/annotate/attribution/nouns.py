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
        elif token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "advcl", "amod"):
            cue = adjectives.get(token.lemma_)
        else:
            continue
        if cue is not None:
            yield from _drafts(token, cue)


def _drafts(token: Token, cue: Cue) -> Iterator[Draft]:
    found = max(_arguments(token), key=lambda argument: cue.with_content(argument.pattern), default=None)
    if found is None:
        return
    who = _owner(token) if token.pos_ == "NOUN" else _holder(token)
    end = (
        found.preposition.i + 1 if found.preposition is not None and found.preposition.i == token.i + 1 else token.i + 1
    )
    yield Draft(
        anchor=token.i,
        source=source_phrase(who) if who is not None else None,
        cue=[Phrase(token.i, end, token.i)],
        content=found.runs,
        pattern=found.pattern,
        strength=cue.with_content(found.pattern),
        stance=cue.stance,
    )


def _arguments(token: Token) -> Iterator[Argument]:
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
    """Whose claim it is: its possessor, who it comes from, or the subject of the verb that it is the object of."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB":
        return speaker(verb)
    return None


def _holder(adjective: Token) -> Token | None:
    verb = adjective.head
    return subject(verb) or speaker(verb) if verb.pos_ in ("AUX", "VERB") else None
