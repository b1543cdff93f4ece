"""Contested territories: which country a place in one has, by the setting ``territories``.

The table is territories.toml. ``un`` gives the state that the United Nations' bodies count a territory to, none where
they leave it open; ``held`` the state that holds it; ``none`` no country at all.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.config import Settings


class Territory(NamedTuple):
    """A contested territory: its name, and whose it is by each reading."""

    name: str
    un: str | None
    held: str | None


def country_of(id: int, region: int, country: str | None) -> str | None:
    """The country of the place with the GeoNames ``id`` in ``region``, ``country`` where nobody contests it."""
    territory = _table().get(id) or _table().get(region)
    return _reading(territory) if territory else country


@cache
def rule() -> str:
    """The reading that is set: ``un``, ``held`` or ``none``."""
    return Settings.gather({}).territories


def _reading(territory: Territory) -> str | None:
    return {"un": territory.un, "held": territory.held}.get(rule())


@cache
def _table() -> dict[int, Territory]:
    table = tomllib.loads(files("sayso.knowledge").joinpath("territories.toml").read_text(encoding="utf-8"))
    return {
        id: Territory(name, row.get("un"), row.get("held")) for name, row in table.items() for id in row["geonames"]
    }
