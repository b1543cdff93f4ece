"""The page put together."""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sayso.model import Event, Findings, Index, Report, ReportEntry, Span, Spans
from sayso.tell.page.blocks import Block, lay_out
from sayso.tell.page.cards import Card, Dealer
from sayso.tell.page.clean import clean
from sayso.tell.page.handles import Handles
from sayso.tell.page.segments import Segment, cut_up, find_marks, lead

if TYPE_CHECKING:
    from jinja2 import Environment

_LIT = 400
"""So many findings light up at most: browsers try every such rule whenever the pointer moves."""

_TAG = re.compile(r"[a-z]{2,3}")
_LINK = re.compile(r"https?://[^\s<>\"]+", re.ASCII | re.IGNORECASE)


class Strip(NamedTuple):
    """A block of the text and the cards beside it."""

    block: Block
    segments: list[Segment]
    cards: list[Card]


class Fold(NamedTuple):
    """Strips that follow each other; ``repeat`` says that they were said before and are folded away."""

    repeat: bool
    strips: list[Strip]


def tell_page(entry: ReportEntry, findings: Findings) -> str:
    """One HTML document that is whole by itself: the text as printed, its marks, and a card for each finding.

    Everything that came with the report is data in it: escaped, and with what could steer a reader's eye written out.
    """
    handles = Handles.of(findings)
    style = _style(handles)
    report = findings.report
    return (
        _environment()
        .get_template("report.html")
        .render(
            folds=_folds(_strips(findings, handles)),
            findings=findings,
            report=report,
            title=clean(report.title or entry.headline),
            given_title=clean(report.title) if report.title else None,
            outlet=clean(report.outlet or ""),
            published=clean(report.published or ""),
            url=clean(report.url or ""),
            linked=bool(_LINK.fullmatch(report.url or "")),
            language=report.language if _TAG.fullmatch(report.language or "") else None,
            foreign=report.language not in {"en", None},
            made_by=[clean(f"{made.component} {made.version}") for made in findings.made_by],
            style=style,
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        )
    )


def _strips(findings: Findings, handles: Handles) -> list[Strip]:
    text, blocks = findings.report.text, lay_out(findings.report)
    segments = cut_up(text, [block.span for block in blocks], find_marks(findings, handles))
    strips = [Strip(block, row, []) for block, row in zip(blocks, segments, strict=True)]
    if not strips:
        return []
    starts = [block.span.start for block in blocks]
    placed = [
        (max(0, bisect_right(starts, place) - 1), start, card) for place, start, card in _placed(findings, handles)
    ]
    for number, _, card in sorted(placed, key=lambda found: found[:2]):
        strips[number].cards.append(card)
    return strips


def _placed(findings: Findings, handles: Handles) -> Iterable[tuple[int, int, Card]]:
    """The cards that stand by themselves: the place whose block they stand beside, where they begin, the card."""
    dealer = Dealer(Index(findings), handles)
    said = {statement.id: statement.content for statement in findings.statements}
    told: dict[str | None, list[Event]] = {}
    for event in findings.events:
        told.setdefault(_sayer(event, findings.report, said), []).append(event)
    for statement in findings.statements:
        place = _start(lead(statement))
        spans = (*statement.content, *statement.cue, *(statement.source.spans if statement.source else ()))
        begin = min((span.start for span in spans), default=place)
        yield place, begin, dealer.statement(statement, told.get(statement.id, ()))
    for event in told.get(None, ()):
        place = _start(_main(event, findings.report))
        yield place, place, dealer.event(event)


def _sayer(event: Event, report: Report, said: dict[str, Spans]) -> str | None:
    """The statement that the event's card stands under: the innermost that holds its main mention."""
    tellers = [id for id in event.statements if id in said]
    main = _main(event, report)
    return next((id for id in tellers if main and any(map(main.overlap, said[id]))), tellers[0] if tellers else None)


def _main(event: Event, report: Report) -> Span | None:
    """The first mention in the body, where there is one: headline and deck only announce it."""
    over = [span for span in (report.headline, report.deck) if span]
    body = (span for span in event.trigger if not any(map(span.overlap, over)))
    return next(body, event.trigger[0] if event.trigger else None)


def _start(span: Span | None) -> int:
    return span.start if span else 0


def _folds(strips: list[Strip]) -> list[Fold]:
    return [Fold(repeat, list(group)) for repeat, group in groupby(strips, key=lambda strip: strip.block.repeat)]


def _style(handles: Handles) -> str:
    """The style sheet, with a rule a finding: pointing at it anywhere lights it everywhere."""
    elements = [handle.element for found in (handles.statements, handles.events) for handle in found.values()]
    lit = "".join(
        f"body:has(.{name}:is(:hover,:target,:focus-within)) .{name}{{background-color:var(--lit)}}\n"
        for name in elements[:_LIT]
    )
    return _sheet() + lit


@cache
def _sheet() -> str:
    return files("sayso.tell.page").joinpath("templates", "report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("sayso.tell.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
