"""Hostile text made harmless to show: no escape sequence, no turned writing, one line."""

from __future__ import annotations

import re

_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls: terminal escape sequences begin with one
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks and overrides (Boucher & Anderson 2021)
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators, byte order mark, interlinear annotation
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, invisible tags
)


def visible(text: str) -> str:
    """``text`` on one line, with every character that could steer a terminal written out.

    >>> visible("calm\\n\\tdown\\x1b[2J")
    'calm down\\\\x1b[2J'
    """
    return _HOSTILE.sub(_written_out, " ".join(text.split()))


def _written_out(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape", "surrogatepass").decode()
