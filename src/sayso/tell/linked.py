"""One event of the world, with its origin tree, its disputes and what is not known; and the timeline of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Dispute, Event, Findings, Index, Linked, Origin, Statement
from sayso.model.event import CountOf, RoleName
from sayso.model.linked import DisputeKind, Support
from sayso.tell.listing import Column, Listing
from sayso.tell.section import Line, Section
from sayso.tell.wording import days, did_to

_WORDS = "cyan"
_MOST = 5
"""So many reports of an origin are told of with their words, and so many names stand in a row."""
_GRADES: dict[Support, str] = {
    "on-record": "on record: somebody with a part in it says so by name",
    "several-origins": "several origins, none with a part in it by name",
    "one-origin": "one origin",
    "one-unnamed-origin": "one origin, unnamed",
    "unsourced": "nobody's word",
}
_BRIEF: dict[str, str] = {
    "on-record": "on record",
    "several-origins": "several",
    "one-origin": "one",
    "one-unnamed-origin": "unnamed",
    "unsourced": "none",
}
_ID = 7
"""Characters of an id that tell it from others, but for one in some thousands."""
_MATTERS: dict[DisputeKind, str] = {
    "denial": "denied",
    "who": "laid to somebody else",
    "toll": "another toll",
    "date": "another day",
    "account": "another account by who gave one before",
}
_ELSEWISE = frozenset({"denies", "declines", "asks"})
"""Stances in which an event may be told without being vouched for."""
_COUNTS: tuple[CountOf, ...] = ("killed", "injured", "captured", "abducted", "crowd")


def tell_linked(event: Linked, records: Mapping[str, Findings]) -> Iterator[Section]:
    """The sections of the event; ``records`` are those of its reports by their ids."""
    reports = {id: _Report(event, found) for id, found in records.items()}
    title = " · ".join(filter(None, (event.id, event.type, event.status, _who(event))))
    yield Section(title, tuple(_event(event, reports)))
    yield Section(f"Origins: {len(event.origins) or 'none'}")
    for origin in event.origins:
        yield Section(f"{_chain(origin)} · {origin.kind}", tuple(_heard(origin, reports)), 1)
    yield Section(f"Disputes: {len(event.disputes) or 'none'}")
    for dispute in event.disputes:
        yield _dispute(dispute, reports)
    if unknown := tuple(_unknown(event)):
        yield Section("Not known", unknown)


class _Report:
    """One report as far as it tells of the event."""

    def __init__(self, event: Linked, findings: Findings) -> None:
        self.index = Index(findings)
        ids = {member.event for member in event.members if member.report == findings.report.id}
        self.events: tuple[Event, ...] = tuple(found for found in findings.events if found.id in ids)
        report = findings.report
        self.name = ", ".join(filter(None, (report.outlet, report.published, report.id)))

    def statement(self, origin: Origin) -> Statement | None:
        """Where the origin speaks of the event, else who is heard of it through others; None where nobody is."""
        ids = dict.fromkeys(id for event in self.events for id in event.statements)
        told = sorted(
            (self.index.statements[id] for id in ids if id in self.index.statements),
            key=lambda statement: statement.stance in _ELSEWISE,
        )
        names = [_plain(name) for name in (origin.name, *origin.via)]
        for name in names:
            for statement in told:
                if _plain(self.index.speaker(statement) or "") == name:
                    return statement
        return next((statement for statement in told if statement.standing == "media"), None)


def _event(event: Linked, reports: Mapping[str, _Report]) -> Iterator[Line]:
    told = [report for report in reports.values() if report.events]
    words = dict.fromkeys(report.index.mentions(found) for report in told for found in report.events)
    yield Line("words", _row(words), _WORDS)
    yield Line("when", days(event.begin, event.end) or "not known")
    place = event.place
    yield Line("where", ", ".join(filter(None, (place.name, place.country, place.precision))) if place else "not known")
    for role in event.roles:
        yield Line(role.role, f"{role.name}  ({role.code})" if role.code else role.name)
    for what in _COUNTS:
        if counted := _tolls(what, told):
            yield Line(what, counted)
    yield Line("support", _GRADES[event.grade])
    yield Line("reports", str(len({member.report for member in event.members})))


def _tolls(what: CountOf, told: Iterable[_Report]) -> str:
    """Each count once, in the words of the reports, and who gives it."""
    given: dict[str, dict[str, None]] = {}
    for report in told:
        for count in (count for event in report.events for count in event.counts if count.what == what):
            given.setdefault(report.index.words((count.span,)), {})[report.name] = None
    return "; ".join(f"“{words}” ({_row(names, '; ')})" for words, names in given.items())


def _heard(origin: Origin, reports: Mapping[str, _Report]) -> Iterator[Line]:
    """The reports that have it, the words of each; what copies say again is not told again."""
    said: set[str] = set()
    untold = 0
    for id in origin.reports:
        report = reports.get(id)
        words = _said(report, origin) if report else ""
        if len(said) == _MOST or words in said:
            untold += 1
            continue
        said.add(words)
        yield Line("in", report.name if report else id)
        if words:
            yield Line("words", words, _WORDS)
    if untold:
        yield Line("in", f"and {untold} more {'report' if untold == 1 else 'reports'}")


def _said(report: _Report, origin: Origin) -> str:
    statement = report.statement(origin)
    if statement is None:
        return "(told as its own)" if origin.kind == "media" else ""
    chain = " ← ".join(report.index.speaker(link) or "(not said who)" for link in report.index.chain(statement))
    return f"{chain}: {report.index.words(statement.content)}"


def _dispute(dispute: Dispute, reports: Mapping[str, _Report]) -> Section:
    report = reports.get(dispute.statement.report)
    statement = report.index.statements.get(dispute.statement.id) if report else None
    if report is None or statement is None:
        return Section(f"{_MATTERS[dispute.kind]} · {dispute.statement.report} {dispute.statement.id}", depth=1)
    chain = " ← ".join(report.index.speaker(link) or "(not said who)" for link in report.index.chain(statement))
    lines = (
        Line("in", f"{report.name}  ({statement.id})"),
        Line("cue", report.index.words(statement.cue), _WORDS),
        Line("words", report.index.words(statement.content), _WORDS),
    )
    return Section(f"{_MATTERS[dispute.kind]} · {chain} · {statement.standing}", lines, 1)


def _unknown(event: Linked) -> Iterator[Line]:
    roles = {role.role for role in event.roles}
    hidden = sum(origin.kind in ("unnamed", "collective") for origin in event.origins)
    for missing, what in (
        (event.begin is None, "when"),
        (event.place is None, "where"),
        ("actor" not in roles, "by whom"),
        ("recipient" not in roles, "to whom"),
        (not event.origins, "on whose word"),
        (hidden > 0, f"who {hidden} of its {len(event.origins)} origins are: they are not named"),
    ):
        if missing:
            yield Line("", what)


def _who(event: Linked) -> str:
    return did_to(
        _parties(event, "actor"),
        _parties(event, "recipient"),
        via=_parties(event, "mediator"),
        beside=_parties(event, "participant"),
    )


def _parties(event: Linked, role: RoleName) -> str | None:
    return "; ".join(one.name for one in event.roles if one.role == role) or None


def _chain(origin: Origin) -> str:
    return " ← ".join((origin.name, *origin.via))


def _counted(disputes: Iterable[Dispute]) -> Iterator[str]:
    """How many of each kind: "denial", "toll ×2"."""
    kinds = [dispute.kind for dispute in disputes]
    return (kind if kinds.count(kind) == 1 else f"{kind} ×{kinds.count(kind)}" for kind in dict.fromkeys(kinds))


def _row(names: Iterable[str], between: str = "; ") -> str:
    """The first names, and how many more there are."""
    listed = list(names)
    more = len(listed) - _MOST
    return between.join(listed[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _plain(name: str) -> str:
    words = name.casefold().replace(".", "").split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


TIMELINE: Listing[Linked] = Listing(
    columns=(
        Column("when", lambda event: days(event.begin, event.end), field="begin"),
        Column("event", lambda event: event.id, field="id", brief=lambda id: id[:_ID]),
        Column("type", lambda event: event.type),
        Column("status", lambda event: event.status),
        Column("who", _who, share=5),
        Column("where", lambda event: event.place.name if event.place else None, share=2, field="place"),
        Column("support", lambda event: event.grade, field="grade", brief=lambda grade: _BRIEF[grade]),
        Column("origins", lambda event: _row(_chain(origin) for origin in event.origins), share=4),
        Column("disputes", lambda event: _row(sorted(_counted(event.disputes)))),
        Column("reports", lambda event: len({member.report for member in event.members}), field="members"),
    ),
    confidence=lambda event: 0.0 if event.grade == "unsourced" else 1.0,
    none="No events.",
    name="timeline",
)
"""What happened when, between whom, how well it is supported and how it is disputed; on nobody's word: grey."""
