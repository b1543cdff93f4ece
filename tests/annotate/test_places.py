"""Places in text: which names are places, which places they are, and where an event lies."""

import pytest

from sayso.annotate.placing import place_of
from sayso.model import Place, Report
from sayso.pipeline import Sayso
from sayso.segment import segment


def places(say: Sayso, text: str) -> dict[str, Place]:
    return {place.name: place for place in say(text).places}


def test_cities_countries_and_areas(say: Sayso) -> None:
    found = places(say, "Envoys met in Muscat and in a Persian Gulf country before they went to Herat, Afghanistan.")
    assert (found["Muscat"].country, found["Muscat"].precision) == ("OMN", "city")
    assert (found["Persian Gulf"].country, found["Persian Gulf"].precision) == (None, "area")
    assert found["Herat"].country == "AFG"
    assert found["Herat"].lat == pytest.approx(34.35, abs=0.1)
    assert found["Afghanistan"].precision == "country"
    assert found["Afghanistan"].geonames == 1149361


def test_what_a_name_is_said_to_lie_in_decides(say: Sayso) -> None:
    text = "A fire broke out in {} on Monday, the fire chief said."
    assert places(say, text.format("Paris, Texas,"))["Paris"].country == "USA"
    assert places(say, text.format("Paris"))["Paris"].country == "FRA"


def test_the_other_places_of_the_report_decide(say: Sayso) -> None:
    text = "Voters in Ohio go to the polls. Crowds gathered in Columbus, Dayton and Athens, Ohio's governor said."
    athens = places(say, text)["Athens"]
    assert athens.country == "USA"
    assert athens.lat == pytest.approx(39.3, abs=0.5)


def test_use(say: Sayso) -> None:
    text = "The Chicago Police said a Syrian driver was held in Chicago. Austin Moreno was not hurt, Moreno said."
    record = say(text)
    uses = [(place.name, place.use) for place in record.places]
    assert ("Chicago", "in-name") in uses
    assert ("Chicago", "literal") in uses
    assert ("Syrian", "demonym") in uses
    assert not any(name.startswith("Austin") for name, _ in uses)


def test_relation_and_type(say: Sayso) -> None:
    found = places(say, "Shells fell near Kunduz and north of Baghlan. Troops held Nimruz province.")
    assert found["Kunduz"].relation == "near"
    assert found["Baghlan"].relation == "north-of"
    assert found["Nimruz"].precision == "region"


def test_an_unknown_village_has_no_coordinates_but_the_country_it_is_said_to_lie_in(say: Sayso) -> None:
    found = places(say, "Gunmen attacked the village of Zorvakhel in Helmand province on Monday, the governor said.")
    assert (found["Zorvakhel"].country, found["Zorvakhel"].lat, found["Zorvakhel"].precision) == ("AFG", None, "city")


def test_the_dateline_has_its_place(say: Sayso) -> None:
    record = say(
        "Talks end without a word\n\nGENEVA (AFP) – Envoys left the talks on Monday without a word to the press."
    )
    assert record.report.dateline
    assert record.report.dateline.place == record.places[0].id
    assert record.places[0].name == "Geneva"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Troops shelled two villages in Homs on Monday.", "shelled", "Homs"),
        ("Air strikes in Syria's Latakia province killed six people.", "strikes", "Latakia"),
        ("Protesters clashed with police in the town of Gardez.", "clashed", "Gardez"),
        ("A patrol detained two men during a raid to find a smuggler in Gardez.", "detained", "Gardez"),
        ("The Kabul bombing was condemned.", "bombing", "Kabul"),
        ("Officials in Geneva said that rebels had attacked a convoy.", "attacked", None),
    ],
)
def test_where_an_event_lies(say: Sayso, text: str, word: str, place: str | None) -> None:
    doc = segment(Report("r", text), say.nlp.make_doc)
    for _, component in say.nlp.pipeline:
        doc = component(doc)
    token = next(token for token in doc if token.text == word)
    found = place_of(doc, token)
    assert (found.place.name if found else None) == place


def test_nothing_in_repeats(say: Sayso) -> None:
    line = "The council met the miners in Muscat on Monday and agreed to look at it again."
    assert len(say(f"{line}\n\nA word on its own about nothing.\n\n{line}").places) == 1


