"""Events in whole sentences: type, status, roles, tolls, order, and which mentions are one happening."""

import pytest

from sayso.model import Event, Findings
from sayso.pipeline import Sayso


def read(say: Sayso, text: str) -> Findings:
    return say(text, published="2024-03-15")


def event_at(record: Findings, word: str) -> Event:
    start = record.report.text.index(word)
    found = [event for event in record.events if any(t.start <= start < t.end for t in event.trigger)]
    assert found, f"no event at {word!r}: {[(e.type, e.trigger) for e in record.events]}"
    return found[0]


def fillers(record: Findings, event: Event, role: str) -> list[str]:
    return [one.spans[0].cut(record.report.text) for one in event.roles if one.role == role]


@pytest.mark.parametrize(
    ("text", "word", "kind", "actor", "recipient"),
    [
        ("Norvian envoys met with leaders of the Tarn Front on Monday.", "met", "CONSULT", "Norvian envoys", "leaders"),
        ("Rebels attacked the town of Osk, officials said.", "attacked", "ASSAULT", "Rebels", "town of Osk"),
        ("Four students were arrested by the police in Osk.", "arrested", "COERCE", "the police", "Four students"),
        ("Norway urged Chad to open the border.", "urged", "REQUEST", "Norway", "Chad"),
        ("Chad rejected Norway's demand for talks.", "rejected", "REJECT", "Chad", "Norway"),
        ("The army's shelling of the village went on.", "shelling", "ASSAULT", "The army", "the village"),
        ("Chad faces criticism from Norway.", "criticism", "ACCUSE", "Norway", "Chad"),
        ("Talks between Norway and Chad began on Monday.", "Talks", "CONSULT", "Norway", None),
        ("Files seized by the police were burned.", "seized", "COERCE", "the police", None),
        ("The minister, who accused the rebels of murder, left.", "accused", "ACCUSE", "The minister", "the rebels"),
    ],
)
def test_who_did_what_to_whom(say: Sayso, text: str, word: str, kind: str, actor: str, recipient: str | None) -> None:
    record = read(say, text)
    event = event_at(record, word)
    assert event.type == kind
    assert any(actor in name for name in fillers(record, event, "actor"))
    assert recipient is None or any(recipient in name for name in fillers(record, event, "recipient"))


@pytest.mark.parametrize(
    "text",
    [
        "The plan meets all the conditions of the bank.",
        "The pitcher met a strong response from the crowd.",
        "He asked whether the rain would stop.",
        "The official, who asked not to be named, left early.",
        "An earthquake killed 20 people in Osk.",
        "The minister declined to comment.",
    ],
)
def test_a_word_outside_its_event_sense_is_no_event(say: Sayso, text: str) -> None:
    assert read(say, text).events == ()


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The ministers met on Monday.", "met", "occurred"),
        ("The ministers did not meet on Monday.", "meet", "did-not"),
        ("The ministers refused to meet the rebels.", "meet", "did-not"),
        ("The ministers will meet on Monday.", "meet", "planned"),
        ("The ministers plan to meet the rebels.", "meet", "planned"),
        ("The ministers may meet on Monday.", "meet", "possible"),
        ("The ministers tried to meet the rebels.", "meet", "possible"),
        ("Norway asked the ministers to meet the rebels.", "meet", "requested"),
        ("The war would end if the ministers met the rebels.", "met", "conditional"),
        ("The army went in without attacking the rebels.", "attacking", "did-not"),
        ("The police foiled an attack on the embassy.", "attack", "did-not"),
        ("Norway called for talks with Chad.", "talks", "requested"),
        ("The ministers managed to meet the rebels.", "meet", "occurred"),
        ("The ministers did not fail to meet the rebels.", "meet", "occurred"),
    ],
)
def test_status(say: Sayso, text: str, word: str, status: str) -> None:
    assert event_at(read(say, text), word).status == status


def test_what_is_asked_is_an_event_beside_the_asking(say: Sayso) -> None:
    record = read(say, "Norway asked Chad to break with the Tarn Front.")
    asked, inner = event_at(record, "asked"), event_at(record, "break")
    assert (asked.type, asked.status) == ("REQUEST", "occurred")
    assert (inner.type, inner.status) == ("REJECT", "requested")
    assert fillers(record, inner, "actor") == ["Chad"]


