"""Characters that no reader of a page sees: controls, soft hyphens, zero-width and direction marks, halves of pairs."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def seen(text: str) -> str:
    """``text`` without them; a page's own bytes are kept beside it.

    >>> seen("no\\u200bthing\\u202e is hid\\xadden")
    'nothing is hidden'
    """
    return _UNSEEN.sub("", text)
