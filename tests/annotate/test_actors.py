"""Actors: who is who in a report, and what each is coded as."""

import pytest

from sayso.model import Actor, Findings, KnownActor, Term
from sayso.pipeline import Sayso, load


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
INTERVIEW = (
    "A paper asks two people of Orsk about the harbour.\n\nWhen did you come to Orsk?\n\nI came last year.\n\n"
    "Do you like it?\n\nI do.\n\nI heard that your boat sank. Is it true?\n\nMy boat sank in May."
)
MARY = "Mary Lundt met Peter Bole on Monday. She said he had hurt himself."
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
        (INTERVIEW, "I", "My"),
        (INTERVIEW, "your", "My"),
        (MARY, "Mary Lundt", "She"),
        (MARY, "Peter Bole", "he"),
        (MARY, "Peter Bole", "himself"),
        ("Colonel Ivo Marlow met rebels. Colonel Marlo called it a start.", "Colonel Ivo Marlow", "Colonel Marlo"),
        ("Omar al-Marri met rebels on Monday. Marri said they had left.", "Omar al-Marri", "Marri"),
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
        ("Ivo Marlow met rebels. Ivo Barlow said it was a start.", "Ivo Marlow", "Ivo Barlow"),
        ("Anna Karlov left Orsk on Monday. Ivo Karlof said it was a start.", "Anna Karlov", "Ivo Karlof"),
        ("Somaliland closed its border on Monday. Somalia denied it.", "Somaliland", "Somalia"),
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
        (
            "Former Kenyan minister Ivo Marlow said it had failed.",
            "Former Kenyan minister Ivo Marlow",
            "KENELI",
            "demonym",
        ),
        ("Somaliland said on Monday that the talks had failed.", "Somaliland", "SOMPRE", "state"),
        (
            "The Ukrainian National Guard said the talks had failed.",
            "The Ukrainian National Guard",
            "UKRMIL",
            "knowledge",
        ),
        ("The Mombasa Herald said the talks had failed.", "The Mombasa Herald", "KENJRN", "location"),
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


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Norway's envoy left. A bomb killed 12 people in Nairobi on Monday.", "12 people", "KEN"),
        ("Norway and Kenya met. Kenyan police arrested four protesters.", "four protesters", "KENCVL"),
        ("Kenya's government met with rebels, an official of the United Nations said.", "rebels", "KENREB"),
        ("Norwegian troops shelled a village in Kenya.", "a village", "KEN"),
        ("Norway helped refugees who fled the war in Kenya.", "refugees", "KENREF"),
        ("Norway's army fought Kenya's. It killed 12 soldiers.", "12 soldiers", None),
        ("Kenya said that Norway had killed 12 people.", "12 people", None),
    ],
)
def test_unnamed_people_are_of_the_country_of_the_scene(say: Sayso, text: str, name: str, code: str | None) -> None:
    found = [actor.code for actor in say(text, published="2020-01-01").actors if actor.name == name]
    assert found == [code]


def test_a_people_is_not_the_state_that_it_is_named_after(say: Sayso) -> None:
    record = say("Troops killed three ethnic Norwegians in Nairobi on Monday.", published="2020-01-01")
    assert at(record, "three ethnic Norwegians").country == "KEN"


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


def test_a_pronoun_that_stands_for_nobody_named_is_an_actor_where_it_comes_again(say: Sayso) -> None:
    record = say("She came at noon. They say she left at once.")
    assert at(record, "She").id == at(record, "she").id
    assert at(record, "She").standing == "unnamed"


def test_contested_states_are_coded_as_it_is_set(say: Sayso) -> None:
    other = load(contested="iso")
    text = "Kosovo said on Monday that the talks had failed."
    assert (at(say(text), "Kosovo").code, at(other(text), "Kosovo").code) == ("KOS", None)
    assert {made.component for made in other.made_by} - {made.component for made in say.made_by} == {"contested"}


def test_known_actors_are_coded_and_their_role_words_read(say: Sayso) -> None:
    known = [
        KnownActor(("Orsk Front", "Tarn Legion"), "armed-group", (Term("AFG", ("REB",)),)),
        KnownActor(("Ann Bole",), "person", (Term("KEN", ("GOV",), "2010-01-01", "2012-12-31"),)),
        KnownActor(("farmhand",), None, (Term(None, ("AGR",)),), role=True),
    ]
    text = "The Orsk Front met Ann Bole on Monday. Two farmhands watched, the Tarn Legion said."
    record = say.knowing(known)(text, published="2011-06-01")
    assert [at(record, words).code for words in ("The Orsk Front", "Ann Bole")] == ["AFGREB", "KENGOV"]
    assert at(record, "The Orsk Front").id == at(record, "the Tarn Legion").id
    assert at(record, "Two farmhands").sectors == ("AGR",)
    assert "known-actors" in {made.component for made in record.made_by}
    assert at(say(text), "The Orsk Front").code is None


@pytest.mark.parametrize("post", ["An aide to", "A lawyer of", "An adviser to"])
def test_who_works_for_somebody_is_not_that_person(say: Sayso, post: str) -> None:
    text = f"General Karl Weiss left. {post} Karl Weiss said more would go."
    record = say(text)
    (statement,) = record.statements
    assert statement.source is not None
    who = next(actor for actor in record.actors if actor.id == statement.source.actor)
    assert (statement.standing, who.name) == ("unnamed", f"{post} Karl Weiss")


@pytest.mark.parametrize(
    "text",
    [
        "Chad's chief negotiator, Mahamat Oumar, said the deal was signed.",
        "The chief negotiator of Chad, Mahamat Oumar, said the deal was signed.",
        "Mahamat Oumar, Chad's chief negotiator, said the deal was signed.",
    ],
)
def test_a_name_beside_a_post_is_a_persons_whatever_the_parser_takes_it_for(say: Sayso, text: str) -> None:
    record = say(text)
    (statement,) = record.statements
    assert statement.source is not None
    speaker = next(actor for actor in record.actors if actor.id == statement.source.actor)
    assert (speaker.name, speaker.kind, statement.standing) == ("Mahamat Oumar", "person", "named")


def test_nobody_is_behind_what_no_group_has_claimed(say: Sayso) -> None:
    record = say("No group claimed responsibility for Monday's bombing of a market in Tarn.")
    assert record.events
    roles = [role for event in record.events for role in event.roles if role.role == "actor"]
    assert not any(span.cut(record.report.text).startswith("No ") for role in roles for span in role.spans)


def test_a_name_behind_an_article_is_no_persons(say: Sayso) -> None:
    record = say("The Sahel Vanguard bombed a market in Tarn on Monday, Olu Adebayo said.")
    kinds = {actor.name: actor.kind for actor in record.actors}
    assert kinds["Sahel Vanguard"] != "person"
    assert kinds["Olu Adebayo"] == "person"


@pytest.mark.parametrize("name", ["Northern Brigade", "Orsk Front", "Velian Army"])
def test_an_armed_body_is_named_by_its_words_with_capitals(say: Sayso, name: str) -> None:
    record = say(f"The {name} claimed responsibility for Monday's bomb attack on a market in Tarn.")
    found = next(actor for actor in record.actors if actor.name == name)
    assert found.standing == "named"
    assert found.kind not in ("person", "people")
