"""How likely an attribution is, by what the reader and the rules say of it: log-odds, fitted to held-out articles.

The reader's shares of cue, source and content, and whether the rules find the same cue with the same source and
content: a logistic regression (Platt 1999, "Probabilistic outputs"), its weights by training/statements/weigh.py.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from math import exp, log

from sayso.annotate.attribution.draft import Draft, Run
from sayso.annotate.attribution.reading import Reading

_LEAST = 1e-4

Evidence = dict[str, float]


def evidence_read(reading: Reading, rule: Draft | None) -> Evidence:
    """What speaks for an attribution that is read; ``rule`` is the rules' draft of the same cue."""
    found = {
        "read": 1.0,
        "cue": _log_odds(reading.of_cue),
        "source": _log_odds(reading.of_source),
        "content": _log_odds(reading.of_content),
        "no-source": float(reading.source is None),
    }
    if rule is not None:
        same = rule.source is not None and reading.source is not None and _meet(reading.source, rule.source[:2])
        alike = _overlap(reading.contents, rule.content)
        found |= {"ruled": 1.0, "strength": _log_odds(rule.strength), "same-source": float(same), "same-content": alike}
        found["neither-source"] = float(rule.source is None and reading.source is None)
    return found


def evidence_ruled(rule: Draft, *, inside: bool) -> Evidence:
    """What speaks for a draft of the rules that is not read; ``inside`` where another's content holds it."""
    alone = "inside" if inside else "alone"
    return {
        alone: 1.0,
        f"{alone}-strength": _log_odds(rule.strength),
        f"{alone}-no-source": float(rule.source is None),
        f"{alone}-no-cue": float(not rule.cue),
    }


def weigh(evidence: Evidence) -> float:
    """The share of such attributions that are right in source and content."""
    weights = _weights()
    odds = sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _overlap(one: list[Run], other: list[Run]) -> float:
    """Dice's coefficient of the tokens."""
    a, b = ({index for run in runs for index in range(*run)} for runs in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _meet(one: Run, other: tuple[int, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _log_odds(share: float) -> float:
    share = min(1 - _LEAST, max(_LEAST, share))
    return log(share / (1 - share))


@cache
def _weights() -> dict[str, float]:
    text = files("sayso.annotate").joinpath("lexicon/weighing.toml").read_text(encoding="utf-8")
    weights: dict[str, float] = tomllib.loads(text)["weights"]
    return weights
