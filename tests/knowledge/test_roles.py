"""Role words tell kind, sector and gender."""

import pytest

from sayso.knowledge.roles import RoleWord, gender_of, is_general, modifier_sector, role_of, singular


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("minister", RoleWord("person", "GOV")),
        ("soldiers", RoleWord("people", "MIL")),
        ("policemen", RoleWord("people", "COP")),
        ("police", RoleWord("institution", "COP")),
        ("insurgents", RoleWord("armed-group", "REB")),
        ("spokeswoman", RoleWord("person", None)),
        ("people", RoleWord("people", None)),
        ("table", None),
    ],
)
def test_a_role_word_tells_kind_and_sector(word, role):
    assert role_of(word) == role


def test_a_general_head_gives_way_to_its_modifier():
    assert is_general("officials")
    assert not is_general("senator")
    assert modifier_sector("intelligence") == "SPY"


@pytest.mark.parametrize(("many", "one"), [("officials", "official"), ("countries", "country"), ("gunmen", "gunman")])
def test_singular(many, one):
    assert singular(many) == one


def test_gender():
    assert [gender_of(word) for word in ("he", "spokeswoman", "minister")] == ["male", "female", None]
