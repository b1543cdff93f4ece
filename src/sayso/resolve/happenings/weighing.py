"""How likely two events are one: signs weighed by a logistic regression (weights.toml, by training/happenings)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from sayso.resolve.happenings.accounts import Account
from sayso.resolve.happenings.apart import apart
from sayso.resolve.happenings.signs import signs

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely it is that two events are one, from 0 to 1, and the signs that weigh most for it.

    >>> Likeness(0.83, ("same-word", "same-recipient")).score
    0.83
    """

    score: float
    reasons: tuple[str, ...]


class Weights(NamedTuple):
    """The weight of each sign in log-odds, those of no sign at all, and the score from which groups are joined."""

    signs: dict[str, float]
    bias: float
    join: float


def likeness(a: Account, b: Account) -> Likeness | None:
    """How likely the two are one; None where something keeps them apart. The same whichever comes first."""
    if apart(a, b) is not None:
        return None
    known = weights()
    parts = {name: known.signs.get(name, 0.0) * value for name, value in signs(a, b).items()}
    score = 1 / (1 + exp(-(known.bias + sum(parts[name] for name in sorted(parts)))))
    best = sorted((name for name, part in parts.items() if part > 0), key=lambda name: (-parts[name], name))
    return Likeness(round(score, 4), tuple(best[:_SHOWN]))


@cache
def weights() -> Weights:
    """The weights that ship."""
    table = tomllib.loads(files("sayso.resolve.happenings").joinpath("weights.toml").read_text(encoding="utf-8"))
    return Weights(table["signs"], table["bias"], table["join"])
