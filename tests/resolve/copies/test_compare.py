import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire import BRIEF, FOOTER, OTHER, RAID, WIRE, quoting, stripped, tokenised, told

from sayso.resolve.copies.compare import Copying, compare_copies, copy_keys
from sayso.resolve.gist import Gist

SHARED = Path(__file__).parents[4] / "shared/data/corpora"
SENTENCES = WIRE.split(". ")


def compared(a: Gist, b: Gist) -> Copying | None:
    """As sayso compares: only what shares a key, and either way round alike."""
    found = compare_copies(a, b)
    assert found == compare_copies(b, a)
    if found:
        assert set(copy_keys(a)) & set(copy_keys(b))
    return found


def kind(a: Gist, b: Gist) -> str | None:
    found = compared(a, b)
    return found and found.kind


def test_the_same_words_are_an_exact_copy_whatever_became_of_the_marks() -> None:
    wire = told(WIRE, outlet="AFP")
    for text in (WIRE, stripped(WIRE), tokenised(WIRE), WIRE.upper(), WIRE.replace(" ", "\n")):
        assert kind(wire, told(text, "r2", outlet="Harbour Times")) == "exact"


def test_a_few_words_changed_are_a_near_copy() -> None:
    edited = WIRE.replace("killing 14 fishermen", "leaving 14 fishermen dead").replace("early on Tuesday", "on Tuesday")
    found = compared(told(WIRE, outlet="AFP"), told(stripped(edited), outlet="Coast Daily"))
    assert found is not None
    assert (found.kind, found.score > 0.9) == ("near", True)
    assert "passages of the shorter stand in the longer" in found.evidence[0]


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_another_way_with_capitals_makes_no_other_text(change: Callable[[str], str]) -> None:
    edited = WIRE.replace("killing 14 fishermen", "leaving 14 fishermen dead")
    assert kind(told(WIRE, outlet="AFP"), told(change(edited), outlet="Coast Daily")) == "near"
    assert kind(told(change(WIRE[:400]), outlet="AFP"), told(WIRE, outlet="Coast Daily")) == "shortened"


def test_another_heading_makes_no_other_text() -> None:
    lines = WIRE.replace("TARN (AFP) -", "Last updated May 15, 2013. Harbour Times, Coast Desk.")
    assert kind(told(WIRE, outlet="Harbour Times"), told(lines, outlet="Harbour Times", day="2013-05-15")) == "near"


def test_its_first_sentences_are_a_shortened_copy() -> None:
    found = compared(told(WIRE, outlet="AFP"), told(". ".join(SENTENCES[:3]), outlet="Coast Daily"))
    assert found is not None
    assert found.kind == "shortened"
    assert "both credit AFP" in found.evidence


def test_another_lead_and_another_order_are_a_rewritten_copy() -> None:
    lead = "Fishermen were killed by shells in Orskan waters, agencies report. Tempers run high in the capital"
    text = ". ".join([lead, SENTENCES[4], SENTENCES[1], "The opposition wants a debate in parliament", SENTENCES[3]])
    lines = "The harbour board meets on Friday to hear the owners. Flags fly at half mast. Schools in Tarn stay closed."
    assert kind(told(WIRE, outlet="AFP"), told(f"{text}. {lines} {BRIEF}", outlet="Coast Daily")) == "rewritten"


def test_two_reports_of_one_event_are_no_copies() -> None:
    assert compared(told(WIRE, outlet="AFP"), told(OTHER, outlet="Coast Daily")) is None


def test_the_same_quotation_makes_no_copy() -> None:
    lost = ("Ivo", "Jan", "Piet", "Olaf", "Nils", "Sven")
    quote = f"“{' '.join(f'{name} was lost to the sea that night' for name in lost)}”"
    one = quoting(f"{BRIEF} {quote} said the widow. {OTHER}", "r1", "Coast Daily")
    other = quoting(f"{quote} was all that she told reporters in Merle Bay. {FOOTER}", "r2", "Orsk Tribune")
    assert one.copy.quoted
    assert compared(one, other) is None


@pytest.mark.parametrize("outlet", ["Harbour Times", None])
def test_what_an_outlet_prints_on_every_page_makes_no_copy(outlet: str | None) -> None:
    assert compared(told(BRIEF + FOOTER, outlet=outlet), told(OTHER[:160] + FOOTER, outlet=outlet)) is None


@pytest.mark.parametrize("outlets", [("Allied Command", "Allied Command"), ("Orsk Tribune", "Coast Daily")])
def test_a_template_filled_anew_makes_no_copy(outlets: tuple[str, str]) -> None:
    one = RAID.format("Merle", "Tarn", "Brandt network", "on Oct. 5", "Lisk and Merle", "two", "17")
    other = RAID.format("Ilm", "Sorrow", "Red Hand", "on Nov. 21", "Amber", "several", "4")
    assert compared(told(one, outlet=outlets[0]), told(other, outlet=outlets[1], day="2013-05-15")) is None


@pytest.mark.parametrize("text", ["", " \n", "…", "Fire.", "Fire in Tarn."])
def test_too_few_words_tell_nothing(text: str) -> None:
    assert compared(told(text, "r1"), told(text, "r2")) is None
    assert copy_keys(told(text, "r1")) == ()


def test_one_word_again_and_again_is_a_copy_of_the_same_alone() -> None:
    assert compared(told("fire " * 300, "r1"), told("fire " * 200, "r2")) is None
    assert kind(told("fire " * 300, "r1"), told("Fire, " * 300, "r2")) == "exact"


def test_old_news_is_not_rewritten() -> None:
    text = ". ".join([OTHER, SENTENCES[4], SENTENCES[1], SENTENCES[3]])
    assert kind(told(WIRE, outlet="AFP"), told(text, outlet="Coast Daily", day="2013-05-20")) == "rewritten"
    assert kind(told(WIRE, outlet="AFP"), told(text, outlet="Coast Daily", day="2016-05-20")) is None


def test_another_text_at_the_same_address_is_a_version() -> None:
    first = told(WIRE, url="https://www.example.org/strait?utm_source=feed")
    second = told(OTHER, url="http://example.org/strait/")
    assert kind(first, second) == "version"


@given(st.lists(st.sampled_from(SENTENCES + OTHER.split(". ")), max_size=12), st.data())
def test_keys_are_few_and_any_two_texts_can_be_compared(sentences: list[str], data: st.DataObject) -> None:
    a, b = told(". ".join(sentences), "r1"), told(". ".join(data.draw(st.permutations(sentences))), "r2")
    assert len(copy_keys(a)) <= 64
    compared(a, b)


def test_press_releases_of_different_raids_are_no_copies() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there")
    lines = (SHARED / "isaf-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines][:120]
    releases = [told(row["text"], row["doc_id"], row["date"], row["source"]) for row in rows]
    assert [(a.id, b.id) for a, b in combinations(releases, 2) if compare_copies(a, b)] == []
