"""The cues of attribution: how likely each is one, by the way its content hangs on it, and the stance it shows."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.model.statement import Stance

WordClass = Literal["verbs", "nouns", "adjectives"]
NEVER, ALWAYS = -9.0, 9.0
"""The log-odds of a cue with a pattern that the lexicon does not have, and with one that speaks for itself."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's lemma: its stance, and for each pattern of content the log-odds that it is a cue there."""

    lemma: str
    stance: Stance
    odds: dict[str, float]

    def with_content(self, pattern: str) -> float:
        """The log-odds that the word is a cue where a content hangs on it by that pattern."""
        return ALWAYS if pattern == "raised" else self.odds.get(pattern, NEVER)

    def introduces_speech(self) -> bool:
        """Whether the word can stand with a quotation: it takes a clause more often than not."""
        return self.odds.get("ccomp", NEVER) > 0


@dataclass(frozen=True, slots=True)
class Cues:
    """The lexicon: cues by lemma, weights of circumstances, stances by pattern, word lists."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    circumstances: dict[str, dict[str, float]]
    patterned: dict[str, dict[str, Stance]]
    words: dict[str, frozenset[str]]


@cache
def cues() -> Cues:
    """The lexicon, read once."""
    data = tomllib.loads(files("sayso.annotate").joinpath("lexicon/cues.toml").read_text(encoding="utf-8"))
    stances: dict[str, Stance] = {word: stance for stance, words in data["stances"].items() for word in words}

    def entries(kind: WordClass) -> dict[str, Cue]:
        return {lemma: Cue(lemma, stances.get(lemma, "says"), odds) for lemma, odds in data[kind].items()}

    words = {name: frozenset(listed) for name, listed in data["words"].items()}
    return Cues(
        entries("verbs"), entries("nouns"), entries("adjectives"), data["circumstances"], data["patterned"], words
    )
