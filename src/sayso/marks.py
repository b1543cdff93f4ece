"""Every mark that sayso leaves on a spaCy Doc, with its typed getter and setter.

Stations of the first half talk through these marks. Positions are token indices, ``[start, end)``; the Doc's text is
the report's text, so ``token.idx`` is an offset of the contract. The drafts are mutable until `annotate.collect`
freezes them into nouns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, cast

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from sayso.model import Actor, Place, Report, Span, Time
from sayso.model.event import Code, CountOf, Relation, RoleName, Status
from sayso.model.known import Known
from sayso.model.statement import Anonymity, Mode, Stance, Standing

BlockKind = Literal["headline", "deck", "dateline", "byline", "paragraph", "publication", "repeat"]


class Phrase(NamedTuple):
    """A run of tokens ``[start, end)`` and its syntactic head, all token indices."""

    start: int
    end: int
    head: int


class Block(NamedTuple):
    """A block of the layout; nothing is extracted from one whose kind is ``repeat``."""

    kind: BlockKind
    start: int
    end: int


class Quote(NamedTuple):
    """What stands between two quotation marks, marks included; ``open_ended`` where the closing mark is missing.

    ``continues`` says that the words before it in the previous paragraph were left open (a quotation that runs over
    paragraphs opens each of them and closes the last).
    """

    start: int
    end: int
    open_ended: bool
    continues: bool


class TimeMark(NamedTuple):
    """A time with the tokens it stands on."""

    phrase: Phrase
    time: Time


class PlaceMark(NamedTuple):
    """A place with the tokens it stands on."""

    phrase: Phrase
    place: Place


@dataclass(slots=True)
class StatementMark:
    """A statement in the making. ``via`` and ``about`` point into the statements, ``about_event`` into the events.

    ``also`` are further mentions of the source: what stands in apposition to it, and who speaks with it.
    """

    source: Phrase | None
    cue: list[Phrase]
    content: list[Phrase]
    mode: Mode
    stance: Stance
    confidence: float
    standing: Standing = "none"
    anonymity: Anonymity | None = None
    via: int | None = None
    about: int | None = None
    about_event: int | None = None
    occasion: Phrase | None = None
    time: str | None = None
    also: list[Phrase] = field(default_factory=list)


@dataclass(slots=True)
class RoleMark:
    """Who takes part in an event, and as what."""

    role: RoleName
    phrase: Phrase


@dataclass(slots=True)
class CountMark:
    """A toll or a crowd."""

    what: CountOf
    low: int
    high: int | None
    phrase: Phrase


@dataclass(slots=True)
class EventMark:
    """An event in the making. ``times`` and ``places`` hold ids, the main one first; ``order`` points into events."""

    trigger: list[Phrase]
    type: Code
    status: Status
    confidence: float
    mode: str | None = None
    roles: list[RoleMark] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    historical: bool = False
    counts: list[CountMark] = field(default_factory=list)
    order: list[tuple[Relation, int]] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """The actors of a report, and which of them each mention's head token (by index) stands for."""

    actors: list[Actor]
    actor_of: dict[int, str]


class Directory(Protocol):
    """Who is known by name: bodies, persons as of a day, states by code, and the sectors of role words."""

    def body(self, name: str) -> Known | None: ...

    def person(self, name: str, day: str | None) -> Known | None: ...

    def leader(self, surname: str, day: str | None) -> Known | None: ...

    def best_name(self, name: str) -> str | None: ...

    def state(self, code: str) -> Known: ...

    def sectors(self, word: str) -> tuple[str, ...]: ...


_NAMES = (
    "report",
    "directory",
    "blocks",
    "quotes",
    "times",
    "time_at",
    "places",
    "literal_at",
    "statements",
    "events",
    "cast",
    "contexts",
)

for _name in _NAMES:
    if not Doc.has_extension(f"sayso_{_name}"):
        Doc.set_extension(f"sayso_{_name}", default=None)


def get_report(doc: Doc) -> Report:
    """The report that the Doc was made from, with its layout."""
    return cast(Report, doc._.sayso_report)


def set_report(doc: Doc, report: Report) -> None:
    """Leave the report on the Doc."""
    doc._.sayso_report = report


