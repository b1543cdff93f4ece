"""Does one report carry the text of another? Candidates by keys, then a weighing of what the texts share."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from sayso.model.family import CopyKind
from sayso.model.ids import digest
from sayso.resolve.copies.likeness import Likeness, bands_of
from sayso.resolve.copies.sketch import SHINGLE, CopySketch
from sayso.resolve.copies.versions import is_version, version_key
from sayso.resolve.gist import Gist

MOST_PRINT_KEYS: Final = 44
_FEWEST_PRINTS, _FEWEST_SHARED = 6, 3
_WHOLE = 0.6
_TEMPLATE = (0.35, 0.4)
_BEGINNING = 0.25
_NEWS_DAYS = 31


@dataclass(frozen=True, slots=True)
class Copying:
    """One of two reports carries the other's text, or both a third one's. ``score`` from 0 to 1, ``evidence`` in words.

    >>> Copying("near", 0.97, ("49 of 51 passages are the same",)).kind
    'near'
    """

    kind: CopyKind
    score: float
    evidence: tuple[str, ...]


def copy_keys(gist: Gist) -> tuple[str, ...]:
    """What the report shares with a copy of it: address, hash, bands of its signature, some of its fingerprints."""
    sketch, address = gist.copy, version_key(gist)
    same_page = (f"u{digest(address)}",) if address else ()
    if sketch.words < SHINGLE:
        return same_page
    exact = f"x{sketch.sha256[:16]}"
    bands = (f"b{number}:{band}" for number, band in enumerate(bands_of(sketch.signature)))
    return (*same_page, exact, *bands, *(f"p{value:08x}" for value in sampled(sketch.prints)))


def sampled(prints: tuple[int, ...]) -> tuple[int, ...]:
    """The smallest fingerprints, 44 at most: of what two texts share, both take the same first."""
    return tuple(sorted(prints)[:MOST_PRINT_KEYS])


def compare_copies(a: Gist, b: Gist) -> Copying | None:
    """How the two belong together as texts; None where they do not. The order of the two does not matter."""
    if a.copy.words >= SHINGLE and a.copy.sha256 == b.copy.sha256:
        return Copying("exact", 1.0, ("the same words", *_credits(a, b)))
    if is_version(a, b):
        return Copying("version", 1.0, ("another text at the same address",))
    shorter, longer = sorted((a, b), key=lambda gist: (len(gist.copy.prints), gist.copy.sha256))
    if len(shorter.copy.prints) < _FEWEST_PRINTS:
        return None
    likeness = Likeness.of(shorter.copy, longer.copy)
    score = _score(likeness, shorter, longer)
    if likeness.shared < _FEWEST_SHARED or score < weights()["least"] or _excused(likeness, shorter, longer):
        return None
    return Copying(_kind(likeness), round(score, 2), (*_evidence(likeness, shorter.copy), *_credits(a, b)))


@cache
def weights() -> dict[str, float]:
    """The weights of the logistic regression, and the score from which on it is a copy."""
    text = files("sayso.resolve.copies").joinpath("weighing.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(text)["weights"].items()}


def signs_of(likeness: Likeness, same_outlet: float) -> dict[str, float]:
    """What is weighed. One outlet's reports share its phrases and its background, so that they must share more."""
    return {
        "always": 1.0,
        "contained": math.log(likeness.contained + 0.02),
        "particulars": likeness.particulars,
        "same_outlet": same_outlet,
    }


def same_outlet(a: Gist, b: Gist) -> float:
    """One where both are of one outlet, zero where not, a half where nobody knows."""
    if a.outlet is None or b.outlet is None:
        return 0.5
    return float(a.outlet.casefold() == b.outlet.casefold())


def _score(likeness: Likeness, shorter: Gist, longer: Gist) -> float:
    signs = signs_of(likeness, same_outlet(shorter, longer))
    return 1 / (1 + math.exp(-sum(weights()[name] * value for name, value in signs.items())))


def _excused(likeness: Likeness, shorter: Gist, longer: Gist) -> bool:
    """Is what they share a template filled anew, what an outlet prints on every page, or old background?"""
    much, filled = _TEMPLATE
    if likeness.contained > much and likeness.particulars < filled:
        return True
    if likeness.body < likeness.contained / 2 or (likeness.lead < _BEGINNING and same_outlet(shorter, longer) > 0):
        return True
    if likeness.contained >= _WHOLE or shorter.published is None or longer.published is None:
        return False
    return abs((date.fromisoformat(shorter.published) - date.fromisoformat(longer.published)).days) > _NEWS_DAYS


def _kind(likeness: Likeness) -> CopyKind:
    if likeness.contained < _WHOLE:
        return "rewritten"
    return "near" if likeness.covered >= _WHOLE else "shortened"


def _evidence(likeness: Likeness, shorter: CopySketch) -> tuple[str, ...]:
    told = len(shorter.prints) - len(shorter.quoted)
    lines = [f"{likeness.shared} of {max(told, likeness.shared)} passages of the shorter stand in the longer"]
    if likeness.lead >= _WHOLE:
        lines.append("they begin alike")
    if likeness.quoted:
        lines.append(f"{likeness.quoted} passages of direct speech are the same")
    return tuple(lines)


def _credits(a: Gist, b: Gist) -> tuple[str, ...]:
    both = [agency for agency in a.copy.agencies if agency in b.copy.agencies]
    one = sorted(set(a.copy.agencies) ^ set(b.copy.agencies))
    return (*(f"both credit {agency}" for agency in both), *(f"one credits {agency}" for agency in one))
