"""Attribution by layout: "Poll: Most want peace", "MINISTER: We shall see." A colon stands for the verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.attribution.cues import cues
from sayso.annotate.attribution.draft import Draft, trimmed
from sayso.annotate.attribution.sources import source_phrase
from sayso.annotate.transcripts import Turn, is_capitals, turns_of
from sayso.marks import Block, Phrase
from sayso.model.statement import Stance

_LONGEST_SOURCE = 9
_SHORTEST = 3
"""Tokens of what is said."""
_LONGEST_HEADLINE = 30
_SPEAKERS = frozenset({"PERSON", "ORG"})


def colon_drafts(doc: Doc) -> Iterator[Draft]:
    """A draft for each headline and each turn of a transcript that names its speaker before a colon."""
    turns = turns_of(doc)
    yield from filter(None, (_spoken(doc, turn) for turn in turns))
    taken = {turn.label.end for turn in turns}
    for block in marks.get_blocks(doc):
        if block.kind in ("headline", "deck", "paragraph") and taken.isdisjoint(range(block.start, block.end)):
            draft = _colon(doc, block)
            if draft is not None:
                yield draft


def _spoken(doc: Doc, turn: Turn) -> Draft | None:
    content = [run for run in (trimmed(doc, part) for part in turn.parts) if run[0] < run[1]]
    if sum(end - start for start, end in content) < _SHORTEST:
        return None
    stance: Stance = "asks" if turn.asks(doc) else "says"
    colon = turn.label.end
    return Draft(colon, turn.label, [Phrase(colon, colon + 1, colon)], content, "turn", 0.6, stance)


def _colon(doc: Doc, block: Block) -> Draft | None:
    last = min(block.end, block.start + _LONGEST_SOURCE + 1)
    colon = next((index for index in range(block.start + 1, last) if doc[index].text == ":"), None)
    if colon is None or colon + 1 >= block.end:
        return None
    title = block.kind != "paragraph" or block.start == 0
    content = trimmed(doc, (colon + 1, block.end))
    if content[1] - content[0] < _SHORTEST or not (
        is_capitals(doc, block.start, colon) or (title and _is_title(doc, block, colon))
    ):
        return None
    head = doc[block.start : colon].root
    source = source_phrase(head)
    if not block.start <= source.start < source.end <= colon:
        source = Phrase(block.start, colon, head.i)
    return Draft(colon, source, [Phrase(colon, colon + 1, colon)], [content], "colon", 0.6)


def _is_title(doc: Doc, block: Block, colon: int) -> bool:
    """Whether a short block without a full stop has someone or something that speaks before its colon."""
    if block.end - block.start > _LONGEST_HEADLINE or (block.kind == "paragraph" and doc[block.end - 1].text == "."):
        return False
    head = doc[block.start : colon].root
    known = head.ent_type_ in _SPEAKERS or head.lower_ in cues().words["speaking_nouns"]
    return (
        known and head.pos_ in ("NOUN", "PROPN") and not any(token.pos_ == "VERB" for token in doc[block.start : colon])
    )
