"""The status head: where it is clearly surer than the cue rules that nothing is settled, its answer stands.

Three logistic regressions over the signs of a predicate (occurred, did not, unsettled), fitted by `training/status` on
predicates whose factuality people judged (Lee et al. 2015; Minard et al. 2016). People take "will meet" for nearly as
good as met, which is no licence to record it as met: the head takes back what the rules settled, and settles nothing.
Of nouns that "did not" happen ("foiled an attack") it has seen too few to be asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from spacy.tokens import Token

from sayso.annotate.happening.signs import signs
from sayso.model.event import Status

_MARGIN = 1.75
_SETTLED = ("occurred", "did-not")

Weights = Mapping[str, Mapping[str, float]]


@cache
def _weights() -> Weights:
    text = files("sayso.annotate").joinpath("lexicon", "status_head.json").read_text(encoding="utf-8")
    return cast(Weights, json.loads(text)["weights"])


def settled(word: Token, bearer: Token | None, ruled: Status) -> Status:
    """The status of what ``word`` names, given what the rules say; never ``occurred`` where they say otherwise."""
    if ruled not in _SETTLED or (ruled == "did-not" and word.pos_ in ("NOUN", "PROPN")):
        return ruled
    found = sorted({"", *signs(word, bearer, ruled)})
    sums = {name: sum(weights.get(sign, 0.0) for sign in found) for name, weights in _weights().items()}
    best = max(sorted(sums), key=lambda name: sums[name])
    if best == "occurred" or sums[best] - sums[ruled] <= _MARGIN:
        return ruled
    return "did-not" if best == "did-not" else "possible"
