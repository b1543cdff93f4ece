"""Tales: the sentences in which one report tells of events, and which of them is nearest to a sentence of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, sqrt

from sayso.model.ids import digest

Bag = Mapping[str, float]
"""Words with weights whose squares add up to one, in alphabetical order."""


def unit(words: Mapping[str, float]) -> Bag:
    """The words with weights whose squares add up to one, in alphabetical order."""
    length = sqrt(fsum(weight * weight for weight in words.values()))
    return {word: weight / length for word, weight in sorted(words.items()) if weight}


def cosine(one: Bag, other: Bag) -> float:
    """The cosine of two bags of words."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return sum([weight * long[word] for word, weight in short.items() if word in long])


class Tale:
    """The sentences of a report, each once; ``key`` is the same for the same sentences."""

    def __init__(self, sentences: Sequence[Bag]) -> None:
        self.sentences = tuple(sentences)
        self.key = digest(*(word for words in sentences for word in (*words, "")))
        self._near: dict[tuple[str, int], tuple[tuple[float, int], ...]] = {}

    def nearest(self, other: Tale, sentence: int, but: int) -> float:
        """The cosine with the other's sentence of that of these sentences, ``but`` one, that is nearest to it."""
        asked = other.key, sentence
        if asked not in self._near:
            alike = ((cosine(own, other.sentences[sentence]), at) for at, own in enumerate(self.sentences))
            self._near[asked] = tuple(sorted(alike, reverse=True)[:2])
        return next((near for near, at in self._near[asked] if at != but), 0.0)
