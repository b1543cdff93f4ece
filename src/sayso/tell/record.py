"""One record: the layout of the report, then each statement and event with the words behind it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import (
    AboutEvent,
    AboutStatement,
    Anonymity,
    Event,
    Findings,
    Index,
    Place,
    Report,
    ReportEntry,
    Span,
    Statement,
    Time,
)
from sayso.model.event import RoleName
from sayso.tell.listing import LOW
from sayso.tell.section import Line, Section
from sayso.tell.wording import days, did_to

_WORDS = "cyan"


def tell_record(entry: ReportEntry, findings: Findings) -> Iterator[Section]:
    """The sections of the record, in the order of the text."""
    index, report = Index(findings), findings.report
    yield Section(f"Report {entry.number}", tuple(_layout(entry, report, index)))
    if report.language not in {"en", None}:
        yield Section("Not in English: kept, but not read further.")
        return
    yield Section(f"Statements: {len(findings.statements) or 'none'}")
    for statement in findings.statements:
        yield _statement(index, statement)
    yield Section(f"Events: {len(findings.events) or 'none'}")
    for event in findings.events:
        yield event_section(index, event)


def _layout(entry: ReportEntry, report: Report, index: Index) -> Iterator[Line]:
    yield Line("id", report.id)
    yield Line("path", entry.path)
    for label, span in (("headline", report.headline), ("deck", report.deck), ("byline", report.byline)):
        if span:
            yield Line(label, span.cut(report.text), "bold" if label == "headline" else "")
    if report.title:
        yield Line("title", report.title, "bold")
    if report.dateline:
        place = index.places.get(report.dateline.place or "")
        yield Line("dateline", _beside(report.dateline.span.cut(report.text), _where(place) if place else None))
    yield Line("published", _found(report.published, report.dated_by, report.text))
    yield Line("outlet", _found(report.outlet, report.outlet_by, report.text))
    yield Line("language", report.language or "unknown")
    if report.contexts:
        yield Line("contexts", ", ".join(report.contexts))
    repeats = len(report.repeats)
    yield Line("paragraphs", f"{len(report.paragraphs)}{f', {repeats} repeated and left out' if repeats else ''}")


def _statement(index: Index, statement: Statement) -> Section:
    title = " · ".join(
        (statement.id, index.speaker(statement) or "(not said who)", statement.standing, statement.stance)
    )
    return Section(title, tuple(_statement_lines(index, statement)), 1, statement.confidence < LOW)


def _statement_lines(index: Index, statement: Statement) -> Iterator[Line]:
    if statement.source:
        yield from _differing("speaker", index.words(statement.source.spans), index.speaker(statement))
    yield Line("cue", index.words(statement.cue), _WORDS)
    yield Line("words", index.words(statement.content), _WORDS)
    if chain := index.chain(statement)[1:]:
        yield Line("via", " ← ".join(f"{index.speaker(outer) or '(not said who)'} ({outer.id})" for outer in chain))
    if statement.anonymity:
        yield Line("anonymity", _anonymity(index, statement.anonymity))
    if statement.about:
        yield Line("about", _about(index, statement.about))
    if statement.occasion:
        yield Line("occasion", statement.occasion.cut(index.text), _WORDS)
    if time := index.times.get(statement.time or ""):
        yield Line("said", _when(time, index.text))
    yield Line("sure", f"{statement.confidence:.2f}, {statement.mode}")


def event_section(index: Index, event: Event) -> Section:
    """One event: what, whether, who to whom, and below it every field with its words."""
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    who = did_to(
        _parties(index, event, "actor"),
        _parties(index, event, "recipient"),
        via=_parties(index, event, "mediator"),
        beside=_parties(index, event, "participant"),
    )
    title = " · ".join(filter(None, (event.id, kind, event.status, who)))
    return Section(title, tuple(_event_lines(index, event)), 1, event.confidence < LOW)


def _event_lines(index: Index, event: Event) -> Iterator[Line]:
    yield Line("words", index.mentions(event), _WORDS)
    for role in event.roles:
        yield from _differing(role.role, index.words(role.spans), index.party(role))
    for time in filter(None, map(index.times.get, event.times)):
        yield Line("when", _when(time, index.text))
    for place in filter(None, map(index.places.get, event.places)):
        yield Line("where", _beside(place.span.cut(index.text), _where(place)))
    for count in event.counts:
        high = "" if count.high == count.low else f" – {count.high}" if count.high else " or more"
        yield Line(count.what, _beside(count.span.cut(index.text), f"{count.low}{high}"))
    for order in event.order:
        yield Line(order.relation, _other(index, order.event))
    yield Line("say-so", _say_so(index, event))
    yield Line("sure", f"{event.confidence:.2f}{', background' if event.historical else ''}")


def _say_so(index: Index, event: Event) -> str:
    """Each statement that tells it, with the chain of who reports whom; else the report's own voice."""
    told = [index.statements[id] for id in event.statements if id in index.statements]
    reported = {outer.id for statement in told for outer in index.chain(statement)[1:]}
    chains = (
        " ← ".join(f"{index.speaker(link) or '(not said who)'} ({link.id})" for link in index.chain(statement))
        for statement in told
        if statement.id not in reported
    )
    return "; ".join(chains) or "the report's own"


def _parties(index: Index, event: Event, role: RoleName) -> str | None:
    return "; ".join(index.parties(event, role)) or None


def _differing(label: str, words: str, name: str | None) -> Iterator[Line]:
    """The words, where they are not what the title says already."""
    if name and words != name:
        yield Line(label, f"{words}  = {name}", _WORDS)
    else:
        yield Line(label, words, _WORDS)


def _anonymity(index: Index, anonymity: Anonymity) -> str:
    many = f"{anonymity.count} of them" if anonymity.count and anonymity.count > 1 else ""
    stated = (f"“{span.cut(index.text)}”" for span in (anonymity.reason, anonymity.position) if span)
    return ", ".join(filter(None, (anonymity.grade, many, *stated)))


def _about(index: Index, about: AboutStatement | AboutEvent) -> str:
    if isinstance(about, AboutEvent):
        return _other(index, about.event)
    told = index.statements.get(about.statement)
    return _beside(about.statement, index.words(told.content) if told else None)


def _other(index: Index, id: str) -> str:
    event = index.events.get(id)
    return _beside(id, f"{event.type}: {index.mentions(event)}" if event else None)


def _when(time: Time, text: str) -> str:
    return _beside(time.span.cut(text), days(time.begin, time.end) or time.value or "no day can be told")


def _where(place: Place) -> str:
    return ", ".join(filter(None, (place.name, place.country, place.precision, place.relation)))


def _found(value: str | None, by: Span | None, text: str) -> str:
    return "not known" if value is None else _beside(value, by and f"from “{by.cut(text)}”")


def _beside(words: str, meaning: str | None) -> str:
    return f"{words}  ({meaning})" if meaning else words
