"""Attribution without a verb of its own: "according to X", "as X put it", "X: …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.annotate.attribution.draft import Draft, Run, subtree, trimmed
from sayso.annotate.attribution.sources import source_phrase
from sayso.annotate.phrases import noun_phrase
from sayso.marks import Phrase


def according_drafts(sentence: Tokens) -> Iterator[Draft]:
    """A draft for each "according to X"."""
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor(1).lower_ == "to":
            draft = _according(token, sentence)
            if draft is not None:
                yield draft


def _according(token: Token, sentence: Tokens) -> Draft | None:
    preposition = token.nbor(1)
    noun = next((child for child in (*preposition.children, *token.children) if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    inside = (token.i, _end_of_source(noun))
    content = _outside(sentence, _said(token, sentence), inside)
    if not content:
        return None
    return Draft(token.i, source_phrase(noun), [Phrase(token.i, token.i + 2, token.i)], content, "according", 0.9)


def _end_of_source(noun: Token) -> int:
    """Where the phrase of the source ends, with what stands in apposition and relative clauses between commas."""
    doc, end = noun.doc, noun_phrase(noun).end
    for child in noun.rights:
        edge = child.right_edge.i + 1
        touches = child.dep_ in ("prep", "acl", "relcl") and child.left_edge.i == end
        bracketed = (
            child.left_edge.i == end + 1 and doc[end].text in (",", "(") and not doc[edge : edge + 1].text.isalpha()
        )
        if touches or (bracketed and child.dep_ in ("appos", "relcl", "acl") and edge < len(doc)):
            end = edge
    return end


def _said(token: Token, sentence: Tokens) -> Run:
    """The clause that the phrase hangs on; the sentence, where the phrase opens it or its clause is the main one."""
    clause = token.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    if token.i == sentence.start or clause.head == clause:
        return sentence.start, sentence.end
    return subtree(clause)


def _outside(sentence: Tokens, clause: Run, inside: Run) -> list[Run]:
    parts = [(clause[0], min(clause[1], inside[0])), (max(clause[0], inside[1]), clause[1])]
    kept = [trimmed(sentence.doc, part) for part in parts if part[0] < part[1]]
    return [part for part in kept if part[0] < part[1]]
