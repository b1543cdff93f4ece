"""Contents: which arguments of a cue may be what was said, and where they end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from sayso.annotate.attribution.annexes import before_annex
from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import Run, subtree, trimmed

_COMPLEMENTS = frozenset({"oprd", "xcomp", "acl", "ccomp", "prep", "dative"})
_OF_THE_CUE = frozenset({"nsubj", "dobj", "prep", "npadvmod", "advmod", "aux", "punct", "dative"})
_LINKS = frozenset({"to", "of", "between", "with", "in", "from", "during"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "VERB"})


class Argument(NamedTuple):
    """What may be a content: how it hangs on the cue, its runs, and a preposition that goes to the cue."""

    pattern: str
    runs: list[Run]
    preposition: Token | None = None


def arguments(verb: Token) -> Iterator[Argument]:
    """The verb's arguments that may be what was said."""
    children = list(verb.children)
    severed = any(child.text == ";" and child.i < verb.i for child in children)
    for child in children:
        if severed and child.i < verb.i and child.dep_ in ("ccomp", "nsubjpass", "dobj"):
            continue
        if child.dep_ == "ccomp" and not _is_other_clause(child):
            yield Argument("ccomp", _clause(verb, child, children))
        elif child.dep_ == "xcomp" and child.i > verb.i:
            yield _infinitive(verb, child, children)
        elif child.dep_ == "dobj" and child.tag_ not in ("WP", "WDT") and child.pos_ in _NOMINAL:
            yield from _objects(verb, child, children)
        elif child.dep_ == "nsubjpass" and child.tag_ not in ("WP", "WDT", "PRP"):
            yield Argument("passive", [subtree(child)])
        elif child.dep_ == "prep" and child.i > verb.i and child.lower_ in cues().words["prepositions"]:
            yield from prepositional(child)
    if verb.tag_ == "VBN" and verb.lemma_ in cues().words["raising"]:
        yield from _raised(children)
    yield from _inverted(verb, children)


def _raised(children: list[Token]) -> Iterator[Argument]:
    """ "The dam is believed to be unsafe": subject and infinitive are the content."""
    subject = next((child for child in children if child.dep_ == "nsubjpass"), None)
    infinitive = next((child for child in children if child.dep_ == "xcomp"), None)
    if subject is not None and infinitive is not None and subject.i < infinitive.i:
        yield Argument("raised", [subtree(subject), subtree(infinitive)])


def _clause(verb: Token, clause: Token, children: list[Token]) -> list[Run]:
    """The clause, and one that goes on from it, less an annex of the cue and less the clause of the cue itself."""
    start, end = subtree(clause)
    if clause.i > verb.i:
        for other in children:
            if other.dep_ == "ccomp" and other.i > clause.i and other.left_edge.i == end:
                end = other.right_edge.i + 1
        end = before_annex(verb, clause, end)
    return without(verb.doc, (start, end), verb)


def prepositional(preposition: Token) -> Iterator[Argument]:
    """What a preposition of the cue governs: "spoke about how they left"."""
    for noun in preposition.children:
        if noun.dep_ in ("pobj", "pcomp"):
            start, end = subtree(noun)
            for other in preposition.head.rights:
                if (
                    other.dep_ == "prep"
                    and other.i == end
                    and other.lower_ in ("to", "of", "between", "with", "in", "from")
                ):
                    end = other.right_edge.i + 1
            yield Argument(f"prep-{preposition.lower_}", [(start, end)], preposition)


def _is_dated(preposition: Token) -> bool:
    return any(noun.ent_type_ in ("DATE", "TIME") for noun in preposition.children)


def _is_other_clause(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ not in ("that", "if", "whether") for child in clause.children)


def _infinitive(verb: Token, child: Token, children: list[Token]) -> Argument:
    start, end = subtree(child)
    for other in children:
        if other.dep_ == "dobj" and verb.i < other.i < child.i:
            return Argument("dobj-xcomp", [(other.left_edge.i, end)])
    return Argument("xcomp" if child.pos_ in ("VERB", "AUX") else "xcomp-adj", [(start, end)])


def _objects(verb: Token, noun: Token, children: list[Token]) -> Iterator[Argument]:
    """The object alone, and with the complements that follow it: "accused them of lying", "described it as weak"."""
    start, end = subtree(noun)
    yield Argument("dobj" if noun.i > verb.i else "dobj-before", [(start, end)])
    for child in children:
        if (
            child.i > noun.i
            and child.dep_ in _COMPLEMENTS
            and child.lower_ in ("as", "of", "for", "to", "over", "with")
        ):
            yield Argument(f"dobj-{child.lower_}", [(start, max(end, child.right_edge.i + 1))])
        elif child.i > noun.i and child.dep_ == "oprd":
            yield Argument("dobj-as", [(start, max(end, child.right_edge.i + 1))])


def _inverted(verb: Token, children: list[Token]) -> Iterator[Argument]:
    """The cue hangs on its own content: "The talks, she said, have failed"; "as he put it"."""
    head = verb.head
    if head == verb or head.pos_ not in ("VERB", "AUX") or not any(child.dep_ == "nsubj" for child in children):
        return
    if verb.dep_ in ("parataxis", "ccomp", "dep"):
        yield Argument("inverted", without(verb.doc, subtree(head), verb))
    elif verb.dep_ == "advcl" and any(child.dep_ in ("mark", "advmod") and child.lower_ == "as" for child in children):
        yield Argument("as", without(verb.doc, subtree(head), verb))


def without(doc: Doc, run: Run, verb: Token) -> list[Run]:
    """The run less the clause of the cue, where it stands inside: "X, he said, Y" leaves X and Y."""
    start, end = run
    if not start <= verb.i < end:
        return [run]
    inner = [child for child in verb.children if child.dep_ in _OF_THE_CUE or child.dep_ == "mark"]
    first = min([verb.i, *(child.left_edge.i for child in inner if child.left_edge.i >= start)])
    last = max([verb.i, *(child.right_edge.i for child in inner if child.right_edge.i < end)]) + 1
    parts = [trimmed(doc, (start, first)), trimmed(doc, (last, end))]
    return [part for part in parts if part[0] < part[1]]