def test_the_arranger_of_a_meeting_is_its_mediator(say: Sayso) -> None:
    record = read(say, "The meeting was set up by the Norvian secret service.")
    meeting = event_at(record, "meeting")
    assert meeting.type == "CONSULT"
    assert fillers(record, meeting, "mediator") == ["the Norvian secret service"]


def test_mentions_of_one_happening_are_one_event(say: Sayso) -> None:
    text = (
        "Norway meets rebels in secret\n\nNorwegian envoys met with leaders of the Tarn Front in May. "
        "The meeting lasted two days. Chad was not told of it.\n"
    )
    record = read(say, text)
    assert event_at(record, "met with") is event_at(record, "meeting")


def test_two_happenings_stay_two(say: Sayso) -> None:
    record = read(say, "Rebels attacked a school in Osk on Monday. Soldiers attacked a market in Lund on Tuesday.")
    assert event_at(record, "attacked a school") is not event_at(record, "attacked a market")


def test_a_deed_and_its_toll_are_one_event(say: Sayso) -> None:
    record = read(say, "Soldiers stormed the village on Monday, killing at least 12 people.")
    event = event_at(record, "stormed")
    assert event is event_at(record, "killing")
    assert [(count.what, count.low, count.high) for count in event.counts] == [("killed", 12, None)]


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("Twenty people were killed in the attack.", "killed", 20, 20),
        ("On 29 October 2014 twenty people were killed in the attack.", "killed", 20, 20),
        ("The attack killed two to three soldiers.", "killed", 2, 3),
        ("The attack left dozens of soldiers dead.", "killed", 24, None),
        ("The raid led to the detention of four insurgents.", "captured", 4, 4),
        ("More than 1,500 people were injured in the bombing.", "injured", 1501, None),
        ("Thousands of people protested against the king.", "crowd", 2000, None),
    ],
)
def test_tolls_and_crowds(say: Sayso, text: str, what: str, low: int, high: int | None) -> None:
    counts = {(count.what, count.low, count.high) for event in read(say, text).events for count in event.counts}
    assert counts == {(what, low, high)}


def test_order_is_written_once_from_the_main_clause(say: Sayso) -> None:
    record = read(say, "The envoys met the rebels before soldiers attacked the camp.")
    met, attacked = event_at(record, "met"), event_at(record, "attacked")
    assert [(one.relation, one.event) for one in met.order] == [("before", attacked.id)]
    assert attacked.order == ()


def test_background_is_marked(say: Sayso) -> None:
    record = read(say, "Rebels attacked the embassy in 2011. On Monday soldiers arrested a rebel.")
    assert event_at(record, "attacked").historical
    assert not event_at(record, "arrested").historical


def test_the_main_verb_outranks_what_hangs_on_it(say: Sayso) -> None:
    record = read(say, "Norway condemned the attack on the embassy.")
    assert event_at(record, "condemned").confidence > event_at(record, "attack").confidence


def test_to_say_one_will_help_is_to_agree_and_to_say_one_will_attack_is_to_threaten(say: Sayso) -> None:
    record = read(say, "Norway said it would send aid to Chad. The rebels said they would attack the army.")
    first, second = event_at(record, "said it"), event_at(record, "said they")
    assert (first.type, second.type) == ("AGREE", "THREATEN")
    assert event_at(record, "send").status == "planned"


@pytest.mark.parametrize(
    "text", ["", "\n", "ATTACK ATTACK ATTACK", "“met “met “met", "killed by by by", "\x00 met \x00"]
)
def test_no_text_breaks_it(say: Sayso, text: str) -> None:
    read(say, text)


def test_a_strike_that_is_launched_is_no_walkout(say: Sayso) -> None:
    record = read(say, "The Velian army launched a retaliatory strike against the rebels of Orsk.")
    assert event_at(record, "strike").type == "ASSAULT"


def test_who_takes_charge_accuses_nobody(say: Sayso) -> None:
    assert read(say, "Guards took charge of the harbour in Orsk.").events == ()


def test_a_participle_is_about_the_noun_before_it_alone(say: Sayso) -> None:
    record = read(say, "The raid left two gunmen killed and ten hostages freed.")
    assert fillers(record, event_at(record, "killed"), "recipient") == ["two gunmen"]


def test_a_role_ends_before_its_trigger(say: Sayso) -> None:
    record = read(say, "Orskan Rebel Leader Arrested in Tarn")
    assert fillers(record, event_at(record, "Arrested"), "recipient") == ["Orskan Rebel Leader"]


