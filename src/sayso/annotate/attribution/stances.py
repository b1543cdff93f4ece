"""Stances: what the source does with the content, by the cue's lemma and by how the content hangs on it."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import LAID_OUT, Draft
from sayso.annotate.phrases import is_unsaid
from sayso.model.statement import Stance


def stance_of(doc: Doc, draft: Draft) -> Stance:
    """The stance: "called for" asks though "called" says, and so does "insisted that he leave"."""
    if not draft.cue or draft.pattern in {"refusal", "according", *LAID_OUT}:
        return draft.stance
    lemma = doc[draft.anchor].lemma_
    if is_unsaid(doc[draft.anchor]):
        return "declines"
    patterned = cues().patterned.get(lemma, {}).get(draft.pattern)
    if patterned is not None:
        return patterned
    if draft.pattern == "ccomp" and lemma in cues().words["mandative"] and _is_subjunctive(doc, draft):
        return "asks"
    return draft.stance


def _is_subjunctive(doc: Doc, draft: Draft) -> bool:
    """Whether the clause has a bare verb under a subject: "that they be limited", "that he leave"."""
    start, end = draft.content[0]
    for token in doc[start:end]:
        if token.dep_ == "ccomp" and token.head.i == draft.anchor:
            helpers = [child for child in token.lefts if child.dep_ in ("aux", "auxpass")]
            first = helpers[0] if helpers else token
            return first.tag_ == "VB" or first.lower_ == "be"
    return False
