"""Settings of a statement: on what occasion it was made ("in an interview with the BBC"), and when."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import LAID_OUT, Draft
from sayso.annotate.attribution.quotations import Quotations
from sayso.annotate.timing import time_of
from sayso.marks import Phrase, TimeMark

_OPENING = frozenset({"in", "at", "during", "on", "to"})
_LONGEST = 16


def occasion_of(doc: Doc, quotations: Quotations, draft: Draft) -> Phrase | None:
    """The prepositional phrase of the cue that names where it was said, its preposition included."""
    for child in _around(doc[draft.anchor]):
        if child.dep_ == "prep" and child.lower_ in _OPENING and not _inside(child, draft):
            noun = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
            if noun is not None and _is_occasion(noun):
                end = min(noun.right_edge.i + 1, child.i + _LONGEST)
                if end < len(doc) and quotations.at(end) is not None and quotations.at(end - 1) is None:
                    end = quotations.end_of(end)
                while end > noun.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
                    end -= 1
                return Phrase(child.i, end, noun.i)
    return None


def _around(cue: Token) -> list[Token]:
    """The cue's modifiers, and those of the object that it is said to."""
    found = list(cue.children)
    for child in cue.children:
        if child.dep_ in ("dobj", "dative", "advcl") or (child.dep_ == "prep" and child.lower_ == "to"):
            found += [inner for noun in (child, *child.children) for inner in noun.children]
    return found


def _is_occasion(noun: Token) -> bool:
    words = cues().words["occasions"]
    if noun.lemma_.lower() in words:
        return True
    return any(child.dep_ in ("appos", "compound", "nmod") and child.lemma_.lower() in words for child in noun.children)


def _inside(token: Token, draft: Draft) -> bool:
    return any(start <= token.i < end for start, end in draft.content)


def said_when(doc: Doc, draft: Draft) -> str | None:
    """The id of the time at which it was said; what lies in the content is no such time."""
    if draft.when is not None or draft.pattern == "quote-alone":
        return draft.when
    found = time_of(doc, doc[draft.anchor])
    if found is None or any(start <= found.phrase.head < end for start, end in draft.content):
        return None
    return found.time.id


def take_neighbouring_time(doc: Doc, draft: Draft, starts: dict[int, TimeMark], ends: dict[int, TimeMark]) -> None:
    """ "said (on) Friday Iran had been told", "Iran on Sunday denied": the time that touches the cue is the cue's.

    ``starts`` and ``ends`` are the times by their first token and by the token behind them.
    """
    if not draft.cue:
        return
    start, end = draft.content[0]
    behind = draft.cue[0].end
    lead = behind + 1 if behind < len(doc) and doc[behind].lower_ == "on" else behind
    after, before = starts.get(lead), ends.get(draft.cue[0].start)
    if after is not None and (after.phrase.end <= start or end <= behind):
        draft.when = after.time.id
    elif after is not None and behind == start and after.phrase.end < end:
        draft.content[0] = (after.phrase.end, end)
        draft.when = after.time.id
    elif before is not None and before.time.type in ("DATE", "TIME") and draft.pattern not in LAID_OUT:
        draft.when = before.time.id