def test_a_preposition_before_the_verb_is_not_the_verb_s(say: Sayso) -> None:
    text = "In May more than 300 villagers were killed in a battle between the rebels and the army."
    record = read(say, text)
    assert all(trigger.start > 0 for event in record.events for trigger in event.trigger)


@pytest.mark.parametrize(
    ("text", "word", "kind", "actor", "recipient"),
    [
        (
            "Chad complained to the United Nations over two Norwegian air raids.",
            "complained",
            "ACCUSE",
            "Chad",
            "Norwegian",
        ),
        ("Norwegian warplanes bombed the camp.", "bombed", "ASSAULT", "Norwegian warplanes", "the camp"),
        ("Norway threatened to ban voting in Chad.", "threatened", "THREATEN", "Norway", "Chad"),
        (
            "Students blocked roads to demand reforms from the government.",
            "blocked",
            "PROTEST",
            "Students",
            "the government",
        ),
        ("Norway said that Chad must open the border.", "said", "REQUEST", "Norway", "Chad"),
        ("Norway will provide nearly 20 tons of food aid to Chad.", "will", "AGREE", "Norway", "Chad"),
        ("The king said he was ready to lift the ban on the party.", "ready", "CONCEDE", "he", "the party"),
    ],
)
def test_roles_that_no_object_names(say: Sayso, text: str, word: str, kind: str, actor: str, recipient: str) -> None:
    record = read(say, text)
    event = event_at(record, word)
    assert event.type == kind
    assert any(actor in name for name in fillers(record, event, "actor"))
    assert any(recipient in name for name in fillers(record, event, "recipient"))


def test_two_nations_before_one_noun_are_two_actors(say: Sayso) -> None:
    record = read(say, "Norwegian and Chadian envoys met in Osk on Monday.")
    countries = {actor.id: actor.country for actor in record.actors}
    met = event_at(record, "met")
    assert {countries[role.actor] for role in met.roles if role.role == "actor" and role.actor} == {"NOR", "TCD"}


def test_who_was_hunted_takes_part(say: Sayso) -> None:
    record = read(say, "Soldiers detained two men while searching for a rebel commander.")
    assert fillers(record, event_at(record, "detained"), "participant") == ["a rebel commander"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Soldiers killed the rebel commander.", {("killed", 1, 1)}),
        ("Soldiers arrested a rebel leader and three men.", {("captured", 1, 1), ("captured", 3, 3)}),
        ("Soldiers captured or killed 12 rebels.", set()),
        ("Soldiers plan to arrest a rebel leader. They detained two men.", {("captured", 2, 2)}),
        ("Soldiers detained four men. The four men are in custody.", {("captured", 4, 4)}),
        ("Soldiers arrested a rebel leader. He was arrested at home.", {("captured", 1, 1)}),
        ("The police arrested a number of suspects.", {("captured", 3, None)}),
        ("Fewer than 10 people were killed in the attack.", {("killed", 1, 9)}),
    ],
)
def test_single_persons_and_nobody_twice(say: Sayso, text: str, counts: set[tuple[str, int, int | None]]) -> None:
    found = [(one.what, one.low, one.high) for event in read(say, text).events for one in event.counts]
    assert sorted(found, key=str) == sorted(counts, key=str)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army denied a report that its jet was shot down.", "shot"),
        ("The minister denied that he had met the rebels.", "met"),
        ("Chad rejected the claim that its troops attacked Osk.", "attacked"),
        ("If the rebels attack Osk, the army will leave.", "attack"),
        ("Norway will meet the rebels.", "meet"),
    ],
)
def test_what_is_denied_supposed_or_to_come_has_not_occurred(say: Sayso, text: str, word: str) -> None:
    assert event_at(read(say, text), word).status != "occurred"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Five people were killed by rebel shelling of the town.", "shelling", "rebel"),
        ("Norvian army helicopters raided the camp on Monday.", "raided", "Norvian army helicopters"),
        ("Chad announced that its offensive against Norway had ended.", "offensive", "its"),
        ("The commander is responsible for numerous attacks against the army.", "attacks", "The commander"),
        ("The Tarn Front claimed responsibility for the bombing in Osk.", "bombing", "The Tarn Front"),
        ("Rebels fired on the town, killing four villagers.", "killing", "Rebels"),
        ("Rebels launched a series of attacks on the town.", "attacks", "Rebels"),
        ("The army detained two men during a raid near Osk.", "raid", "The army"),
        ("Soldiers searched the village. Two men were detained.", "detained", "Soldiers"),
        ("Officers were hurt in an attack by rebels on their camp.", "attack", "rebels"),
        ("The army, which led raids targeting the rebels, left.", "raids", "The army"),
    ],
)
def test_who_did_it_where_another_word_or_clause_says_so(say: Sayso, text: str, word: str, actor: str) -> None:
    record = read(say, text)
    assert fillers(record, event_at(record, word), "actor") == [actor]


