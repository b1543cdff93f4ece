"""News agencies that a text credits: "(AFP)", "Reuters contributed", "additional reporting by"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_EDGE = 400


def agencies_credited(text: str) -> tuple[str, ...]:
    """The agencies whose text it says to carry, by their short names, sorted.

    >>> agencies_credited("TARN (AFP) - Envoys met. Additional reporting by Reuters.")
    ('AFP', 'Reuters')
    """
    credit, short = _credit()
    edges = text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}"
    found = (next(filter(None, match.groups())) for match in credit.finditer(edges))
    return tuple(sorted({short[" ".join(name.casefold().split())] for name in found}))


@cache
def _credit() -> tuple[re.Pattern[str], dict[str, str]]:
    """What a credit looks like, and the short name of every spelling."""
    table = tomllib.loads(files("sayso.resolve.copies").joinpath("agencies.toml").read_text(encoding="utf-8"))
    short = {name.casefold(): agency for agency, names in table["agencies"].items() for name in (agency, *names)}
    name = (
        "(" + "|".join(sorted((r"\s+".join(map(re.escape, one.split())) for one in short), key=len, reverse=True)) + ")"
    )
    shapes = [shape.replace("NAME", name) for shape in table["credits"]["shapes"]]
    return re.compile("|".join(shapes), re.IGNORECASE | re.MULTILINE), short
