from __future__ import annotations

from collections.abc import Sequence

import pytest
from resolve.gists import By, Does, by_id, gist, linked, media, named, unnamed

from sayso.resolve.gist import Gist
from sayso.resolve.origins.grading import grade
from sayso.resolve.origins.roots import origins

FRONT = Does("actor", "Orsk Front")
ARMY = Does("actor", "the Velian army", "institution", "unnamed", "VEL", "VELMIL")
AIRCRAFT = Does("actor", "Velian aircraft", "organisation", "unnamed", "VEL", None)
MINISTER = {"country": "VEL", "code": "VELGOV"}
TIMES = media("Harbour Times")

CASES: list[tuple[str, Sequence[Gist], str]] = [
    ("a party by name", [gist("r1", named("Orsk Front", kind="armed-group"), does=[FRONT])], "on-record"),
    ("its spokesman", [gist("r1", By("spokesperson", "an Orsk Front spokesman"), does=[FRONT])], "on-record"),
    (
        "a party in another report",
        [gist("r1", does=[FRONT]), gist("r2", named("Orsk Front", kind="armed-group"))],
        "on-record",
    ),
    (
        "a minister of the state whose army it was",
        [gist("r1", named("Ada Marlow", **MINISTER), does=[ARMY])],
        "on-record",
    ),
    (
        "a minister of the state whose aircraft they were",
        [gist("r1", named("Ada Marlow", **MINISTER), does=[AIRCRAFT])],
        "on-record",
    ),
    (
        "a party through a paper",
        [gist("r1", named("Orsk Front", kind="armed-group", via=TIMES), does=[FRONT])],
        "on-record",
    ),
    ("an onlooker by name", [gist("r1", named("Ada Marlow"), does=[FRONT])], "one-origin"),
    (
        "an unnamed minister of that state",
        [gist("r1", unnamed("a minister", **MINISTER), does=[ARMY])],
        "one-unnamed-origin",
    ),
    (
        "a named rebel of the same country",
        [gist("r1", named("Ben Corrigan", country="VEL", code="VELREB"), does=[ARMY])],
        "one-origin",
    ),
    ("officials", [gist("r1", By("collective", "officials"))], "one-unnamed-origin"),
    ("one paper", [gist("r1", outlet="Ost Post")], "one-origin"),
    ("two officials", [gist("r1", unnamed("an envoy"), unnamed("a diplomat"))], "several-origins"),
    ("six papers that cite one", [gist(f"r{n}", TIMES, outlet=f"Paper {n}") for n in range(6)], "one-origin"),
    ("nobody", [gist("r1", By("none", ""))], "unsourced"),
    (
        "a party that denies it, and an official",
        [gist("r1", named("Orsk Front", kind="armed-group", stance="denies"), unnamed("an envoy"), does=[FRONT])],
        "one-unnamed-origin",
    ),
]


@pytest.mark.parametrize(("reports", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_how_well_it_is_supported(reports: Sequence[Gist], expected: str) -> None:
    event, gists = linked(*reports), by_id(reports)
    assert grade(event, origins(event, gists, {}), gists) == expected
