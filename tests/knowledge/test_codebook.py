"""Codebooks: those that ship are whole; one of somebody else's is read or refused with one line."""

from pathlib import Path
from typing import get_args

import pytest

from sayso.errors import UsageError
from sayso.knowledge.codebook import SHIPPED, codebook
from sayso.model.event import EventType

MINE = """
name = "mine"
title = "Mine"
[[kind]]
code = "REAP"
meaning = "Somebody brings a crop in."
verbs = ["harvest"]
roles = { subject = "actor" }
"""


def test_plover_is_whole() -> None:
    book = codebook("plover")
    assert [kind.code for kind in book.kinds] == list(get_args(EventType))
    assert sum(len(kind.modes) for kind in book.kinds) == 67
    assert all(kind.meaning and kind.example and kind.traps for kind in book.kinds)


def test_cameo_takes_every_type_of_plover() -> None:
    book = codebook("cameo")
    assert [name for name in get_args(EventType) if book.kind_of(name, None) is None] == []
    assert book.kind_of("ACCUSE", "investigate") == "09"
    assert book.kind_of("ACCUSE", "disapprove") == "11"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_one_has_its_name(name: str) -> None:
    assert codebook(name).name == name


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name = ", "Invalid value"),
        ('name = "x"\ntitle = "y"', "no .*kind"),
        (MINE.replace("meaning", "meening"), "unknown key 'meening'"),
        (MINE.replace('roles = { subject = "actor" }', ""), "need roles"),
        (MINE.replace('"actor"', '"villain"'), "one of actor"),
        (MINE + MINE[MINE.index("[[kind]]") :], "stands twice"),
        (MINE.replace('["harvest"]', '"harvest"'), "not a list"),
        (MINE.replace('["harvest"]', '["<crop>"]'), "no word of its own"),
        ("x = " + "[" * 5000, "no codebook"),
    ],
)
def test_what_is_no_codebook_is_refused_with_one_line(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=reason) as caught:
        codebook(str(file))
    assert str(file) in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_missing_or_huge_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        codebook(str(tmp_path / "none.toml"))
    (tmp_path / "huge.toml").write_bytes(b"#" * 1_000_002)
    with pytest.raises(UsageError, match="larger than"):
        codebook(str(tmp_path / "huge.toml"))
