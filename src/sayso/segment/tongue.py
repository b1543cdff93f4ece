"""The language of a text, by py3langid (Lui and Baldwin 2012), which ships its model."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.segment.words import word_set, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z]")
_REACH, _FEWEST, _ENGLISH = 3000, 20, 0.12


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that ``text`` begins in.

    A text with "the", "of" and "said" in plenty is English without a look at the model, which takes a second to load;
    so is a text of fewer than 20 words in Latin letters, too short to tell.
    """
    found = [word.lower() for word in _WORD.findall(text[:_REACH])]
    latin = sum(bool(_LATIN.match(word)) for word in found) > 0.5 * len(found)
    if not found or (latin and (len(found) < _FEWEST or len(set(found)) < _FEWEST // 2)):
        return "en"
    if sum(word in word_set("common") for word in found) >= _ENGLISH * len(found):
        return "en"
    return str(_identifier().classify(" ".join(found))[0])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(words("languages")))
    return identifier
