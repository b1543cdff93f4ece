"""The status head: where it is surer of another class than the cue rules gave, its answer stands.

Three logistic regressions over the signs of a predicate (occurred, did not, unsettled), fitted by `training/status` on
predicates whose factuality people judged (Lee et al. 2015; Minard et al. 2016). It knows three classes only, so among
the unsettled statuses the rules' choice is kept, and where they chose none it is ``possible``.
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

_MARGIN = 0.0
_SETTLED = ("occurred", "did-not")

Weights = Mapping[str, Mapping[str, float]]


@cache
def _weights() -> Weights:
    text = files("sayso.annotate").joinpath("lexicon", "status_head.json").read_text(encoding="utf-8")
    return cast(Weights, json.loads(text)["weights"])


def settled(word: Token, bearer: Token | None, ruled: Status) -> Status:
    """The status of what ``word`` names, given what the rules say of it."""
    found = {"", *signs(word, bearer, ruled)}
    sums = {name: sum(weights.get(sign, 0.0) for sign in sorted(found)) for name, weights in _weights().items()}
    own = ruled if ruled in _SETTLED else "unsettled"
    best = max(sorted(sums), key=lambda name: sums[name])
    if best == own or sums[best] - sums[own] <= _MARGIN:
        return ruled
    return cast(Status, best) if best in _SETTLED else "possible"