def get_directory(doc: Doc) -> Directory | None:
    """Who is known by name, for this reading; None where nobody said."""
    return cast("Directory | None", doc._.sayso_directory)


def set_directory(doc: Doc, directory: Directory) -> None:
    """Leave the directory on the Doc."""
    doc._.sayso_directory = directory


def get_blocks(doc: Doc) -> list[Block]:
    """The blocks of the layout, in the order of the text."""
    return cast("list[Block]", doc._.sayso_blocks or [])


def set_blocks(doc: Doc, blocks: list[Block]) -> None:
    """Leave the blocks on the Doc."""
    doc._.sayso_blocks = blocks


def get_quotes(doc: Doc) -> list[Quote]:
    """The quotations, in the order of the text; they do not nest."""
    return cast("list[Quote]", doc._.sayso_quotes or [])


def set_quotes(doc: Doc, quotes: list[Quote]) -> None:
    """Leave the quotations on the Doc."""
    doc._.sayso_quotes = quotes


def get_times(doc: Doc) -> list[TimeMark]:
    """The times, in the order of the text."""
    return cast("list[TimeMark]", doc._.sayso_times or [])


def set_times(doc: Doc, times: list[TimeMark]) -> None:
    """Leave the times on the Doc, and which of them each token stands in."""
    doc._.sayso_times = times
    doc._.sayso_time_at = {i: mark for mark in times for i in range(mark.phrase.start, mark.phrase.end)}


def get_time_at(doc: Doc) -> dict[int, TimeMark]:
    """The times by each token that stands in one."""
    return cast("dict[int, TimeMark]", doc._.sayso_time_at or {})


def get_places(doc: Doc) -> list[PlaceMark]:
    """The places, in the order of the text."""
    return cast("list[PlaceMark]", doc._.sayso_places or [])


def set_places(doc: Doc, places: list[PlaceMark]) -> None:
    """Leave the places on the Doc, and the literal ones by their heads."""
    doc._.sayso_places = places
    doc._.sayso_literal_at = {mark.phrase.head: mark for mark in places if mark.place.use == "literal"}


def get_literal_at(doc: Doc) -> dict[int, PlaceMark]:
    """The literal places by the token that heads each."""
    return cast("dict[int, PlaceMark]", doc._.sayso_literal_at or {})


def get_statements(doc: Doc) -> list[StatementMark]:
    """The statements, in the order of the text."""
    return cast("list[StatementMark]", doc._.sayso_statements or [])


def set_statements(doc: Doc, statements: list[StatementMark]) -> None:
    """Leave the statements on the Doc."""
    doc._.sayso_statements = statements


def get_events(doc: Doc) -> list[EventMark]:
    """The events, in the order of their first trigger."""
    return cast("list[EventMark]", doc._.sayso_events or [])


def set_events(doc: Doc, events: list[EventMark]) -> None:
    """Leave the events on the Doc."""
    doc._.sayso_events = events


def get_cast(doc: Doc) -> Cast:
    """The actors and their mentions' heads."""
    return cast(Cast, doc._.sayso_cast or Cast([], {}))


def set_cast(doc: Doc, found: Cast) -> None:
    """Leave the actors on the Doc."""
    doc._.sayso_cast = found


def get_contexts(doc: Doc) -> tuple[str, ...]:
    """What the report is about, in the order of the alphabet."""
    return cast("tuple[str, ...]", doc._.sayso_contexts or ())


def set_contexts(doc: Doc, found: tuple[str, ...]) -> None:
    """Leave the contexts on the Doc."""
    doc._.sayso_contexts = found


def sentences(doc: Doc) -> Iterator[Tokens]:
    """The sentences to read: all but those of repeated blocks."""
    skipped = [(block.start, block.end) for block in get_blocks(doc) if block.kind == "repeat"]
    for sentence in doc.sents:
        if not any(start <= sentence.start < end for start, end in skipped):
            yield sentence


def span_of(doc: Doc, phrase: Phrase) -> Span:
    """The characters that the phrase stands on."""
    last = doc[phrase.end - 1]
    return Span(doc[phrase.start].idx, last.idx + len(last))
