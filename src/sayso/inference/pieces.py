"""Word pieces: what the encoder reads, each with its place in the text and a mark of how it is printed.

Uncased WordPiece (Devlin et al. 2019, "BERT"); what lower-casing loses comes back as marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

QUOTED, HEADLINE, OPENING, CAPITAL, CAPITALS = 1, 2, 4, 8, 16
"""Marks: in a quotation, in a headline or deck, first of its block, begins with a capital, all capitals."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Stretch(NamedTuple):
    """A block of text to be read, by its characters ``[start, end)``."""

    start: int
    end: int
    is_headline: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a report: parallel arrays, int32 each; ``blocks`` are ranges of pieces, in text order."""

    ids: NDArray[np.int32]
    marks: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    blocks: list[tuple[int, int]]


def cut(text: str, stretches: Sequence[Stretch], quotations: Sequence[tuple[int, int]]) -> Pieces:
    """The word pieces of the stretches of ``text``; ``quotations`` are character ranges, sorted and apart."""
    readable = _SURROGATE.sub("\ufffd", text)
    encodings = _tokenizer().encode_batch(
        [readable[stretch.start : stretch.end] for stretch in stretches], add_special_tokens=False
    )
    ids: list[int] = []
    spans: list[tuple[int, int]] = []
    marks: list[int] = []
    blocks: list[tuple[int, int]] = []
    for stretch, encoding in zip(stretches, encodings, strict=True):
        first = len(ids)
        ids += encoding.ids
        spans += [(stretch.start + start, stretch.start + end) for start, end in encoding.offsets]
        marks += [HEADLINE * stretch.is_headline + _print(text[start:end]) for start, end in spans[first:]]
        if len(ids) > first:
            marks[first] += OPENING
            blocks.append((first, len(ids)))
    starts, ends = (np.array([span[side] for span in spans], np.int32) for side in (0, 1))
    found = np.array(marks, np.int32)
    for start, end in quotations:
        found[np.searchsorted(starts, start) : np.searchsorted(starts, end)] |= QUOTED
    return Pieces(np.array(ids, np.int32), found, starts, ends, blocks)


def _print(piece: str) -> int:
    return CAPITAL * piece[:1].isupper() + CAPITALS * (len(piece) > 1 and piece.isupper())


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(Path(__file__).parent / "pieces.json"))
