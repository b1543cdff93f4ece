"""Two hundred cases of what an actor is called beside its first name."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from sayso.model import Findings
from sayso.pipeline import Sayso

LEAST = 0.9
TEXTS = {
    "bracket": "{0} ({1}) said on Monday that the talks had failed. On Tuesday {2} called for a ceasefire.",
    "different": "{0} said on Monday that the talks had failed. {1} denied the report on Tuesday.",
}
TEXT = "{0} said on Monday that the talks had failed. On Tuesday {2} called for a ceasefire near the border."


class Case(NamedTuple):
    """How the names vary, the names, and whether they are one actor."""

    form: str
    one: str
    same: bool
    other: str

    @property
    def text(self) -> str:
        """A report of two sentences, one name in each."""
        first = self.one[0].upper() + self.one[1:]
        bare = self.other.removeprefix("the ")
        second = bare if self.form == "bracket" else self.other[0].upper() + self.other[1:]
        return TEXTS.get(self.form, TEXT).format(first, second, self.other)


def cases() -> list[Case]:
    lines = Path(__file__).with_name("variants.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("# ")]
    return [Case(form, one, sign == "=", other) for form, one, sign, other in rows]


def holds(record: Findings, case: Case) -> bool:
    """Whether the two names are in one actor, or in two."""
    text = record.report.text
    first, last = text.index(". "), len(text)
    one = {
        actor.id
        for actor in record.actors
        for span in actor.mentions
        if span.start < first and _is(span.cut(text), case.one)
    }
    other = {
        actor.id
        for actor in record.actors
        for span in actor.mentions
        if first < span.start < last and _is(span.cut(text), case.other)
    }
    return bool(one and other) and (bool(one & other) if case.same else not one & other)


def _is(words: str, name: str) -> bool:
    return words.lower() in (name.lower(), name.lower().removeprefix("the "), f"the {name.lower()}")


@pytest.fixture(scope="module")
def results(say: Sayso) -> dict[Case, bool]:
    return {case: holds(say(case.text, published="2016-03-01"), case) for case in cases()}


def test_there_are_two_hundred(results: dict[Case, bool]) -> None:
    assert len(results) >= 200


def test_nine_in_ten_are_right(results: dict[Case, bool]) -> None:
    wrong = [case for case, right in results.items() if not right]
    assert len(wrong) <= (1 - LEAST) * len(results), Counter(case.form for case in wrong)


def test_two_actors_stay_two(results: dict[Case, bool]) -> None:
    apart = {case: right for case, right in results.items() if not case.same}
    assert len(apart) >= 20
    assert sum(apart.values()) >= LEAST * len(apart), [case for case, right in apart.items() if not right]
