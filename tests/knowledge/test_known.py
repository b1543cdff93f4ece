"""Bodies and office holders are known by name, office holders by the day."""

import pytest

from sayso.knowledge.known import known_body, known_leader, known_person


@pytest.mark.parametrize(
    ("name", "country", "sectors", "kind"),
    [
        ("the Pentagon", "USA", ("MIL",), "institution"),
        ("Inter-Services Intelligence", "PAK", ("SPY",), "institution"),
        ("Agence France-Presse", "FRA", ("JRN",), "media"),
        ("United Nations", "UNO", (), "organisation"),
        ("Boko Haram", "NGA", ("REB",), "armed-group"),
        ("M23", "COD", ("REB",), "armed-group"),
        ("Jaish-e-Muhammad", "PAK", ("REB",), "armed-group"),
        ("ISIS", "IMG", ("REB",), "armed-group"),
        ("African Union", "IGO", (), "organisation"),
        ("EU", "EUR", (), "organisation"),
        ("Oireachtas", "IRL", ("LEG",), "institution"),
        ("U.S. Navy", "USA", ("MIL",), "institution"),
        ("BBC News", "GBR", ("JRN",), "media"),
        ("Reuters", None, ("JRN",), "media"),
    ],
)
def test_a_body_is_known_by_its_name(name, country, sectors, kind):
    assert known_body(name) == (country, sectors, kind)


@pytest.mark.parametrize(
    "name", ["Organization", "Senate", "Pervez Musharraf", "Islamic Group", "Metro", "Evening News", "", "the"]
)
def test_what_names_no_one_body_is_none(name):
    assert known_body(name) is None


@pytest.mark.parametrize(
    ("day", "sectors"),
    [("2005-06-01", ("GOV",)), ("1990-01-01", ()), ("2013-01-01", ("ELI",)), (None, ())],
)
def test_an_office_is_held_for_its_term_only(day, sectors):
    known = known_person("Pervez Musharraf", day)
    assert known is not None
    assert (known.country, known.sectors) == ("PAK", sectors)


def test_a_surname_alone_is_no_one():
    assert known_person("Musharraf", "2005-06-01") is None


@pytest.mark.parametrize(
    ("surname", "day", "known"),
    [
        ("Merkel", "2010-03-01", ("DEU", ("GOV",))),
        ("Merkel", None, ("DEU", ())),
        ("Merkel", "1990-03-01", None),
        ("Gore", "1995-03-01", None),
        ("Nobody", None, None),
    ],
)
def test_a_leader_is_known_by_the_surname_while_in_office(surname, day, known):
    found = known_leader(surname, day)
    assert (found and (found.country, found.sectors)) == known
