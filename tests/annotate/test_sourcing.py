"""Sourcing: standing, anonymity, chains of reporting, and on whose say-so an event stands."""

from __future__ import annotations

import pytest

from sayso.model.span import cut
from sayso.pipeline import Sayso


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Ilse Brandt said the dam was unsafe.", "named"),
        ("A spokesman for the ministry said the dam was unsafe.", "spokesperson"),
        ("A senior engineer said the dam was unsafe.", "unnamed"),
        ("Officials said the dam was unsafe.", "collective"),
        ("A leaked report said the dam was unsafe.", "document"),
        ("The news agency said the dam was unsafe.", "media"),
        ("The refugee agency said the dam was unsafe.", "named"),
        ("It was alleged that the dam was unsafe.", "none"),
    ],
)
def test_the_standing_is_how_far_a_source_can_be_held_to_it(say: Sayso, text: str, standing: str) -> None:
    assert [one.standing for one in say(text).statements] == [standing]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("A senior Austrian official said the dam was unsafe.", "role-institution"),
        ("An interior ministry official said the dam was unsafe.", "role-institution"),
        ("A diplomat said the dam was unsafe.", "role"),
        ("Two people said the dam was unsafe.", "number"),
        ("Sources said the dam was unsafe.", "bare"),
    ],
)
def test_an_unnamed_source_is_graded_by_its_description(say: Sayso, text: str, grade: str) -> None:
    (statement,) = say(text).statements
    assert statement.anonymity is not None
    assert statement.anonymity.grade == grade


def test_a_named_source_has_no_anonymity(say: Sayso) -> None:
    assert [one.anonymity for one in say("Ilse Brandt said the dam was unsafe.").statements] == [None]


def test_the_reason_for_anonymity_is_kept_where_it_is_stated(say: Sayso) -> None:
    record = say("A diplomat, who spoke on condition of anonymity, said the dam was unsafe.")
    reasons = [one.anonymity.reason for one in record.statements if one.anonymity is not None]
    assert [reason.cut(record.report.text) for reason in reasons if reason] == ["who spoke on condition of anonymity"]


def test_a_statement_inside_another_points_to_it(say: Sayso) -> None:
    record = say("The Oberau Gazette reported that Ilse Brandt said the dam was unsafe.")
    by_source = {cut(one.source.spans, record.report.text): one for one in record.statements if one.source is not None}
    outer, inner = by_source["The Oberau Gazette"], by_source["Ilse Brandt"]
    assert inner.via == outer.id
    assert outer.via is None


def test_an_event_stands_on_the_say_so_of_the_statements_that_hold_it(say: Sayso) -> None:
    record = say("Ilse Brandt said the ministers met engineers in Oberau. Police arrested four men.")
    held = {cut(event.trigger, record.report.text): event.statements for event in record.events}
    (statement,) = record.statements
    assert held["met"] == (statement.id,)
    assert held["arrested"] == ()


def test_a_denial_points_to_the_statement_that_it_denies(say: Sayso) -> None:
    record = say(
        "Ilse Brandt said the builders had bribed the inspectors. The builders denied that they had bribed inspectors."
    )
    first, second = record.statements
    assert second.stance == "denies"
    assert second.about is not None
    assert getattr(second.about, "statement", None) == first.id


def test_a_report_that_spoke_is_it_that_speaks_again(say: Sayso) -> None:
    record = say("The Tarn report said the Velian army was moving guns. It said the guns had gone through Orsk.")
    assert len({one.source.actor for one in record.statements if one.source}) == 1


def test_aides_to_someone_are_one_source(say: Sayso) -> None:
    text = "Aides to Mayor Ilse Brandt said the bridge would be closed."
    record = say(text)
    assert [cut(one.source.spans, text) for one in record.statements if one.source] == ["Aides to Mayor Ilse Brandt"]


def test_a_title_with_a_name_behind_it_is_a_named_source(say: Sayso) -> None:
    record = say("Head of the Velian General Staff General Karl Weiss said the ships had left.")
    assert [statement.standing for statement in record.statements] == ["named"]


@pytest.mark.parametrize("cue", ["would neither confirm nor deny", "did not deny", "could not confirm"])
def test_who_neither_confirms_nor_denies_declines(say: Sayso, cue: str) -> None:
    record = say(f"Velia {cue} that its envoys met the rebels in Tarn.")
    assert [one.stance for one in record.statements] == ["declines"]
    assert [event.status for event in record.events] == ["possible"]


def test_who_says_that_no_such_thing_took_place_does_not_say_that_it_did(say: Sayso) -> None:
    record = say('"No such meeting took place," spokesman Karl Weiss said.')
    assert [(event.type, event.status) for event in record.events] == [("CONSULT", "did-not")]
