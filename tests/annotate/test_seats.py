"""A paper is of the town that it has its name from."""

from __future__ import annotations

import pytest

from sayso.annotate.casting.seats import seat_of


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Nairobi Star", "KEN"),
        ("The Lahore Post", "PAK"),
        ("Porto Alegre Tribune", "BRA"),
        ("Evening Post", None),
        ("Nairobi", None),
    ],
)
def test_the_town_in_front_tells_the_country(name: str, country: str | None) -> None:
    assert seat_of(name) == country


def test_a_town_with_a_large_namesake_tells_nothing() -> None:
    assert seat_of("Hyderabad Herald") is None
