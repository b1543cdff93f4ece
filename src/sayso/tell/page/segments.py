"""Segments: the text cut where any mark begins or ends, so that marks may nest and cross as they like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from sayso.model import Findings, Span, Statement
from sayso.tell.page.clean import clean
from sayso.tell.page.handles import Handle, Handles

_LONG = 20
"""A longer word may be broken, or a narrow page would have to be moved sideways."""

MarkKind = Literal["said", "source", "cue", "trigger", "part", "dateline"]


class Mark(NamedTuple):
    """A span of the text and what it is to the finding ``handle``; ``anchor`` is the element id that it leads from."""

    span: Span
    kind: MarkKind
    handle: Handle | None = None
    anchor: str | None = None


class Link(NamedTuple):
    """A way from the text to a card. ``anchor`` is there on its first segment, ``label`` on its last."""

    to: str
    anchor: str | None
    label: str | None


class Segment(NamedTuple):
    """Text under the same marks all through: ``classes`` has their kinds and the handles of their findings."""

    text: str
    classes: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def parted(self) -> tuple[str, str]:
        """What stands before the last word, and the last word (its end, of a long one), to which a label is tied."""
        words = self.text.rstrip()
        cut = max(words.rfind(" ") + 1, len(words) - _LONG)
        return self.text[:cut], self.text[cut:]


def find_marks(findings: Findings, handles: Handles) -> list[Mark]:
    """Every mark of the record, in the order of the text."""
    marks = [*_statement_marks(findings, handles), *_event_marks(findings, handles)]
    if dateline := findings.report.dateline:
        marks.append(Mark(dateline.span, "dateline"))
    length = len(findings.report.text)
    return sorted((mark for mark in marks if mark.span.start < min(mark.span.end, length)), key=lambda mark: mark.span)


def lead(statement: Statement) -> Span | None:
    """The words of a statement that lead to its card: the cue, else the speaker, else what is said."""
    spans = statement.cue or (statement.source.spans if statement.source else ()) or statement.content
    return spans[0] if spans else None


def _statement_marks(findings: Findings, handles: Handles) -> Iterator[Mark]:
    for statement in findings.statements:
        handle = handles.statements[statement.id]
        anchored = lead(statement)
        kinds: tuple[tuple[MarkKind, Iterable[Span]], ...] = (
            ("said", statement.content),
            ("cue", statement.cue),
            ("source", statement.source.spans if statement.source else ()),
            ("part", (statement.occasion,) if statement.occasion else ()),
        )
        for kind, spans in kinds:
            for span in spans:
                yield Mark(span, kind, handle)
        if anchored:
            yield Mark(anchored, "part", handle, f"{handle.element}-m1")


def _event_marks(findings: Findings, handles: Handles) -> Iterator[Mark]:
    times = {time.id: time.span for time in findings.times}
    places = {place.id: place.span for place in findings.places}
    for event in findings.events:
        handle = handles.events[event.id]
        for number, span in enumerate(event.trigger, 1):
            yield Mark(span, "trigger", handle, f"{handle.element}-m{number}")
        parts = [span for role in event.roles for span in role.spans]
        parts += [times[id] for id in event.times if id in times] + [places[id] for id in event.places if id in places]
        parts += [count.span for count in event.counts]
        for span in parts:
            yield Mark(span, "part", handle)


def cut_up(text: str, blocks: Iterable[Span], marks: list[Mark]) -> list[list[Segment]]:
    """The segments of each block. ``blocks`` and ``marks`` are in the order of the text."""
    edges = sorted({edge for mark in marks for edge in mark.span})
    found, met, open_, next_mark, next_edge = [], set[str](), list[Mark](), 0, 0
    for block in blocks:
        row, start = [], block.start
        while start < block.end:
            while next_edge < len(edges) and edges[next_edge] <= start:
                next_edge += 1
            end = min(block.end, edges[next_edge]) if next_edge < len(edges) else block.end
            while next_mark < len(marks) and marks[next_mark].span.start <= start:
                open_.append(marks[next_mark])
                next_mark += 1
            open_ = [mark for mark in open_ if mark.span.end > start]
            row.append(_segment(text[start:end], end, open_, met))
            start = end
        found.append(row)
    return found


def _segment(words: str, end: int, marks: list[Mark], met: set[str]) -> Segment:
    links = []
    for mark in marks:
        if mark.anchor and mark.handle:
            first = mark.anchor not in met
            met.add(mark.anchor)
            label = mark.handle.label if mark.span.end == end else None
            links.append(Link(mark.handle.element, mark.anchor if first else None, label))
    return Segment(clean(words), _classes(marks), tuple(links))


def _classes(marks: list[Mark]) -> tuple[str, ...]:
    handles = dict.fromkeys(mark.handle.element for mark in marks if mark.handle)
    kinds = dict.fromkeys(mark.kind for mark in marks if mark.kind != "part")
    depth = len({mark.handle for mark in marks if mark.kind == "said"})
    nested = (f"d{min(depth, 3)}",) if depth > 1 else ()
    return (*kinds, *nested, *handles)
