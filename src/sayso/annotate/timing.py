"""When something happened or was said: the time that a word's own clause gives.

Looked for on the word itself (its modifiers and the objects of its prepositions), then on the verb that an event noun
depends on; never inside another clause. Of several the nearest wins.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.marks import TimeMark

_UPWARD = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "oprd", "agent", "compound", "conj"})
_CLAUSES = frozenset(
    {
        "ccomp",
        "advcl",
        "relcl",
        "acl",
        "csubj",
        "csubjpass",
        "parataxis",
        "xcomp",
        "pcomp",
        "conj",
        "cc",
        "punct",
        "mark",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_HIGHEST, _DEEPEST = 4, 5


def time_of(doc: Doc, token: Token) -> TimeMark | None:
    """The time of what ``token`` (a verb or an event noun) tells, as far as its clause says."""
    times = marks.get_time_at(doc)
    if not times:
        return None
    word = token
    for _ in range(_HIGHEST):
        found = [mark for mark in _within(word, token, times, 0) if mark.time.type in ("DATE", "TIME")]
        if found:
            return min(found, key=lambda mark: abs(mark.phrase.head - token.i))
        if word.dep_ not in _UPWARD or word.head.i == word.i:
            return None
        word = word.head
    return None


def _within(word: Token, asked: Token, times: dict[int, TimeMark], depth: int) -> Iterator[TimeMark]:
    """The times below ``word`` in its own clause; a verb's subject keeps its times to itself."""
    if depth > _DEEPEST:
        return
    for child in word.children:
        if child.i in times:
            yield times[child.i]
        elif child.i != asked.i and not _is_apart(child, word, depth):
            yield from _within(child, asked, times, depth + 1)


def _is_apart(child: Token, word: Token, depth: int) -> bool:
    """Whether ``child`` opens another clause, or is a subject, which keeps its times to itself."""
    if child.dep_ in _SUBJECTS:
        return depth > 0 or word.pos_ in ("VERB", "AUX")
    return child.dep_ in _CLAUSES
