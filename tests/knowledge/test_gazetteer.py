"""The gazetteer's file: what it must hold, and how names are folded."""

import pytest

from sayso.knowledge.gazetteer import country_place, fold, places_named


def test_fold() -> None:
    assert fold("Qal’eh-ye Zāl") == "qaleh ye zal"
    assert fold("Mount St. Helens") == "mt st helens"
    assert fold("") == ""


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Kabul", "capital", "AFG", 34.5, 69.2),
        ("HERAT", "city", "AFG", 34.3, 62.2),
        ("Helmand", "region", "AFG", 31.4, 64.3),
        ("Ohio", "region", "USA", 40.2, -82.7),
        ("Rapides Parish", "district", "USA", 31.3, -92.4),
        ("Europe", "area", None, 48.7, 9.1),
        ("Dagestan", "region", "RUS", 42.7, 47.3),
    ],
)
def test_a_name_has_its_place(name: str, kind: str, country: str | None, lat: float, lon: float) -> None:
    place = next(place for place in places_named(name) if place.kind == kind and place.country == country)
    assert place.lat == pytest.approx(lat, abs=0.6)
    assert place.lon == pytest.approx(lon, abs=0.6)


def test_countries_have_a_middle_and_unknown_names_nothing() -> None:
    iran = country_place("IRN")
    assert iran
    assert iran.kind == "country"
    assert iran.lat == pytest.approx(32, abs=2)
    assert country_place("ZZZ") is None
    assert places_named("Nosuchplaceatall") == ()
    assert places_named("") == ()
