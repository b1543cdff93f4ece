"""Headlines and decks: short lines over a text, told from its first paragraph by what follows them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9”\"’)])[.!?][\"”’']?\s+(?=[“\"‘A-Z])")
_SAID = re.compile(r"\b(?:said|told|added)\b")
_LONGEST = 260


def is_headline(unit: str, following: str, *, furniture_follows: bool) -> bool:
    """Whether ``unit``, the first of its text, is its headline; ``following`` is the next unit that is no furniture."""
    count, next_count = len(unit.split()), len(following.split())
    if not following or count > 35 or len(unit) > _LONGEST or unit[-1] in ",:" or unit[0] in "[(":
        return False
    if is_title_case(unit) and count <= 30:
        return True
    if not _is_stopped(unit):
        return next_count >= 6 and (_is_stopped(following) or next_count > count or furniture_follows)
    if unit[-1] in "?!" and count <= 16:
        return True
    sentences = len(_SENTENCE_END.findall(unit)) + 1
    reported = bool(_SAID.search(unit)) or unit[0] in '“"«'
    return count <= 18 and sentences <= 2 and not reported and (furniture_follows or next_count >= 1.4 * count)


def is_deck(unit: str, headline: str, following: str) -> bool:
    """Whether ``unit``, below ``headline``, goes on with it: either breaks off without a stop."""
    count = len(unit.split())
    if not following or count > 45 or unit[-1] in ",:" or not count > 2:
        return False
    return headline[-1] == ";" or (not _is_stopped(unit) and _is_stopped(following))


def is_title_case(unit: str) -> bool:
    """Whether the words of ``unit`` have capitals, as in headlines; short words need none."""
    long_words = [word for word in _WORD.findall(unit) if len(word) > 3]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _is_stopped(unit: str) -> bool:
    return unit.rstrip("\"'”’»)]")[-1:] in (".", "!", "?", "…")
