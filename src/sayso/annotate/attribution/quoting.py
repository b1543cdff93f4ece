"""Quotations that the parse leaves without a cue: the cue is looked for in the words around them."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.groups import verb_group
from sayso.annotate.attribution.quotations import Quotations, merged
from sayso.annotate.attribution.sources import source_phrase, speaker
from sayso.marks import Block, Phrase, Quote

_REACH = 40
_NEXT = 8


def attach(doc: Doc, quotations: Quotations, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every spoken quotation in one of them: its own cue's, the one before it, or a new one."""
    taken = {index for draft in drafts for start, end in draft.content for index in range(start, end)}
    by_anchor = {draft.anchor: draft for draft in drafts}
    for block in marks.get_blocks(doc):
        if block.kind == "repeat":
            continue
        previous: Draft | None = _last_before(drafts, block.start)
        for quote in quotations.between(block.start, block.end):
            if quote.start + 1 in taken or not quotations.is_speech(quote):
                previous = _holder(drafts, quote) or previous
                continue
            cue = _cue_around(doc, quotations, quote, block)
            draft = by_anchor.get(cue.i) if cue is not None else None
            if draft is not None and draft.pattern not in ("ccomp", "quote", "inverted"):
                draft.content, draft.pattern, draft.strength = [(quote.start, quote.end)], "quote", 0.85
            elif draft is not None:
                draft.content = merged([*draft.content, (quote.start, quote.end)])
            elif cue is not None:
                draft = _draft(doc, cue, quote)
                drafts.append(draft)
                by_anchor[cue.i] = draft
            elif previous is not None and _continues(doc, quotations, previous, quote, block):
                draft = previous
                draft.content = merged([*draft.content, (quote.start, quote.end)])
            elif quote.start == block.start and previous is not None:
                draft = Draft(quote.start, previous.source, [], [(quote.start, quote.end)], "quote-alone", 0.5)
                drafts.append(draft)
            previous = draft or previous
    return drafts


def _last_before(drafts: list[Draft], start: int) -> Draft | None:
    earlier = [draft for draft in drafts if draft.anchor < start]
    return max(earlier, key=lambda draft: draft.anchor) if earlier else None


def _holder(drafts: list[Draft], quote: Quote) -> Draft | None:
    for draft in drafts:
        if any(start <= quote.start + 1 < end for start, end in draft.content):
            return draft
    return None


def _cue_around(doc: Doc, quotations: Quotations, quote: Quote, block: Block) -> Token | None:
    if doc[quote.end - 2].text != ".":
        after = _scan(doc, quotations, range(quote.end, min(block.end, quote.end + _REACH)))
        if after is not None:
            return after
    return _scan(doc, quotations, range(quote.start - 1, max(block.start, quote.start - _REACH) - 1, -1))


def _scan(doc: Doc, quotations: Quotations, places: range) -> Token | None:
    """The nearest verb of saying before the sentence or the next quotation sets an end."""
    for index in places:
        token = doc[index]
        if quotations.at(index) is not None or token.text in (".", "?", "!"):
            return None
        if token.pos_ == "VERB":
            cue = cues().verbs.get(token.lemma_)
            if token.lemma_ == "quote":
                continue
            return token if cue is not None and cue.introduces_speech() else None
    return None


def _continues(doc: Doc, quotations: Quotations, previous: Draft, quote: Quote, block: Block) -> bool:
    if quote.continues:
        return True
    last = max(end for _, end in previous.content)
    edge = max(last, previous.anchor + 1)
    if edge < block.start or quote.start < edge:
        return False
    return doc[quote.start].is_sent_start is True and quote.start - edge <= _REACH and quote.start > previous.anchor


def _draft(doc: Doc, cue: Token, quote: Quote) -> Draft:
    who = speaker(cue) or _beside(cue)
    source: Phrase | None = source_phrase(who) if who is not None else None
    entry = cues().verbs[cue.lemma_]
    return Draft(cue.i, source, [verb_group(cue)], [(quote.start, quote.end)], "quote", 0.85, entry.stance)


def _beside(cue: Token) -> Token | None:
    """The noun right after the cue, where the parse gives it no subject: "X," said the mayor."""
    for token in cue.doc[cue.i + 1 : cue.i + 1 + _NEXT]:
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
            return None
        if token.pos_ in ("PROPN", "NOUN", "PRON") and token.nbor(1).pos_ not in ("PROPN", "NOUN"):
            return token
    return None
