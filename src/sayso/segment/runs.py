"""Runs without white space, cut before they are tokenised: spaCy's time for one grows with the square of its length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

_CUT = 100
_RUN = re.compile(r"\S{1000,}")
"""Longer than any word or address that is to be read."""


def tokenize_cut(text: str, tokenize: Callable[[str], Doc]) -> Doc:
    """The Doc of ``text``, untouched; runs of 1000 characters and more are tokenised in pieces of 100."""
    pieces = list(_pieces(text))
    if len(pieces) < 2:
        return tokenize(text)
    return Doc.from_docs([tokenize(piece) for piece in pieces], ensure_whitespace=False) or tokenize(text)


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for run in _RUN.finditer(text):
        if at < run.start():
            yield text[at : run.start()]
        yield from (text[start : min(start + _CUT, run.end())] for start in range(run.start(), run.end(), _CUT))
        at = run.end()
    if at < len(text):
        yield text[at:]
