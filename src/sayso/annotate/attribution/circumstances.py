"""How likely a draft is an attribution: its cue and pattern, and the circumstances in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from spacy.tokens import Doc, Token

from sayso.annotate.attribution.cues import WordClass, cues
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.quotations import Quotations
from sayso.marks import Phrase

_THINGS = frozenset({"it", "this", "that", "these", "there", "which", "what"})
_LONGEST = 6
_KEPT = 0.5
_CLASSES: dict[str, WordClass] = {"NOUN": "nouns", "ADJ": "adjectives"}


def likelihood(quotations: Quotations, draft: Draft) -> float:
    """The share of such drafts that are attributions, by a log-linear model fitted to PolNeAR's training half.

    The lexicon holds its weights: log-odds of each cue with each pattern, to which those of the circumstances add.
    """
    doc = quotations.doc
    weights = cues().circumstances[word_class(doc[draft.anchor])]
    if draft.pattern != "inverted" and _is_reported_report(doc[draft.anchor]):
        return _KEPT
    if draft.pattern == "raised" or (draft.pattern == "ccomp" and _is_unsourced_passive(doc[draft.anchor])):
        return _KEPT
    odds = draft.strength + sum(weights.get(name, 0.0) for name in circumstances(doc, quotations, draft))
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _is_unsourced_passive(verb: Token) -> bool:
    """ "It was alleged that …": the report itself speaks; rare in PolNeAR's outlets, and never anything else."""
    return verb.lemma_ in cues().words["raising"] and any(child.dep_ == "nsubjpass" for child in verb.children)


def _is_reported_report(verb: Token) -> bool:
    """ "They said Kuwait had asked …": PolNeAR leaves such statements out; sourcing chains are made of them."""
    if verb.dep_ not in ("ccomp", "conj") or verb.pos_ != "VERB":
        return False
    cue = cues().verbs.get(verb.lemma_)
    clause = verb if verb.dep_ == "ccomp" else verb.head
    if cue is None or cue.stance == "thinks" or clause.dep_ != "ccomp" or clause.head.pos_ != "VERB":
        return False
    outer = cues().verbs.get(clause.head.lemma_)
    return (
        outer is not None
        and outer.introduces_speech()
        and verb.lemma_ in cues().words["telling"]
        and any(child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN") for child in clause.children)
    )


def word_class(anchor: Token) -> WordClass:
    """The part of the lexicon that the cue's weights stand in."""
    return _CLASSES.get(anchor.pos_, "verbs")


def circumstances(doc: Doc, quotations: Quotations, draft: Draft) -> Iterator[str]:
    """The names of what the draft stands in: place in the clause, form, source, verb group, length, quotation."""
    anchor = doc[draft.anchor]
    yield f"at-{anchor.dep_}"
    yield f"tag-{anchor.tag_}"
    if draft.source is None:
        yield "no-source"
    else:
        yield from _source(doc, anchor, draft.source)
    yield from _verb_group(anchor)
    length = sum(end - start for start, end in draft.content)
    yield f"length-{min(_LONGEST, length.bit_length())}"
    if any(quotations.at(index) is not None for start, end in draft.content for index in (start, end - 1)):
        yield "quoted"
    if length == 1 and doc[draft.content[0][0]].pos_ in ("PRON", "PROPN"):
        yield "pronoun-content" if doc[draft.content[0][0]].pos_ == "PRON" else "name-content"


def _source(doc: Doc, anchor: Token, source: Phrase) -> Iterator[str]:
    first = doc[source.start]
    if first.lower_ in ("i", "we"):
        yield "first-person"
    elif first.lower_ == "you":
        yield "second-person"
    elif source.end - source.start == 1 and first.lower_ in _THINGS:
        yield "thing"
    elif source.end - source.start == 1 and first.pos_ == "PRON":
        yield "who" if first.lower_ == "who" else "pronoun"
    elif doc[source.head].pos_ == "PROPN":
        yield "name"
    if not any(child.i in (source.start, source.head) for child in anchor.children):
        yield "borrowed"


def _verb_group(anchor: Token) -> Iterator[str]:
    for child in anchor.lefts:
        if child.dep_ == "aux" and child.tag_ in ("MD", "TO"):
            yield "modal" if child.tag_ == "MD" else "infinitive"
        elif child.dep_ == "neg":
            yield "negated"
        elif child.dep_ == "mark" and child.lower_ == "if":
            yield "if"
