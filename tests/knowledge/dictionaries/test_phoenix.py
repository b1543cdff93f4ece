"""PETRARCH's dictionaries: every line is read, or told with its number."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.knowledge.dictionaries import read_dictionary
from sayso.model import KnownActor, Term, Unread

ACTORS = """# a comment
ORSK_FRONT_ [IMGREB]  # by the roadside
+FRONT_OF_ORSK_

ANN_BOLE_
+PRESIDENT_ANN_BOLE
\t[KENELI 650101-091231]
\t[KENGOV 100101-20120331]
\t[KENELI]
TIM_LUND [KENGOV >991231]
"""
AGENTS = """!PERSON! = MAN, WOMAN
FARMER [~AGR]
POLICE!PERSON! [~COP]
CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]
"""


def read(path: Path, text: str) -> list[KnownActor | Unread]:
    path.write_text(text, encoding="utf-8")
    return list(read_dictionary(path))


def test_actors_have_names_and_dated_terms(tmp_path: Path) -> None:
    front, bole, lund = read(tmp_path / "orsk.actors", ACTORS)
    assert front == KnownActor(
        ("Orsk Front", "Front of Orsk"), "armed-group", (Term("IMG", ("REB",)),), origin="orsk.actors"
    )
    assert isinstance(bole, KnownActor)
    assert (bole.names, bole.kind) == (("Ann Bole",), "person")
    assert bole.terms == (
        Term("KEN", ("ELI",), "1965-01-01", "2009-12-31"),
        Term("KEN", ("GOV",), "2010-01-01", "2012-03-31"),
        Term("KEN", ("ELI",)),
    )
    assert isinstance(lund, KnownActor)
    assert lund.terms == (Term("KEN", ("GOV",), "1999-12-31", None),)


def test_agents_are_role_words(tmp_path: Path) -> None:
    found = read(tmp_path / "words.agents.txt", AGENTS)
    assert all(isinstance(actor, KnownActor) and actor.role for actor in found)
    assert [actor.names for actor in found if isinstance(actor, KnownActor)] == [
        ("farmer",),
        ("policeman", "policewoman"),
        ("chamber of commerce", "chambers of commerce"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("+NOBODY\n", 1, "before the first name"),
        ("A_B\n\n", 1, "no code for A B"),
        ("A_B\n\t[ZZZ]\n", 2, "no country and no sector"),
        ("A_B\n\t[KENGOV 991399]\n", 2, "no day of the calendar"),
        ("A_B\n\t[KENGOV 20120101-20110101]\n", 2, "ends before it begins"),
        ("A_B [KENGOV\n", 1, "brackets that do not close"),
        ("A_B [KENGOV] \nC_\0D\n", 2, "NUL"),
        ("A_B [KENGOV]\n" + "x" * 100_001 + "\n", 2, "longer than"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    unread = [found for found in read(tmp_path / "a.actors", text) if isinstance(found, Unread)]
    assert [found.line for found in unread] == [line]
    assert reason in unread[0].reason


def test_an_agent_of_no_known_set_is_told(tmp_path: Path) -> None:
    (unread,) = read(tmp_path / "a.agents", "FARM!HAND! [~AGR]\n")
    assert unread == Unread(1, "no such set of words: !HAND!")


@pytest.mark.parametrize(("name", "reason"), [("a.docx", "no known format"), ("missing.csv", "no such file")])
def test_a_file_that_is_no_dictionary_is_wrong_usage(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(UsageError, match=reason):
        read_dictionary(tmp_path / name)


def test_the_real_dictionaries_are_read_to_the_last_line() -> None:
    folder = Path(__file__).parents[4] / "shared/data/phoenix"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    begun = time.process_time()
    read = {path.name: list(read_dictionary(path)) for path in sorted(folder.iterdir())}
    assert time.process_time() - begun < 10
    assert len(read) == 4
    for name, found in read.items():
        actors = [one for one in found if isinstance(one, KnownActor)]
        unread = [one for one in found if isinstance(one, Unread)]
        assert len(actors) > 1000, name
        assert len(unread) < 0.05 * len(actors), name
        assert all(line.line and line.reason for line in unread)
