"""Quotations that the parse leaves without a cue: the cue is looked for in the words around them."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.groups import verb_group
from sayso.annotate.attribution.quotations import Quotations, merged
from sayso.annotate.attribution.sources import beside, source_phrase, speaker
from sayso.marks import Block, Quote

_REACH = 40
_SENTENCE = 10
_LIKELY, _ALONE = 0.85, 0.5
_WHOLE = frozenset({"ccomp", "quote", "inverted", "quote-alone"})


def attach(doc: Doc, quotations: Quotations, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every spoken quotation in one of them: its own cue's, the one before it, or a new one."""
    return Attachment(doc, quotations, drafts).run()


class Attachment:
    """Gives quotations their drafts, block by block."""

    def __init__(self, doc: Doc, quotations: Quotations, drafts: list[Draft]) -> None:
        self.doc = doc
        self.quotations = quotations
        self.drafts = sorted(drafts, key=lambda draft: draft.anchor)
        self._by_anchor = {draft.anchor: draft for draft in self.drafts}
        self._holder = {
            index: draft for draft in self.drafts for start, end in draft.content for index in range(start, end)
        }

    def run(self) -> list[Draft]:
        """All drafts, those made here at the end."""
        anchors = [draft.anchor for draft in self.drafts]
        new: list[Draft] = []
        before = 0
        for block in marks.get_blocks(self.doc):
            if block.kind == "repeat":
                continue
            place = bisect_left(anchors, block.start)
            previous = new[-1] if new and (not place or new[-1].anchor > anchors[place - 1]) else None
            previous = previous or (self.drafts[place - 1] if place else None)
            if previous is not None and previous.anchor < before:
                previous = None
            before = block.start
            for quote in self.quotations.between(block.start, block.end):
                draft = self._holder.get(quote.start + 1)
                if draft is None and self.quotations.is_speech(quote):
                    draft = self._draft_of(quote, block, previous)
                    if draft is not None and draft.anchor not in self._by_anchor:
                        self._by_anchor[draft.anchor] = draft
                        new.append(draft)
                previous = draft or previous
        return self.drafts + new

    def _draft_of(self, quote: Quote, block: Block, previous: Draft | None) -> Draft | None:
        """The draft that the quotation belongs to, with the quotation in its content."""
        run = (quote.start, quote.end)
        cue = self._cue_around(quote, block) or self._announcing(quote, block)
        if cue is not None:
            known = self._by_anchor.get(cue.i)
            if known is None:
                return self._with_cue(cue, quote)
            if known.pattern not in _WHOLE:
                known.content, known.pattern, known.strength = [run], "quote", _LIKELY
            else:
                known.content = merged([*known.content, run])
            return known
        if previous is not None and self._goes_on(previous, quote, block):
            previous.content = merged([*previous.content, run])
            return previous
        if previous is not None and (quote.start == block.start or self._is_long(quote, block, previous)):
            return Draft(quote.start, previous.source, [], [run], "quote-alone", _ALONE)
        return None

    def _cue_around(self, quote: Quote, block: Block) -> Token | None:
        """The verb of saying right behind the quotation, else right before it."""
        if self.doc[quote.end - 2].text != ".":
            after = self._scan(range(quote.end, min(block.end, quote.end + _REACH)))
            if after is not None:
                return after
        return self._scan(range(quote.start - 1, max(block.start, quote.start - _REACH) - 1, -1))

    def _announcing(self, quote: Quote, block: Block) -> Token | None:
        """The verb of the sentence before the paragraph that announces it by a colon: "She was blunt:"."""
        before = block.start - 1
        while before >= 0 and self.doc[before].is_space:
            before -= 1
        if quote.start != block.start or before < 1 or self.doc[before].text != ":":
            return None
        near = self._scan(range(before - 1, max(-1, before - _REACH), -1))
        root = self.doc[before].sent.root
        return near or (root if root.pos_ == "VERB" else None)

    def _scan(self, places: range) -> Token | None:
        """The nearest verb, where it is one of saying; a full stop or another quotation ends the search."""
        for index in places:
            token = self.doc[index]
            if self.quotations.at(index) is not None or token.text in (".", "?", "!"):
                return None
            if token.pos_ == "VERB" and token.lemma_ != "quote":
                cue = cues().verbs.get(token.lemma_)
                return token if cue is not None and cue.introduces_speech() else None
        return None

    def _goes_on(self, previous: Draft, quote: Quote, block: Block) -> bool:
        """Whether the quotation goes on with what the previous one said, in its paragraph or as its next one."""
        if quote.continues:
            return True
        edge = max(previous.content[-1][1], previous.anchor + 1)
        near = block.start <= edge <= quote.start <= edge + _REACH
        return near and self.doc[quote.start].is_sent_start is True

    def _is_long(self, quote: Quote, block: Block, previous: Draft) -> bool:
        """Whether the quotation is a sentence or more, in the paragraph of a statement before it."""
        words = self.doc[quote.start : quote.end]
        return (
            len(words) >= _SENTENCE and previous.anchor >= block.start and any(token.dep_ == "nsubj" for token in words)
        )

    def _with_cue(self, cue: Token, quote: Quote) -> Draft:
        who = speaker(cue) or beside(cue)
        source = source_phrase(who) if who is not None else None
        entry = cues().verbs.get(cue.lemma_)
        stance = entry.stance if entry is not None else "says"
        return Draft(cue.i, source, [verb_group(cue)], [(quote.start, quote.end)], "quote", _LIKELY, stance)