def test_marks_and_ids_run_in_the_order_of_the_text(say: Sayso) -> None:
    record = say("Envoys from Oman flew to Qatar, then to Iran and back to Muscat.")
    assert [place.id for place in record.places] == ["p1", "p2", "p3", "p4"]
    assert list(record.places) == sorted(record.places, key=lambda place: place.span)


def test_seas_and_ranges_have_a_point_and_no_country(say: Sayso) -> None:
    found = places(
        say, "A freighter sank in the Gulf of Aden. Fighters crossed the Hindu Kush on foot, an officer said."
    )
    for name, lat in (("Gulf of Aden", 12.0), ("Hindu Kush", 35.5)):
        assert (found[name].precision, found[name].country, found[name].geonames) == ("area", None, None)
        assert found[name].lat == pytest.approx(lat, abs=1)


def test_every_place_has_its_reason_and_keeps_its_candidates(say: Sayso) -> None:
    report = Report("r", "A fire broke out in Paris, Texas, on Monday, the fire chief said.")
    reasons = say.reasons(report).places
    assert [reason.place for reason in reasons] == list(say(report).places)
    paris = reasons[0]
    assert paris.within == "Texas"
    assert {candidate.country for candidate in paris.candidates} >= {"USA", "FRA"}
    assert paris.candidates[0].geonames == paris.place.geonames
    assert dict(paris.candidates[0].features)["lies in"] > 0
    for candidate in paris.candidates:
        assert candidate.score == pytest.approx(sum(value for _, value in candidate.features), abs=0.01)
    assert [candidate.score for candidate in paris.candidates] == sorted(
        (c.score for c in paris.candidates), reverse=True
    )


def test_a_disease_named_after_a_place_is_none(say: Sayso) -> None:
    text = "Lagos virus was first seen in Kano. Three men died of Lagos fever, said doctors in Lagos."
    found = [(place.name, place.span.start) for place in say(text).places]
    assert found == [("Kano", text.index("Kano")), ("Lagos", text.rindex("Lagos"))]


def test_an_acronym_in_brackets_stands_for_the_place_before_it(say: Sayso) -> None:
    found = say("Rain fell across New South Wales (NSW) on Sunday. Roads in NSW were closed.").places
    assert [(place.name, place.country) for place in found] == [("New South Wales", "AUS")] * 3


def test_a_name_that_nobody_knows_beside_a_place_is_one(say: Sayso) -> None:
    found = say("Shells fell in Homs and Qurmatiya on Sunday.").places
    assert [(place.name, place.lat is None) for place in found] == [("Homs", False), ("Qurmatiya", True)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Today, in Herat district, a combined force captured a rebel leader.", "captured", "Herat"),
        ("Dozens are being killed each day in eastern Aleppo one of the bloodiest months.", "killed", "Aleppo"),
        ("The army shelled the Herat district.", "shelled", "Herat"),
        ("KABUL, Oct 5 (Reuters) — A correspondent saw jets bomb a market.", "bomb", "Kabul"),
        ("KABUL, Oct 5 (Reuters) — Jets bombed a market.", "bombed", None),
        ("Officials in Herat said rebels attacked a convoy.", "attacked", None),
        ("The envoy denounced an attack in Herat.", "denounced", None),
        ("Iran's deployment of missiles worried Kuwait.", "deployment", None),
        ("The U.S. attack killed ten people.", "attack", None),
        ("Rebels attacked a U.S. tanker.", "attacked", None),
        ("Rebels attacked guards in Russia's north.", "attacked", "Russia"),
        ("Russia attacked the rebels.", "attacked", None),
        ("Ten people were killed by Moscow, he said.", "killed", None),
    ],
)
def test_an_event_lies_where_its_sentence_puts_it_or_nowhere(
    say: Sayso, text: str, word: str, name: str | None
) -> None:
    findings = say(text, published="2011-10-06")
    names = {place.id: place.name.title() for place in findings.places}
    event = next(one for one in findings.events if text[one.trigger[0].start : one.trigger[0].end] == word)
    assert names.get(event.place or "") == name
