"""Contents: which of a cue's arguments are what was said, and where they end."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import Run, subtree, trimmed

_LINKING = frozenset({"oprd", "xcomp", "acl", "ccomp"})


class Argument(NamedTuple):
    """What may be a content: the pattern in which it hangs on the cue, its runs, and a preposition that goes to the cue."""

    pattern: str
    runs: list[Run]
    preposition: Token | None


def argument(verb: Token) -> Argument | None:
    """The verb's argument that is most likely what was said."""
    children = list(verb.children)
    for find in (_clause, _infinitive, _prepositional_first, _object, _prepositional, _inverted):
        found = find(verb, children)
        if found is not None:
            return found
    return None


def _clause(verb: Token, children: list[Token]) -> Argument | None:
    for child in children:
        if child.dep_ == "ccomp" and not _is_other_clause(child):
            return Argument("ccomp", without(verb.doc, subtree(child), verb), None)
    return None


def _is_other_clause(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ not in ("that", "if", "whether") for child in clause.children)


def _infinitive(verb: Token, children: list[Token]) -> Argument | None:
    for child in children:
        if child.dep_ == "xcomp" and child.i > verb.i:
            start, end = subtree(child)
            objects = [other for other in children if other.dep_ == "dobj" and verb.i < other.i < child.i]
            if objects:
                return Argument("dobj-xcomp", [(objects[0].left_edge.i, end)], None)
            return Argument("xcomp" if child.pos_ in ("VERB", "AUX") else "xcomp-adj", [(start, end)], None)
    return None


def _object(verb: Token, children: list[Token]) -> Argument | None:
    objects = [child for child in children if child.dep_ == "dobj"]
    if not objects:
        return None
    noun = objects[0]
    start, end = subtree(noun)
    pattern = "dobj"
    for child in children:
        if child.i > noun.i and (
            child.dep_ in _LINKING or (child.dep_ == "prep" and child.lower_ in ("as", "of", "for"))
        ):
            start, end = start, max(end, subtree(child)[1])
            pattern = "dobj-as" if child.lower_ == "as" or child.dep_ == "oprd" else "dobj"
    if noun.i < verb.i:
        return Argument("dobj-before", [subtree(noun)], None) if noun.tag_ not in ("WP", "WDT") else None
    return Argument(pattern, [(start, end)], None)


def _prepositional_first(verb: Token, children: list[Token]) -> Argument | None:
    return _prepositional(verb, children) if verb.lemma_ in cues().words["prepositional"] else None


def _prepositional(verb: Token, children: list[Token]) -> Argument | None:
    for child in children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in cues().words["prepositions"]:
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    return Argument(f"prep-{child.lower_}", [subtree(noun)], child)
    return None


def _inverted(verb: Token, children: list[Token]) -> Argument | None:
    """ "The talks, she said, have failed": the cue hangs on its own content."""
    head = verb.head
    if verb.dep_ not in ("parataxis", "ccomp", "dep") or head.pos_ not in ("VERB", "AUX") or head == verb:
        return None
    if not any(child.dep_ == "nsubj" for child in children):
        return None
    return Argument("inverted", without(verb.doc, subtree(head), verb), None)


def without(doc: Doc, run: Run, verb: Token) -> list[Run]:
    """The run less the clause of the cue, where it stands inside: "X, he said, Y" leaves X and Y."""
    start, end = run
    if not start <= verb.i < end:
        return [run]
    inner = [
        child
        for child in verb.children
        if child.dep_ in ("nsubj", "dobj", "prep", "npadvmod", "advmod", "aux", "punct")
    ]
    first = min([verb.i, *(child.left_edge.i for child in inner if child.i > start)])
    last = max([verb.i, *(child.right_edge.i for child in inner)]) + 1
    parts = [trimmed(doc, (start, first)), trimmed(doc, (last, end))]
    return [part for part in parts if part[0] < part[1]]
