"""A table of actors kept in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.knowledge.dictionaries import read_dictionary
from sayso.model import KnownActor, Term, Unread
from sayso.tell import known_lines


def read(path: Path, text: str) -> list[KnownActor | Unread]:
    path.write_text(text, encoding="utf-8-sig")
    return list(read_dictionary(path))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_rows_are_terms_and_cells_are_parted_by_what_parts_the_headings(tmp_path: Path, mark: str) -> None:
    rows = (
        "name,aliases,kind,country,sectors,from,to,wikidata\nAnn Bole,A. Bole|Bole,person,KEN,GOV MIL,2010-02,2012,Q7\n"
    )
    (bole,) = read(tmp_path / "a.csv", (rows + "Ann Bole,,person,UGA,LEG,2013,,\n").replace(",", mark))
    assert bole == KnownActor(
        ("Ann Bole", "A. Bole", "Bole"),
        "person",
        (Term("KEN", ("GOV", "MIL"), "2010-02-01", "2012-12-31"), Term("UGA", ("LEG",), "2013-01-01", None)),
        "Q7",
        "a.csv",
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,KEN,,,", "no name"),
        ("A,knight,KEN,,,", "no such kind"),
        ("A,,XYZ,,,", "no such country"),
        ("A,,KEN,GVO,,", "no such sector"),
        ("A,,KEN,,soon,", "no day"),
        ("A,,KEN,,2011-02-30,", "no day of the calendar"),
        ("A,,KEN,,2012,2011", "ends before it begins"),
        ("A,,KEN,,,,,,", "cells under"),
        ('A,"', "no row of CSV"),
    ],
)
def test_a_row_that_makes_no_sense_is_told_and_the_rest_read(tmp_path: Path, row: str, reason: str) -> None:
    text = f"name,kind,country,sectors,from,to\nOrsk Front,,,REB,,\n{row}\nVelian Guard,,,MIL,,\n"
    unread, *actors = sorted(read(tmp_path / "a.csv", text), key=lambda found: not isinstance(found, Unread))
    assert isinstance(unread, Unread)
    assert (unread.line, reason in unread.reason) == (3, True)
    assert [actor.name for actor in actors if isinstance(actor, KnownActor)] == ["Orsk Front", "Velian Guard"]


def test_a_table_without_names_is_told_at_once(tmp_path: Path) -> None:
    (unread,) = read(tmp_path / "a.csv", "who,what\nx,y\n")
    assert isinstance(unread, Unread)
    assert unread.line == 1


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    actors = [
        KnownActor(("=SUM", "-x"), None, (Term("KEN", ("GOV",), "2010-01-01", None), Term(None, ("REB",)))),
        KnownActor(("farmhand",), None, (Term(None, ("AGR",)),), role=True),
        KnownActor(("No One",), "person", (), "Q7"),
    ]
    (tmp_path / "own").write_text("".join(known_lines(actors)), encoding="utf-8")
    assert list(read_dictionary(tmp_path / "own", "csv")) == actors
