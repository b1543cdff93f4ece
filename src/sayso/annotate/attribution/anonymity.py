"""Anonymity: how an unnamed source is described, and why and from where it speaks, where the report says so.

The grades follow the contract; nothing here tries to tell who the source is.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.attribution.standing import FIRST_MENTIONS, source_words
from sayso.marks import Phrase
from sayso.model import Actor, Span
from sayso.model.statement import Anonymity, Grade

_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC"})
_RANK: dict[Grade, int] = {"role-institution": 0, "role": 1, "number": 2, "bare": 3}
_CLAUSES = frozenset({"relcl", "acl", "amod", "prep", "appos"})


def anonymity_of(doc: Doc, source: Phrase, actor: Actor | None) -> Anonymity:
    """The best grade that any mention of the source has, with the reason and position given beside this one."""
    grades = [_grade(doc, source.start, source.end, doc[source.head])]
    for span in actor.mentions[:FIRST_MENTIONS] if actor is not None else ():
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None and tokens.root.pos_ not in ("PRON", "DET"):
            grades.append(_grade(doc, tokens.start, tokens.end, tokens.root))
    head = doc[source.head]
    return Anonymity(
        grade=min(grades, key=_RANK.__getitem__),
        reason=_clause(doc, head, source_words().reasons),
        position=_clause(doc, head, source_words().positions),
        count=_count(doc, source),
    )


def _grade(doc: Doc, start: int, end: int, head: Token) -> Grade:
    words = source_words()
    if head.lower_ in ("one", "some", "many", "several") and head.i + 1 < end:
        head = next((token for token in doc[head.i + 1 : end] if token.pos_ == "NOUN"), head)
    described = [token for token in doc[start:end] if token.i != head.i]
    if any(token.ent_type_ in _BODIES or token.lower_ in words.institutions for token in described):
        return "role-institution"
    if head.lower_ in words.bare or head.pos_ in ("PRON", "DET", "NUM"):
        return "number" if any(token.pos_ == "NUM" for token in doc[start:end]) else "bare"
    return "role"


def _count(doc: Doc, source: Phrase) -> int | None:
    for token in doc[source.start : source.end]:
        if token.pos_ == "NUM" or token.dep_ == "nummod":
            number = source_words().numbers.get(token.lower_)
            if number is None and token.text.isdecimal() and len(token.text) < 7:
                number = int(token.text)
            return number
    return None


def _clause(doc: Doc, head: Token, wanted: frozenset[str]) -> Span | None:
    """The modifier of the source, or the adverbial of its verb, that holds one of the wanted words."""
    around = [child for child in head.children if child.dep_ in _CLAUSES and child.i > head.i]
    if head.dep_ in ("nsubj", "pobj"):
        around += [child for child in head.head.children if child.dep_ in ("advcl", "prep") and child.i > head.i]
    for modifier in around:
        run = doc[modifier.left_edge.i : modifier.right_edge.i + 1]
        if len(run) <= 40 and any(token.lower_ in wanted or token.lemma_ in wanted for token in run):
            phrase = Phrase(run.start, run.end - 1 if run[-1].is_punct and len(run) > 1 else run.end, modifier.i)
            return marks.span_of(doc, phrase)
    return None
