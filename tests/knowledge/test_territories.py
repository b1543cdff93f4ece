"""Contested territories: their country is as the setting has it."""

import os
import subprocess
import sys

import pytest

from sayso.knowledge.territories import country_of

SCRIPT = "from sayso.knowledge.gazetteer import places_named; print(places_named('Sevastopol')[0].country)"


@pytest.mark.parametrize(("setting", "country"), [("un", "UKR"), ("held", "RUS"), ("none", "None")])
def test_the_setting_decides(setting: str, country: str) -> None:
    env = os.environ | {"SAYSO_TERRITORIES": setting}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == country


def test_a_place_in_a_contested_region_has_its_country_by_the_setting_and_others_have_their_own() -> None:
    assert country_of(694423, 694422, "RUS") == country_of(0, 694422, "RUS") == "UKR"
    assert country_of(287286, 0, "OMN") == "OMN"
