"""Contested states: each scheme gives the code that its table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.knowledge.contested import Contested
from sayso.knowledge.states import name_of_state


@pytest.mark.parametrize(
    ("name", "plover", "iso"),
    [
        ("Palestine", ("PSE", ()), ("PSE", ())),
        ("Kosovo", ("KOS", ()), (None, ())),
        ("Taiwan", ("TWN", ()), ("TWN", ())),
        ("Western Sahara", ("ESH", ("PRE",)), ("ESH", ())),
        ("Somaliland", ("SOM", ("PRE",)), ("SOM", ())),
        ("Puerto Rico", ("USA", ()), ("USA", ())),
        ("Kenya", ("KEN", ()), ("KEN", ())),
    ],
)
def test_a_scheme_says_what_a_state_is_coded_as(name: str, plover: tuple, iso: tuple) -> None:
    found = name_of_state(name)
    assert found is not None
    assert Contested().code_of(found.state.code) == plover
    assert Contested("iso").code_of(found.state.code) == iso


def test_a_file_is_a_scheme(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('TWN = "CHN PRE"\nKOS = "-"\n', encoding="utf-8")
    own = Contested(str(path))
    assert own.code_of("TWN") == ("CHN", ("PRE",))
    assert own.code_of("KOS") == (None, ())
    assert own.code_of("PSE") == ("PSE", ())


@pytest.mark.parametrize("text", ['TWN = "NOWHERE"', 'XYZ = "CHN"', 'TWN = "CHN ABC"', "TWN ="])
def test_a_file_that_says_no_codes_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"contested: .*own"):
        Contested(str(path))


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(UsageError, match=r"neither a file nor one of plover, iso"):
        Contested("mine")
