"""Annexes: cues that the parser hangs inside the content of the cue before them, though they go on from it.

"She said the talks had failed, adding that …", "He said he had read it, and denied that …": the content of "said" ends
before the annex, and the annex's unsaid subject is that of "said".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.annotate.attribution.cues import cues

_DEEPEST = 4
_SPINE = frozenset({"ccomp", "conj", "xcomp", "advcl", "dobj", "attr", "prep", "pobj", "acl", "relcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def before_annex(cue: Token, clause: Token, end: int) -> int:
    """Where the content ``clause`` of ``cue`` ends: before its first annex, else at ``end``."""
    for token in _spine(clause, _DEEPEST):
        if _is_annex(token, cue) and token.left_edge.i > cue.i + 2:
            return min(end, token.left_edge.i - (2 if token.dep_ == "conj" else 1))
    return end


def host(verb: Token) -> Token | None:
    """The cue that ``verb`` is an annex of."""
    if verb.dep_ not in ("advcl", "conj"):
        return None
    token = verb.head
    for _ in range(_DEEPEST):
        if token.dep_ in ("ccomp", "xcomp") and token.head.i < token.i and _is_cue(token.head):
            return token.head if _is_annex(verb, token.head) else None
        if token.dep_ not in _SPINE or token.head == token:
            return None
        token = token.head
    return None


def _spine(token: Token, depth: int) -> Iterator[Token]:
    for child in token.rights:
        if child.dep_ in _SPINE:
            yield child
            if depth:
                yield from _spine(child, depth - 1)


def _is_annex(token: Token, cue: Token) -> bool:
    withholds = _withholds(token)
    if token.pos_ != "VERB" or any(child.dep_ in _SUBJECTS for child in token.lefts):
        return False
    if not withholds and not _introduces_speech(token):
        return False
    edge = token.left_edge.i
    if token.dep_ == "advcl" and token.tag_ == "VBG":
        return token.doc[edge - 1].text == "," and edge == token.i
    if token.dep_ == "conj" and (withholds or token.tag_ == cue.tag_) and edge >= 2:
        return token.doc[edge - 1].dep_ == "cc" and token.doc[edge - 2].text == ","
    return False


def _withholds(token: Token) -> bool:
    """ "but did not elaborate"."""
    helpers = {child.dep_: child.lemma_ for child in token.lefts if child.dep_ in ("aux", "neg")}
    return token.lemma_ in cues().words["disclosing"] and "neg" in helpers and helpers.get("aux") == "do"


def _is_cue(token: Token) -> bool:
    return _introduces_speech(token) or token.lemma_ in cues().words["refusing"]


def _introduces_speech(token: Token) -> bool:
    cue = cues().verbs.get(token.lemma_)
    return cue is not None and cue.introduces_speech() and cue.stance != "thinks"
