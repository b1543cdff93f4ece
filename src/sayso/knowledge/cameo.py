"""CAMEO actor codes -> PLOVER's: a country or non-state slot and sectors.

CAMEO's codes are triples of letters after one another ("AFGGOVMIL"); see Schrodt 2012, "CAMEO Conflict and Mediation
Event Observations Codebook", and the PLOVER manual of 2021 for what became of them. Parts that PLOVER has no sector for
(religions, ethnic groups, regions) are left out.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sayso.knowledge.states import state_by_code

SLOTS = ("IGO", "NGO", "IMG", "MNC", "ISM", "UNO", "EUR")
"""PLOVER's non-state slots."""

_OTHER_STATES = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "XKX": "KOS", "SER": "SRB", "GDR": "DDR", "PSX": "PSE"}
_SECTORS = {
    "COP": "COP", "GOV": "GOV", "JUD": "JUD", "LEG": "LEG", "MIL": "MIL", "PTY": "PTY", "REB": "REB", "SPY": "SPY",
    "UAF": "UAF", "INS": "REB", "SEP": "REB", "AGR": "AGR", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU",
    "ELI": "ELI", "MED": "JRN", "LAB": "LAB", "HLH": "MED", "REF": "REF", "OPP": "OPP", "REL": "REL",
}  # fmt: skip


class Plover(NamedTuple):
    """A code of PLOVER; both empty where CAMEO's says nothing that PLOVER has."""

    country: str | None
    sectors: tuple[str, ...]


@cache
def plover_code(code: str) -> Plover:
    """What the CAMEO code becomes; a tilde (the place of a country in an agent's code) is left out.

    >>> plover_code("AFGGOVMIL")
    Plover(country='AFG', sectors=('GOV', 'MIL'))
    >>> plover_code("IGOUNO").country, plover_code("~MED").sectors
    ('UNO', ('JRN',))
    """
    bare = code.replace("~", "")
    parts = [bare[i : i + 3] for i in range(0, len(bare), 3)]
    sectors = tuple(dict.fromkeys(_SECTORS[part] for part in parts if part in _SECTORS))
    return Plover(_country(parts), sectors)


def _country(parts: list[str]) -> str | None:
    first = _OTHER_STATES.get(parts[0], parts[0]) if parts else ""
    if first == "IGO":
        return {"UNO": "UNO", "EUR": "EUR"}.get(parts[1] if len(parts) > 1 else "", "IGO")
    return first if first in SLOTS or state_by_code(first) else None
