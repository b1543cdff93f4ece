"""Findings made small: what resolving needs of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from sayso.model.actor import Actor
from sayso.model.event import Event
from sayso.model.findings import Findings
from sayso.model.place import Place
from sayso.model.span import Span, Spans
from sayso.model.statement import AboutEvent, AboutStatement, Statement
from sayso.model.time import Time
from sayso.resolve.copies.sketch import sketch_copy
from sayso.resolve.gist import Gist, Mention, Part, Party, Saying, Spot, Toll
from sayso.resolve.origins.comments import comments_in
from sayso.resolve.origins.listeners import listener_of
from sayso.resolve.stories.sketch import sketch_story
from sayso.resolve.words import words_of

_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
_MOST_WORDS = 40
RULES = "2"
"""The version of what is kept of a report and of how it is compared: another one has all put together anew."""


def gist_of(findings: Findings) -> Gist:
    """The gist of the report."""
    report, text = findings.report, findings.report.text
    times = {time.id: time for time in findings.times}
    places = {place.id: place for place in findings.places}
    statements = {statement.id: statement for statement in findings.statements}
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    return Gist(
        id=report.id,
        published=report.published,
        outlet=report.outlet,
        url=report.url,
        copy=sketch_copy(findings),
        story=sketch_story(findings),
        parties=tuple(_party(actor, text) for actor in findings.actors),
        mentions=tuple(
            replace(_mention(event, text, ends, times, places), comments=comments_in(event, statements, text))
            for event in findings.events
        ),
        sayings=tuple(_saying(statement, text, times, findings.actors) for statement in findings.statements),
        made_by=RULES,
    )


def content_words(text: str) -> tuple[str, ...]:
    """Its words of three letters or more, folded, each once, in the order of the text; at most forty."""
    words = (word.folded for word in words_of(text))
    return tuple(dict.fromkeys(word for word in words if len(word) > 2))[:_MOST_WORDS]


def _party(actor: Actor, text: str) -> Party:
    names = tuple(sorted({_cut(text, mention) for mention in actor.mentions} | {actor.name}))
    return Party(actor.id, actor.name, names, actor.kind, actor.standing, actor.country, actor.code)


def _mention(event: Event, text: str, ends: list[int], times: dict[str, Time], places: dict[str, Place]) -> Mention:
    time, place = times.get(event.time or ""), places.get(event.place or "")
    return Mention(
        id=event.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        historical=event.historical,
        trigger=event.trigger,
        said=tuple(_cut(text, span).casefold() for span in event.trigger),
        words=content_words(_sentence(text, ends, event.trigger)),
        parts=tuple(Part(role.role, role.actor, _words(text, role.spans)) for role in event.roles),
        begin=time.begin if time else None,
        end=time.end if time else None,
        spot=Spot(place.name, place.country, place.lat, place.lon, place.precision) if place else None,
        tolls=tuple(Toll(count.what, count.low, count.high, count.statement) for count in event.counts),
        statements=event.statements,
        confidence=event.confidence,
    )


def _saying(statement: Statement, text: str, times: dict[str, Time], actors: tuple[Actor, ...]) -> Saying:
    time, about = times.get(statement.time or ""), statement.about
    return Saying(
        id=statement.id,
        stance=statement.stance,
        standing=statement.standing,
        speaker=statement.source.actor if statement.source else None,
        words=_words(text, statement.source.spans) if statement.source else "",
        via=statement.via,
        statement=about.statement if isinstance(about, AboutStatement) else None,
        event=about.event if isinstance(about, AboutEvent) else None,
        begin=time.begin if time else None,
        end=time.end if time else None,
        content=content_words(_words(text, statement.content)),
        told=listener_of(statement, text, actors),
    )


def _sentence(text: str, ends: list[int], trigger: Spans) -> str:
    if not trigger:
        return ""
    at = bisect_right(ends, trigger[0].start)
    return text[ends[at - 1] : ends[at]] if at < len(ends) else ""


def _words(text: str, spans: Spans) -> str:
    return " ".join(_cut(text, span) for span in spans)


def _cut(text: str, span: Span) -> str:
    return " ".join(span.cut(text).split())
