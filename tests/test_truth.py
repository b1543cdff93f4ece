"""What holds for any text: evidence that is there, records that survive JSON, the same bytes everywhere."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Findings, Report, Span
from sayso.pipeline import Sayso

ROOT = Path(__file__).parents[1]
REPORTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
DAYS = st.sampled_from([None, "2011-10-06", "2016-02-29", "1999-12-31"])
MANGLED: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "no sentence end": lambda text: text.replace(".", "").replace("?", ""),
    "no paragraphs": lambda text: " ".join(text.split()),
    "every word a paragraph": lambda text: "\n\n".join(text.split()),
    "emoji": lambda text: text.replace(" ", " 🕊️ ", 40),
    "right to left": lambda text: "\u202b" + text.replace("said", "قال").replace("the", "\u200fשלום"),
    "decomposed": lambda text: text.replace("a", "a\u0301"),
    "NULs": lambda text: text.replace("e", "\0", 25),
    "unbalanced quotes": lambda text: text.replace('"', "“").replace("said", 'said "'),
    "quotes gone": lambda text: text.replace('"', ""),
    "commas gone": lambda text: text.replace(",", ""),
    "digits": lambda text: text.replace("a", "9"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "twice": lambda text: text + "\n" + text,
}
patient = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def spans_in(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def assert_true(found: Findings, text: str) -> None:
    assert found.report.text == text
    for span in spans_in(found):
        assert 0 <= span.start < span.end <= len(text), span
        assert span.cut(text).strip(), span
    assert Findings.from_json(found.to_json()) == found
    ids = {
        item.id for kind in (found.actors, found.times, found.places, found.statements, found.events) for item in kind
    }
    assert {role.actor for event in found.events for role in event.roles if role.actor} <= ids
    assert {id for event in found.events for id in (*event.times, *event.places, *event.statements)} <= ids
    assert {statement.via for statement in found.statements if statement.via} <= ids


def test_the_walk_sees_spans(say: Sayso) -> None:
    assert len(list(spans_in(say(REPORTS[0])))) > 50


@patient
@given(text=st.text(max_size=400), day=DAYS)
def test_any_text(say: Sayso, text: str, day: str | None) -> None:
    assert_true(say(text, published=day), text)


@patient
@given(
    text=st.sampled_from(REPORTS),
    mangle=st.lists(st.sampled_from(sorted(MANGLED)), min_size=1, max_size=3, unique=True),
    start=st.integers(0, 1500),
    length=st.integers(1, 900),
    day=DAYS,
)
def test_any_mangled_report(say: Sayso, text: str, mangle: list[str], start: int, length: int, day: str | None) -> None:
    text = text[start : start + length]
    for name in mangle:
        text = MANGLED[name](text)
    assert_true(say(text, published=day), text)


@pytest.mark.parametrize("text", REPORTS, ids=lambda text: text[:20])
def test_every_example(say: Sayso, text: str) -> None:
    assert_true(say(text), text)


def lines(say: Sayso, workers: int = 1) -> list[str]:
    reports = [Report(str(number), text) for number, text in enumerate(REPORTS)]
    return [found.to_json() for found in say.pipe(reports, workers=workers)]


def test_same_bytes_with_more_workers(say: Sayso) -> None:
    assert lines(say, workers=2) == lines(say)


ELSEWHERE = """
import json, sys, sayso
from sayso.model import Report
reports = [Report(str(number), text) for number, text in json.load(sys.stdin)]
for found in sayso.load().pipe(reversed(reports)):
    print(json.dumps(found.to_json()))
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANGUAGE": "tr"},
    ],
    ids=["seed 1", "seed 4242"],
)
def test_same_bytes_elsewhere(say: Sayso, environment: dict[str, str]) -> None:
    """Other hash seeds, time zones, locales and the reverse order of reports."""
    shown = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=json.dumps(list(enumerate(REPORTS))),
        env=os.environ | environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert [json.loads(line) for line in reversed(shown.stdout.splitlines())] == lines(say)