@pytest.mark.parametrize(
    ("text", "word", "wrong"),
    [
        ("The anti-government protests began in Osk.", "protests", "government"),
        ("Norway asked about the arrest of four men. His detention was long.", "detention", "His"),
        ("The shelling of rebel-held towns went on in Osk.", "shelling", "rebel"),
        ("Ten soldiers died in an attack near Osk.", "attack", "soldiers"),
    ],
)
def test_who_is_near_has_not_done_it_for_that(say: Sayso, text: str, word: str, wrong: str) -> None:
    record = read(say, text)
    assert not any(wrong in name for name in fillers(record, event_at(record, word), "actor"))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for this question.",
        "Let's go to the next speaker.",
        "The man was armed with a rifle.",
        "The town lies on the river.",
    ],
)
def test_courtesies_and_states_are_no_events(say: Sayso, text: str) -> None:
    assert read(say, text).events == ()


def test_a_protest_and_its_demand_are_one_event(say: Sayso) -> None:
    record = read(say, "Students marched through Osk to demand the release of four teachers.")
    assert [event.type for event in record.events if event.status == "occurred"] == ["PROTEST"]


def test_what_is_lifted_or_rejected_is_told_by_the_lifting_and_the_rejection(say: Sayso) -> None:
    assert [event.type for event in read(say, "Chad lifted the curfew on Monday.").events] == ["CONCEDE"]
    record = read(say, "Chad rejected a demand by Norway.")
    assert [(event.type, fillers(record, event, "recipient")) for event in record.events] == [("REJECT", ["Norway"])]


def test_a_noun_with_nobody_no_day_and_no_place_is_no_event(say: Sayso) -> None:
    record = read(say, "Chad asked Norway for talks after the fighting.")
    assert "ASSAULT" not in [event.type for event in record.events]
    record = read(say, "Chad asked Norway for talks after the fighting in Osk.")
    assert "ASSAULT" in [event.type for event in record.events]


def test_two_adjectives_before_one_noun_are_one_party(say: Sayso) -> None:
    record = read(say, "Norvian and allied forces attacked the town of Osk.")
    assert fillers(record, event_at(record, "attacked"), "actor") == ["Norvian and allied forces"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Soldiers killed two rebels in a raid. They fired, killing the rebel who led them.", [2]),
        ("Several rebels were killed by soldiers. Four rebels were killed when they fired at the soldiers.", [4]),
        ("Six men died in a crash. Rebels attacked the town of Osk.", []),
        ("The raid resulted in six villagers being killed.", [6]),
        ("Soldiers killed two rebels in a raid. A second rebel was killed when he fired.", [2]),
        ("Police confirmed that Adan Osk was killed. They said four rebels were killed when they fired.", [4]),
        ("Police confirmed that Adan Osk was killed. They said four other rebels were killed.", [1, 4]),
        ("Soldiers killed two rebels on Sunday. During the raid they fired, killing two rebels.", [2]),
    ],
)
def test_the_dead_are_counted_once_and_by_number(say: Sayso, text: str, killed: list[int]) -> None:
    record = read(say, text)
    assert [count.low for event in record.events for count in event.counts if count.what == "killed"] == killed


@pytest.mark.parametrize(("text", "types"), [("Chad lied.", ["ACCUSE"]), ("The town lies on the coast.", [])])
def test_who_lied_is_accused_and_what_lies_somewhere_is_not(say: Sayso, text: str, types: list[str]) -> None:
    assert [event.type for event in read(say, text).events] == types


def test_none_of_either_has_happened(say: Sayso) -> None:
    record = read(say, "No women were hurt or detained during the raid in Osk.")
    assert event_at(record, "detained").status == "did-not"


@pytest.mark.parametrize(
    ("headline", "actors"), [("Nine dead in Kenya market blast", []), ("Nine dead in Kenya air strike", ["Kenya"])]
)
def test_a_state_before_a_site_is_where_and_not_who(say: Sayso, headline: str, actors: list[str]) -> None:
    record = read(say, f"{headline}\n\nNine people died on Monday, police said.")
    event = record.events[0]
    assert fillers(record, event, "actor") == actors
