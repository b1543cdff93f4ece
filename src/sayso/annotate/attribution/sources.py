"""Sources: the subject, agent or owner of a cue, also where syntax leaves it unsaid."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.annotate.attribution.annexes import host
from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import LAID_OUT, Draft
from sayso.annotate.phrases import noun_phrase
from sayso.marks import Phrase

_SUBJECTS = frozenset({"nsubj", "csubj"})
_CONTROLLED = frozenset({"xcomp", "advcl", "conj", "pcomp", "acl", "prep", "dep", "ccomp"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_CLIMB = 5
_MOST_FELLOWS = 4
_NEXT = 8


def speaker(verb: Token) -> Token | None:
    """The head of who speaks by ``verb``: its subject, its agent, or the subject of the clause that it depends on."""
    if is_passive(verb):
        return _agent(verb)
    return subject(verb) or _unsaid(verb)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return verb.tag_ == "VBN" and any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The verb's own subject, or None where it has none that can speak."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.pos_ in (*_NOUNS, "DET", "NUM", "ADJ"):
            return child
    return None


def source_phrase(head: Token) -> Phrase:
    """The span of a source; a relative pronoun stands for its antecedent, whose head token it then carries."""
    if head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl":
        return Phrase(head.i, head.i + 1, head.head.head.i)
    return noun_phrase(head)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _unsaid(verb: Token) -> Token | None:
    """The subject that a participle, infinitive or conjunct borrows from what it hangs on."""
    outer = host(verb)
    if outer is not None:
        return speaker(outer)
    token = verb
    for _ in range(_LONGEST_CLIMB):
        if token.dep_ not in _CONTROLLED or token.head == token:
            return None
        token = token.head
        if token.pos_ in _NOUNS and not _speaks_for_subject(token):
            return token
        borrowed = _controller(token, verb) if token.pos_ in ("VERB", "AUX") else None
        if borrowed is not None:
            return borrowed
    return None


def _speaks_for_subject(noun: Token) -> bool:
    """ "He emailed supporters saying …": it is not the people written to who say."""
    return noun.dep_ == "dobj" and noun.tag_ in ("NNS", "NNPS", "PRP") and noun.head.pos_ == "VERB"


def fellows(head: Token) -> list[Phrase]:
    """Who speaks with the source, and what stands in apposition to it: mentions of their own."""
    found = []
    for child in head.rights:
        if child.dep_ in ("appos", "conj") and child.pos_ in ("NOUN", "PROPN", "PRON"):
            found.append(noun_phrase(child))
            found += [
                noun_phrase(other) for other in child.rights if other.dep_ in ("conj", "appos") and other.pos_ in _NOUNS
            ]
    return found[:_MOST_FELLOWS]


def also_speaking(doc: Doc, draft: Draft) -> list[Phrase]:
    """The sources beside the first: "Ann Bole and her aides said"."""
    if draft.source is None or draft.pattern in LAID_OUT or doc[draft.source.start].tag_ in ("WP", "WDT"):
        return []
    return [phrase for phrase in fellows(doc[draft.source.head]) if phrase.start >= draft.source.end]


def _controller(token: Token, verb: Token) -> Token | None:
    quoted = token.lemma_ == "quote" and verb.dep_ == "pcomp"
    for child in token.children:
        if child.dep_ == "dobj" and (
            quoted or (verb.dep_ == "xcomp" and token.lemma_ in cues().words["object_control"])
        ):
            return child
    found = subject(token)
    if found is None and is_passive(token):
        found = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
    return found


def beside(cue: Token) -> Token | None:
    """The noun right after the cue, where the parse gives it no subject: "X," said the mayor."""
    for token in cue.doc[cue.i + 1 : cue.i + 1 + _NEXT]:
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
            return None
        last = token.i + 1 == len(cue.doc) or token.nbor(1).pos_ not in ("PROPN", "NOUN")
        if last and token.pos_ in ("PROPN", "NOUN", "PRON"):
            return token
    return None
