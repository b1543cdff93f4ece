"""Actors: who is who in a report, and what each is coded as."""

import pytest

from sayso.model import Actor, Findings
from sayso.pipeline import Sayso


def at(record: Findings, words: str) -> Actor:
    """The actor of the first mention that reads exactly so."""
    text = record.report.text
    spans = [(span.start, actor) for actor in record.actors for span in actor.mentions if span.cut(text) == words]
    assert spans, f"no mention {words!r} in {[actor.name for actor in record.actors]}"
    return min(spans, key=lambda found: found[0])[1]


MINISTRY = (
    "Officials of the Alvanian Ministry of Trade (AMT) met rebels on Monday. The AMT said the talks had failed. "
    '"We will not return," Trade Minister Ivo Marlow said. Marlow said he was tired.'
)
NETWORK = (
    "Two officials spoke to reporters. One of the officials said the Marlow network had fled. "
    '"The Marlows are gone," the official said. A second official said nothing of the network.'
)
BORDER = (
    "A Chadian official said Ndjamena had offered talks. A senior Nigerian official denied it. "
    "The Nigerian official said his government was waiting, and that Chad had not called."
)
ARMY = "The spokesman for the Kenyan army, Colonel Daniel Otin, said it had hit back."
LIE = "Anna Bergen told reporters that Peter Lundt had lied. She said he had met a minister."
OFFICE = (
    "Zambia's ambassador to Norway said the border would stay shut. "
    '"It is closed," Mary Phirin told a newspaper on Monday.'
)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (MINISTRY, "the Alvanian Ministry of Trade", "The AMT"),
        (MINISTRY, "Trade Minister Ivo Marlow", "Marlow"),
        (MINISTRY, "Trade Minister Ivo Marlow", "We"),
        (MINISTRY, "Marlow", "he"),
        (NETWORK, "the Marlow network", "The Marlows"),
        (NETWORK, "the Marlow network", "the network"),
        (NETWORK, "One of the officials", "the official"),
        (NETWORK, "Two officials", "the officials"),
        (BORDER, "A senior Nigerian official", "The Nigerian official"),
        (BORDER, "A senior Nigerian official", "his"),
        (BORDER, "Ndjamena", "Chad"),
        (ARMY, "The spokesman for the Kenyan army", "Colonel Daniel Otin"),
        (LIE, "Anna Bergen", "She"),
        (LIE, "Peter Lundt", "he"),
        (OFFICE, "Zambia's ambassador to Norway", "Mary Phirin"),
    ],
)
def test_two_mentions_of_one_actor(say: Sayso, text: str, one: str, other: str) -> None:
    record = say(text)
    assert at(record, one).id == at(record, other).id


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (NETWORK, "One of the officials", "A second official"),
        (NETWORK, "One of the officials", "the officials"),
        (BORDER, "A Chadian official", "A senior Nigerian official"),
        ("Anna Bergen met Peter Bergen. Peter Bergen said the vote was lost.", "Anna Bergen", "Peter Bergen"),
        ("A minister said the talks had failed. Ola Grant, who runs a shop, said so too.", "A minister", "Ola Grant"),
    ],
)
def test_two_actors_stay_two(say: Sayso, text: str, one: str, other: str) -> None:
    record = say(text)
    assert at(record, one).id != at(record, other).id


@pytest.mark.parametrize(
    ("text", "words", "code", "rule"),
    [
        (BORDER, "A Chadian official", "TCDGOV", "demonym"),
        (BORDER, "Ndjamena", "TCD", "state"),
        (BORDER, "his government", "NGAGOV", "affiliation"),
        ("The Pentagon said the talks had failed.", "The Pentagon", "USAMIL", "knowledge"),
        ("Kenyan soldiers shelled a village on Monday.", "Kenyan soldiers", "KENMIL", "demonym"),
        ("A rebel commander said the talks had failed.", "A rebel commander", None, "role-word"),
        ("The foreign ministry said the talks had failed.", "The foreign ministry", None, "role-word"),
        ("U.N. envoy Ivo Marlow said talks had failed.", "U.N. envoy Ivo Marlow", "UNO", "affiliation"),
        ("Ghana's main ally said the talks had failed.", "Ghana's main ally", None, None),
    ],
)
def test_codes_say_what_is_known_and_no_more(
    say: Sayso, text: str, words: str, code: str | None, rule: str | None
) -> None:
    actor = at(say(text), words)
    assert (actor.code, actor.rule) == (code, rule)


def test_an_office_is_known_by_the_day(say: Sayso) -> None:
    text = "Angela Merkel said the talks had failed."
    in_office, later = say(text, published="2010-03-01"), say(text, published="2023-03-01")
    assert at(in_office, "Angela Merkel").code == "DEUGOV"
    assert at(later, "Angela Merkel").sectors == ()


def test_the_army_is_of_the_one_country_that_the_report_is_about(say: Sayso) -> None:
    text = (
        "Shells fell on a market in Kenya on Monday. The army said rebels in Mombasa had fired them. "
        "In Nairobi nobody was hurt, but two people died in Kisumu, and schools in Kenya stayed shut."
    )
    army = at(say(text), "The army")
    assert (army.code, army.rule) == ("KENMIL", "setting")


def test_standing_tells_names_from_descriptions_and_crowds(say: Sayso) -> None:
    record = say("Officials said a diplomat had met Ivo Marlow.")
    standings = [at(record, words).standing for words in ("Officials", "a diplomat", "Ivo Marlow")]
    assert standings == ["collective", "unnamed", "named"]


@pytest.mark.parametrize("text", ["", "\0", "HE SAID IT", "“We (the", ". . .", "US", "(US) (US", "the of the", "one"])
def test_any_text_is_read(say: Sayso, text: str) -> None:
    for actor in say(text).actors:
        assert actor.mentions


def test_a_bracketed_acronym_is_no_part_of_the_name(say: Sayso) -> None:
    record = say("The Nubari Front (NF) denied that it had agreed to a truce.")
    assert at(record, "The Nubari Front").name == "Nubari Front"
