"""Mention spans: whole noun phrases, as the contract settles them.

A mention holds title, adjectives and of-phrase ("leaders of the northern alliance"), and no relative clause, apposition
or bracket. Every component that needs the phrase of a head asks here, so that a source, a role and an actor's mention
are the same span.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.marks import Phrase

LONGEST = 120
"""Characters that a mention may hold: what is longer is no mention but a parse gone wrong."""

_DEEPEST = 6  # of-phrases in one another
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "neg"})
_RIGHT = frozenset({"nummod", "nmod", "compound"})
_LINKS = frozenset({"punct", "cc", "conj", "dep", "npadvmod"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "NORP"})
_POSTS = frozenset(
    ["ambassador", "envoy", "adviser", "advisor", "representative", "aide", "assistant", "counsel", "consultant"]
)
_SPEAKERS = frozenset(
    ["spokesman", "spokeswoman", "spokesperson", "minister", "secretary", "lawyer", "attorney", "director", "manager"]
)
_NO_ENDS = frozenset({"POS", "IN", "CC"})
_SETTLING = frozenset({"confirm", "deny"})
_NEITHER = frozenset({"neither", "nor", "never"})


def noun_phrase(head: Token) -> Phrase:
    """The mention whose syntactic head is ``head``."""
    doc = head.doc
    start, end = _left_edge(head), _right_edge(head)
    if _length(doc, start, end) > LONGEST:
        end = head.i + 1
    if _length(doc, start, end) > LONGEST:
        start = head.i
    return Phrase(start, end, head.i)


def _left_edge(head: Token) -> int:
    """Where the phrase begins: its farthest premodifier, with the marks and conjuncts that lie between two of them."""
    start = edge = head.i
    for child in reversed(list(head.lefts)):
        if child.right_edge.i + 1 != edge or _starts_anew(child, head) or _is_date_before_name(child, head):
            break
        edge = child.left_edge.i
        if child.dep_ in _LEFT:
            start = edge
        elif child.dep_ not in _LINKS:
            break
    return _after_break(head.doc, start, head.i)


def _right_edge(head: Token, depth: int = 0) -> int:
    end = head.i + 1
    if head.ent_type_ in _NAMES and head.ent_type_ != "NORP":
        while (
            end < min(len(head.doc), head.i + LONGEST)
            and head.doc[end].ent_iob_ == "I"
            and head.doc[end].lower_ not in {"'s", "’s", "("}
        ):
            end += 1
    for child in head.rights:
        if child.i < end:
            end = max(end, _of_end(child, depth + 1) if child.dep_ == "prep" and depth < _DEEPEST else end)
        elif child.i != end:
            break
        elif child.dep_ in _RIGHT and child.right_edge.i == child.i and child.tag_ != "POS":
            end = child.i + 1
        elif child.dep_ == "prep" and depth < _DEEPEST and _belongs(child, head):
            end = _of_end(child, depth + 1)
        elif child.dep_ == "appos" and child.left_edge.i == end and child.ent_type_ == "PERSON":
            end = max(end, _right_edge(child, depth + 1)) if depth < _DEEPEST else end
        else:
            break
    return _before_break(head.doc, head.i, end)


def _belongs(preposition: Token, head: Token) -> bool:
    """Of-phrases belong to the mention, and so do "to" after "ambassador" or "aides" and "for" after "spokesman"."""
    word = preposition.lower_
    return (
        word == "of"
        or (word == "to" and head.lemma_.lower() in _POSTS)
        or (word == "for" and head.lemma_.lower() in _SPEAKERS)
    )


def _of_end(preposition: Token, depth: int) -> int:
    end = preposition.i + 1
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            end = max(end, _right_edge(noun, depth))
            for other in noun.conjuncts[:_DEEPEST]:
                joined = other.left_edge.i - end <= 1 and other.i > noun.i
                end = max(end, _right_edge(other, depth + 2)) if joined else end
    return end if end > preposition.i + 1 else preposition.i


def _starts_anew(child: Token, head: Token) -> bool:
    """Words and marks that no phrase goes on over, and "that" before a plural, which opens a clause."""
    opens = child.lower_ == "that" and head.tag_ in ("NNS", "NNPS")
    return opens or child.lower_ in {"including", "such"} or child.text in {"(", ")", "--", "–", "—", ":", ";"}


def _is_date_before_name(child: Token, head: Token) -> bool:
    """ "said Friday Iran had been told": the parser hangs the day on the name."""
    return child.dep_ == "compound" and child.ent_type_ == "DATE" and head.ent_type_ not in {"", "DATE"}


def _after_break(doc: Doc, start: int, head: int) -> int:
    """The first token after the last line break between ``start`` and ``head``, opening marks left out."""
    for index in range(head - 1, start - 1, -1):
        if _is_break(doc, index):
            start = index + 1
            break
    while start < head and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return start


def _before_break(doc: Doc, head: int, end: int) -> int:
    """The end of the phrase before the first line break after ``head``, space and marks at the end left out."""
    for index in range(head + 1, end):
        if _is_break(doc, index):
            end = index
            break
    while end > head + 1 and (doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].tag_ in _NO_ENDS):
        end -= 1
    return end


def _is_break(doc: Doc, index: int) -> bool:
    """A line break that ends something: in hard-wrapped text a single one stands before the next word of a sentence."""
    text = doc[index].text
    if "\n" not in text:
        return False
    return text.count("\n") > 1 or index + 1 >= len(doc) or doc[index + 1].is_sent_start is True


def _length(doc: Doc, start: int, end: int) -> int:
    last = doc[end - 1]
    return last.idx + len(last) - doc[start].idx


def is_unsaid(verb: Token) -> bool:
    """Whether it is neither confirmed nor denied: "could not confirm", "would neither confirm nor deny"."""
    if verb.lemma_.lower() not in _SETTLING:
        return False
    joined = verb.head.children if verb.dep_ == "conj" else ()
    return any(child.dep_ == "neg" or child.lower_ in _NEITHER for child in (*verb.children, *joined))
