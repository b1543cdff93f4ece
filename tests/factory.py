"""Findings made by hand, for tests that want no language model."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import (
    Actor,
    Anonymity,
    Dateline,
    Event,
    Findings,
    MadeBy,
    Place,
    Report,
    Role,
    Source,
    Span,
    Spans,
    Statement,
    Time,
)
from sayso.model.ids import digest

HEADLINE = "Envoys met rebels of Orsk in secret"
BODY = (
    "Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank, "
    "a senior Velian official told the Harbour Times. “They will talk again,” the official said."
)
TEXT = f"{HEADLINE}\n\nTARN: {BODY}\n"
MADE_BY = (MadeBy("parse", "3.8.0", "sha256:00"), MadeBy("statements", "1", None))


def report(text: str = TEXT, **given: str | None) -> Report:
    """A report as it comes in."""
    id = given.pop("id", None) or digest(text)
    return Report(id, text, **given)  # type: ignore[arg-type]


def findings(text: str = TEXT, *, made_by: tuple[MadeBy, ...] = MADE_BY, **given: str | None) -> Findings:
    """Findings without a finding in them."""
    return Findings(replace(report(text, **given), language="en"), made_by=made_by)


def record(made_by: tuple[MadeBy, ...] = MADE_BY, **given: str | None) -> Findings:
    """The whole record of `TEXT`: two statements, one in the other, and two events."""
    return Findings(
        report=replace(
            report(**given),
            language="en",
            headline=span(HEADLINE),
            dateline=Dateline(span("TARN:"), "p1"),
            paragraphs=(span(BODY),),
        ),
        actors=ACTORS,
        times=(Time("t1", span("last Monday"), "DATE", "2031-03-03", None, "2031-03-03", "2031-03-03", 0.9),),
        places=(
            Place("p1", span("TARN"), "Tarn", None, None, None, None, "city", "literal", None, 0.4),
            Place("p2", span("Tarn"), "Tarn", None, None, None, None, "city", "literal", None, 0.4),
        ),
        statements=STATEMENTS,
        events=EVENTS,
        made_by=made_by,
    )


def span(words: str, nth: int = 0) -> Span:
    """Where the words stand in `TEXT`."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def spans(*words: str) -> Spans:
    return tuple(span(part) for part in words)


def actor(id: str, words: str, kind: str, standing: str, *more: Span) -> Actor:
    mentions = (span(words), *more)
    return Actor(id, words, kind, standing, None, (), None, None, mentions, None, 0.8)  # type: ignore[arg-type]


ACTORS = (
    actor("a1", "Two envoys of Velia", "people", "unnamed"),
    actor("a2", "commanders of the Orsk Front", "people", "collective"),
    actor("a3", "a senior Velian official", "person", "unnamed", span("the official")),
    actor("a4", "the Harbour Times", "media", "named"),
    actor("a5", "a Maltese bank", "company", "unnamed"),
)

STATEMENTS = (
    Statement(
        id="s1",
        source=Source(spans("a senior Velian official"), "a3"),
        cue=spans("told"),
        content=spans(
            "Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank"
        ),
        mode="indirect",
        stance="says",
        standing="unnamed",
        anonymity=Anonymity("role-institution", None, None, 1),
        via=None,
        about=None,
        occasion=span("the Harbour Times"),
        time="t1",
        confidence=0.93,
    ),
    Statement(
        id="s2",
        source=Source(spans("the official"), "a3"),
        cue=spans("said"),
        content=spans("“They will talk again,”"),
        mode="direct",
        stance="promises",
        standing="unnamed",
        anonymity=None,
        via="s1",
        about=None,
        occasion=None,
        time=None,
        confidence=0.41,
    ),
)

EVENTS = (
    Event(
        id="e1",
        trigger=spans("met"),
        type="CONSULT",
        mode=None,
        status="occurred",
        roles=(
            Role("actor", "a1", spans("Two envoys of Velia")),
            Role("recipient", "a2", spans("commanders of the Orsk Front")),
            Role("mediator", "a5", spans("a Maltese bank")),
        ),
        time="t1",
        times=("t1",),
        place="p2",
        places=("p2",),
        historical=False,
        counts=(),
        statements=("s1",),
        order=(),
        confidence=0.88,
    ),
    Event(
        id="e2",
        trigger=spans("talk again"),
        type="CONSULT",
        mode=None,
        status="planned",
        roles=(Role("actor", None, spans("They")),),
        time=None,
        times=(),
        place=None,
        places=(),
        historical=False,
        counts=(),
        statements=("s2",),
        order=(),
        confidence=0.3,
    ),
)
