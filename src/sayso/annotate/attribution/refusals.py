"""Refusals: the content is what is refused, from the refused verb on ("declined to discuss the talks")."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.annotate.attribution.annexes import before_annex
from sayso.annotate.attribution.contents import Argument, arguments
from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.groups import verb_group
from sayso.annotate.attribution.sources import source_phrase, speaker
from sayso.marks import Phrase

_LIKELY = 0.8


def refusal(verb: Token) -> Draft | None:
    """The draft of a refusal whose cue is ``verb``: one that says so, or one of telling that is negated."""
    if verb.lemma_ in cues().words["refusing"]:
        return _declined(verb)
    if verb.lemma_ in cues().words["disclosing"] and _is_withheld(verb):
        return _withheld(verb)
    return None


def is_refused(verb: Token) -> bool:
    """Whether the verb is what another verb refuses to do."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in cues().words["refusing"]


def stays_unnamed(verb: Token) -> bool:
    """ "asked not to be named", "requested anonymity": a reason for describing a source, and no statement."""
    words = cues().words
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp") and child.lemma_ in words["naming"]:
            return any(inner.dep_ == "neg" for inner in child.lefts)
        if child.dep_ in ("dobj", "prep") and any(word.lower_ == "anonymity" for word in (child, *child.rights)):
            return True
    return False


def _declined(verb: Token) -> Draft | None:
    for child in verb.rights:
        if child.dep_ == "xcomp" and child.tag_ == "VB":
            return _draft(verb, verb_group(verb), (child.i, before_annex(verb, child, child.right_edge.i + 1)))
    return None


def _withheld(verb: Token) -> Draft | None:
    behind = [found for found in arguments(verb) if found.runs and found.runs[0][0] > verb.i]
    if not behind:
        return None
    found = max(behind, key=_rank)
    return _draft(verb, verb_group(verb, found), found.runs[-1])


def _rank(found: Argument) -> tuple[bool, int]:
    """Clauses and objects first, then what comes first."""
    return found.pattern in ("ccomp", "dobj"), -found.runs[0][0]


def _is_withheld(verb: Token) -> bool:
    """ "would not say", "did not identify", "has not said": not "could not say that", not in a condition."""
    lefts = list(verb.lefts)
    negated = any(child.dep_ == "neg" for child in lefts)
    helped = any(
        child.dep_ == "aux" and child.lemma_.lower() in ("would", "will", "do", "have", "wo") for child in lefts
    )
    own = any(child.dep_ == "nsubj" for child in lefts) or verb.dep_ == "conj"
    return negated and helped and own and not any(child.lower_ == "if" for child in lefts)


def _draft(verb: Token, cue: Phrase, content: tuple[int, int]) -> Draft:
    who = speaker(verb)
    source = source_phrase(who) if who is not None else None
    return Draft(verb.i, source, [cue], [content], "refusal", _LIKELY, "declines")
