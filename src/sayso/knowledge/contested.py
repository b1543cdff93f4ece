"""Contested states: which code they get is a table that can be switched.

The table is contested.toml; what it does not name is coded as the state that answers for it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from sayso.errors import UsageError
from sayso.knowledge.cameo import SLOTS
from sayso.knowledge.plover import SECTORS
from sayso.knowledge.states import state_by_code

DEFAULT = "plover"


class StateCode(NamedTuple):
    """Country and sectors of a state as an actor."""

    country: str | None
    sectors: tuple[str, ...]


class Contested:
    """The codes of one scheme: one that contested.toml names, or a TOML file of one table, `CODE = "COUNTRY SECTOR"`.

    UsageError where the scheme is none, or the file cannot be used.

    >>> Contested("iso").code_of("KOS").country is None, Contested().code_of("KOS").country
    (True, 'KOS')
    >>> Contested().code_of("PRI").country
    'USA'
    """

    def __init__(self, scheme: str = DEFAULT) -> None:
        self.scheme = scheme
        rows = _schemes().get(scheme)
        self._codes = _read(scheme, _own(scheme) if rows is None else rows)

    def code_of(self, state: str) -> StateCode:
        """The code of the state with that code of states.toml."""
        known = self._codes.get(state)
        if known is not None:
            return known
        found = state_by_code(state)
        return StateCode(found.sovereign if found else state, ())

    @property
    def told(self) -> str:
        """The table on one line, so that records can say what they were coded by."""
        return ";".join(
            f"{state}={code.country or '-'} {' '.join(code.sectors)}" for state, code in self._codes.items()
        )


def _read(scheme: str, rows: dict[str, Any]) -> dict[str, StateCode]:
    codes = {}
    for state, row in sorted(rows.items()):
        country, *sectors = str(row).split() or [""]
        land = state_by_code(country)
        known = country == "-" or country in SLOTS or (land is not None and land.of is None)
        if state_by_code(state) is None or not known or not set(sectors) <= SECTORS:
            raise UsageError(f"contested: {scheme}: no codes: {state} = {row}")
        codes[state] = StateCode(None if country == "-" else country, tuple(sectors))
    return codes


def _own(scheme: str) -> dict[str, Any]:
    path = Path(scheme)
    if not path.is_file():
        raise UsageError(f"contested: {scheme}: neither a file nor one of {', '.join(_schemes())}")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"contested: {scheme}: {error}") from error


@cache
def _schemes() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("sayso.knowledge").joinpath("contested.toml").read_text(encoding="utf-8"))
