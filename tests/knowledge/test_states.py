"""States are found by any of their names, and by nothing else."""

import pytest

from sayso.knowledge.states import name_of_state, state_by_code


@pytest.mark.parametrize(
    ("name", "code", "use"),
    [
        ("Iran", "IRN", "name"),
        ("the Islamic Republic of Iran", "IRN", "name"),
        ("U.S.", "USA", "name"),
        ("Afghan", "AFG", "demonym"),
        ("Kuwaitis", "KWT", "demonym"),
        ("Islamabad", "PAK", "capital"),
        ("PAKISTAN", "PAK", "name"),
        ("Côte d’Ivoire", "CIV", "name"),
        ("Soviet Union", "SUN", "name"),
        ("Dominican", "DOM", "demonym"),
        ("Kosovar", "KOS", "demonym"),
        ("Yaoundé", "CMR", "capital"),
        ("Frenchmen", "FRA", "demonym"),
        ("Danes", "DNK", "demonym"),
    ],
)
def test_a_state_is_known_by_name_demonym_and_capital(name, code, use):
    found = name_of_state(name)
    assert found is not None
    assert (found.state.code, found.use) == (code, use)


@pytest.mark.parametrize("word", ["us", "", "turkey", "The", "MALI X", "Polish-made", "may", "Germen", "Britishs"])
def test_other_words_name_no_state(word):
    assert name_of_state(word) is None


def test_a_dependency_answers_to_its_state():
    guam = name_of_state("Guam")
    assert guam is not None
    assert (guam.state.code, guam.state.sovereign) == ("GUM", "USA")
    assert state_by_code("GUM") is guam.state
