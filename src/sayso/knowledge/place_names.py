"""The form under which names of places are kept and looked up."""

from __future__ import annotations

import unicodedata

_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name: str) -> str:
    """``name`` in lower case, without diacritics, apostrophes or points, with spaces for hyphens.

    >>> fold("Qal’eh-ye Zāl")
    'qaleh ye zal'
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    words = plain.replace("-", " ").replace("–", " ").lower()
    kept = "".join(letter for letter in words if letter not in "'’‘ʼ`ʻʿʾ." and not unicodedata.combining(letter))
    return " ".join(_SHORT.get(word, word) for word in kept.split())
