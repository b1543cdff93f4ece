"""Order: which happening was before, after or during which other, where the words say so.

TimeML calls these words temporal signals (Pustejovsky et al. 2003): "before", "after", "following", "as", "then".
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.annotate.happening.sameness import Happening
from sayso.marks import EventMark
from sayso.model.event import Relation

_SIGNALS: dict[str, Relation] = {
    "before": "before",
    "prior": "before",
    "ahead": "before",
    "until": "before",
    "after": "after",
    "following": "after",
    "since": "after",
    "once": "after",
    "during": "overlaps",
    "while": "overlaps",
    "amid": "overlaps",
    "amidst": "overlaps",
}
_THEN = frozenset({"then", "later", "afterwards", "afterward", "subsequently", "thereafter"})
_HIGHEST, _DEEPEST = 8, 4


def order_all(found: Sequence[Happening], events: Sequence[EventMark]) -> None:
    """Write the order of each pair once, on the event that the main clause tells."""
    at: dict[int, int] = {}
    for number, happening in enumerate(found):
        for draft in happening.drafts:
            at.update({word.i: number for word in draft.trigger.words})
    for number, happening in enumerate(found):
        for draft in happening.drafts:
            if draft.trigger.bearer is not None:
                at.setdefault(draft.trigger.bearer.i, number)
    seen: set[tuple[int, int]] = set()
    for number, happening in enumerate(found):
        for draft in happening.drafts:
            for relation, other in [*_above(draft.trigger.word, at), *_then(draft.trigger.predicate, number, found)]:
                pair = (min(number, other), max(number, other))
                if other != number and pair not in seen:
                    seen.add(pair)
                    events[other].order.append((relation, number))


def _above(word: Token, at: dict[int, int]) -> list[tuple[Relation, int]]:
    """The event of the clause that a signal between ties this one to, and how that stands to this."""
    relation: Relation | None = None
    for _ in range(_HIGHEST):
        relation = relation or _signal(word)
        if word.head == word:
            return []
        word = word.head
        if relation and word.i in at:
            return [(relation, at[word.i])]
    return []


def _signal(word: Token) -> Relation | None:
    """The signal that opens the clause of a verb, or the preposition itself."""
    if word.dep_ in ("prep", "pcomp", "mark", "advmod", "conj") and word.lower_ in _SIGNALS:
        return _SIGNALS[word.lower_]
    if word.dep_ in ("advcl", "conj", "ccomp"):
        for child in word.lefts:
            if child.dep_ in ("mark", "advmod") and child.lower_ in _SIGNALS:
                return _SIGNALS[child.lower_]
            if child.dep_ == "mark" and child.lower_ == "as" and word.tag_ in ("VBD", "VBG", "VBN"):
                return "overlaps"
    return None


def _then(verb: Token, number: int, found: Sequence[Happening]) -> list[tuple[Relation, int]]:
    """Of "A called for talks. It then refused them": the first was before the second."""
    if number == 0 or not any(child.dep_ == "advmod" and child.lower_ in _THEN for child in verb.children):
        return []
    earlier = [
        (draft.sentence, draft.mark.confidence, -other)
        for other, happening in enumerate(found)
        for draft in happening.drafts
        if other != number and draft.trigger.word.i < verb.i
    ]
    return [("before", -max(earlier)[2])] if earlier else []
