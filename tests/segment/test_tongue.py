"""Which language a text is in."""

import pytest

from sayso.segment.tongue import language_of

GERMAN = (
    "Der Rat von Velia traf am Montag die Bergleute und sagte, dass der alte Vertrag noch einmal geprüft werde, so der "
    "Schreiber in einem Brief an die Zeitungen der Stadt."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("TALKS FAIL", "en"),
        ("Tarn Tarn " * 40, "en"),
        (
            "THE COUNCIL OF VELIA MET THE MINERS AND SAID THAT THE TREATY WAS TO BE LOOKED AT AGAIN IN MARCH.",
            "en",
        ),
        (GERMAN, "de"),
        ("Совет встретился с шахтёрами и сказал, что договор будет рассмотрен снова.", "ru"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
