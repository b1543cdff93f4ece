"""The cues of attribution: how often each is one, by the way its content hangs on it, and the stance it shows."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.model.statement import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's lemma: its stance, and its strength (a share in [0, 1]) for each pattern of content."""

    lemma: str
    stance: Stance
    strength: dict[str, float]


@dataclass(frozen=True, slots=True)
class Cues:
    """The lexicon: cues by lemma, and the word classes that the rules of attribution ask for."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    words: dict[str, frozenset[str]]


@cache
def cues() -> Cues:
    """The lexicon, read once."""
    data = tomllib.loads(files("sayso.annotate").joinpath("lexicon/cues.toml").read_text(encoding="utf-8"))
    stances: dict[str, Stance] = {word: stance for stance, words in data["stances"].items() for word in words}
    return Cues(
        verbs={lemma: Cue(lemma, stances.get(lemma, "says"), share) for lemma, share in data["verbs"].items()},
        nouns={lemma: Cue(lemma, stances.get(lemma, "says"), share) for lemma, share in data["nouns"].items()},
        words={name: frozenset(words) for name, words in data["words"].items()},
    )
