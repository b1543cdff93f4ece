"""Transcripts: whose turn it is, where a label and a colon begin each ("MS ORRIN: …", "QUESTION: …", "A: …").

A report is one where it has three such turns or more, the first of them near its head. A turn then lasts until the
next, over as many paragraphs as it takes; the last one only its own where no other goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.attribution.cues import cues
from sayso.annotate.casting.words import words
from sayso.marks import Block, Phrase

_LEAST = 3
_HEAD = 0.25
"""The share of the paragraphs in which a transcript has begun, unless as many are turns."""
_LONGEST = 5
"""Words of a label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """``label`` names who speaks, and ends before its colon; ``parts`` are the runs of tokens that are said."""

    label: Phrase
    parts: tuple[tuple[int, int], ...]

    def asks(self, doc: Doc) -> bool:
        """Whether the label stands for whoever asks: a question vouches for nothing."""
        return doc[self.label.start : self.label.end].text.lower().rstrip(".") in words("asking")


def turns_of(doc: Doc) -> list[Turn]:
    """The turns of the report, in the order of the text; none where it is no transcript."""
    blocks = [block for block in marks.get_blocks(doc) if block.kind == "paragraph"]
    labels = _labels(doc, blocks)
    begins = sorted(labels)
    if len(begins) < _LEAST or (begins[0] > _HEAD * len(blocks) and len(begins) < _HEAD * len(blocks)):
        return []
    spans = list(zip(begins, [*begins[1:], len(blocks)], strict=True))
    if all(end - begin == 1 for begin, end in spans[:-1]):
        spans[-1] = begins[-1], begins[-1] + 1
    return [_turn(doc, labels[begin], blocks[begin:end]) for begin, end in spans]


def is_capitals(doc: Doc, start: int, colon: int) -> bool:
    """Whether the words before the colon are a speaker of a transcript, set in capitals."""
    label = [token for token in doc[start:colon] if not token.is_punct]
    capitals = all((token.is_upper and token.is_alpha) or token.text[-1] == "." for token in label)
    return capitals and any(len(token) > 2 for token in label) and _is_short(label)


def _labels(doc: Doc, blocks: Sequence[Block]) -> dict[int, Phrase]:
    """The labels by the numbers of their blocks: set in capitals, or such as come again."""
    found = {at: label for at, block in enumerate(blocks) if (label := _label(doc, block))}
    again = Counter(doc[label.start : label.end].text for label in found.values())
    return {
        at: label
        for at, label in found.items()
        if is_capitals(doc, label.start, label.end) or again[doc[label.start : label.end].text] > 1
    }


def _label(doc: Doc, block: Block) -> Phrase | None:
    """The few words with capitals before a colon that the block begins with; a quotation mark may open it."""
    start, last = block.start, min(block.end - 1, block.start + _LONGEST + 2)
    while start < last and doc[start].is_punct:
        start += 1
    colon = next((index for index in range(start + 1, last) if doc[index].text == ":"), None)
    if colon is None or doc[colon - 1].is_space:
        return None
    label = [token for token in doc[start:colon] if not token.is_punct]
    if not label or not _is_short(label) or any(not token.text[:1].isupper() for token in label):
        return None
    return Phrase(start, colon, doc[start:colon].root.i)


def _is_short(label: Sequence[Token]) -> bool:
    """Whether so few words may name a speaker, and do not say what kind of piece it is ("WATCH:")."""
    return len(label) <= _LONGEST and not any(token.lower_ in cues().words["labels"] for token in label)


def _turn(doc: Doc, label: Phrase, blocks: Sequence[Block]) -> Turn:
    return Turn(label, ((label.end + 1, blocks[0].end), *_following(doc, blocks[1:])))


def _following(doc: Doc, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The paragraphs in which the turn goes on; what stands in brackets is a note of who wrote it down."""
    for block in blocks:
        if doc[block.start].text not in "([":
            yield block.start, block.end
