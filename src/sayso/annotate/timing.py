"""When something happened or was said: the time that a word's own clause gives.

Looked for on the word itself (its modifiers and the objects of its prepositions), then on the verbs whose time is its
own too: the one that an event noun depends on, the one that a participle or an infinitive of purpose goes with, the one
that it shares its subject with. Never inside another clause. Of several the nearest wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from sayso import marks
from sayso.annotate.timex.words import governing
from sayso.marks import TimeMark
from sayso.model import Time

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
_AT_ONCE = frozenset({"while", "as", "when"})
_BOUNDS = frozenset({"until", "till", "before", "after"})
"""What these bound did not happen at the time behind them; what goes on "since" a time began at it."""
_EPISODE = timedelta(days=7)
_HIGHEST, _DEEPEST = 4, 5


def time_of(doc: Doc, token: Token) -> TimeMark | None:
    """The time of what ``token`` (a verb or an event noun) tells, as far as its clause says."""
    times = marks.get_time_at(doc)
    if not times:
        return None
    word = token
    for _ in range(_HIGHEST):
        found = [mark for mark in _within(word, token, times, 0) if mark.time.type in ("DATE", "TIME")]
        if found := found or list(_when(word, times)) or list(_shared(word, token, times)):
            return min(found, key=lambda mark: abs(mark.phrase.head - token.i))
        if word.head.i == word.i or not (word.dep_ in _UPWARD or goes_with(word)):
            return None
        word = word.head
    return None


def goes_with(verb: Token) -> bool:
    """Whether the verb shares the time of the one it depends on: "met Monday to discuss", "fell, killing ten"."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("advcl", "xcomp"):
        return False
    opening = {child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod", "prep")} - {"to"}
    if opening:
        return verb.dep_ == "advcl" and opening <= _AT_ONCE
    if any(child.tag_ == "TO" for child in verb.lefts):
        implied = verb.head.lemma_ == "use" or verb.head.lemma_ in governing("implying")
        return verb.head.tag_ == "VBD" and (verb.dep_ == "advcl" or implied)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(child.dep_ in _SUBJECTS for child in verb.lefts)


def _when(verb: Token, times: dict[int, TimeMark]) -> Iterator[TimeMark]:
    """The time that a clause with "when" tells of: "since 2011, when the war began"."""
    if verb.dep_ in ("relcl", "advcl") and verb.head.i in times and any(child.lower_ == "when" for child in verb.lefts):
        yield times[verb.head.i]


def _shared(verb: Token, asked: Token, times: dict[int, TimeMark]) -> Iterator[TimeMark]:
    """The time behind the last of several deeds of one subject is that of all: "killed two and held one on Monday"."""
    for child in verb.rights:
        alike = child.dep_ == "conj" and child.pos_ == "VERB" and child.tag_ == verb.tag_
        if alike and not any(inner.dep_ in (*_SUBJECTS, "aux") for inner in child.lefts):
            within = (mark for mark in _within(child, asked, times, 0) if mark.phrase.start > child.i)
            yield from (mark for mark in within if _is_episode(mark.time))
            yield from _shared(child, asked, times)


def _is_episode(time: Time) -> bool:
    """Whether a time is so short that several deeds told with it were one episode."""
    if time.begin is None or time.end is None:
        return False
    return date.fromisoformat(time.end) - date.fromisoformat(time.begin) <= _EPISODE


def _within(word: Token, asked: Token, times: dict[int, TimeMark], depth: int) -> Iterator[TimeMark]:
    """The times below ``word`` in its own clause; a verb's subject keeps its times to itself."""
    if depth > _DEEPEST:
        return
    for child in word.children:
        if child.i in times:
            if child.dep_ != "poss" or word.i == asked.i:
                yield times[child.i]
        elif child.i != asked.i and not _is_apart(child, word, depth):
            yield from _within(child, asked, times, depth + 1)


def _is_apart(child: Token, word: Token, depth: int) -> bool:
    """Whether ``child`` opens another clause, or is a subject, which keeps its times to itself."""
    if child.dep_ in _SUBJECTS:
        return depth > 0 or word.pos_ in ("VERB", "AUX")
    return child.dep_ in _CLAUSES or (child.dep_ == "prep" and child.lower_ in _BOUNDS)
