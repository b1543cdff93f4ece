"""The nouns of sayso: frozen, without I/O, without spaCy."""

from sayso.model.actor import Actor
from sayso.model.cut import Cut
from sayso.model.entry import (
    EventEntry,
    FamilyEntry,
    Hit,
    HitPlace,
    JudgementEntry,
    Receipt,
    ReportEntry,
    SourceEntry,
    StatementEntry,
    Verdict,
)
from sayso.model.event import Count, Event, Order, Role
from sayso.model.failure import Failure, FailureEntry
from sayso.model.family import Copy, Family, Story
from sayso.model.findings import Findings, MadeBy
from sayso.model.index import Index
from sayso.model.judgement import Judgement
from sayso.model.known import Candidate, KnownActor, Term, Unread
from sayso.model.linked import Dispute, Linked, LinkedPlace, LinkedRole, Member, Origin, StatementRef
from sayso.model.place import Place
from sayso.model.report import Dateline, Repeat, Report
from sayso.model.span import Span, Spans
from sayso.model.statement import AboutEvent, AboutStatement, Anonymity, Source, Statement
from sayso.model.time import Time

__all__ = [
    "AboutEvent", "AboutStatement", "Actor", "Anonymity", "Candidate", "Copy", "Count", "Cut", "Dateline",
    "Dispute", "Event", "EventEntry", "Failure", "FailureEntry", "Family", "FamilyEntry", "Findings", "Hit",
    "HitPlace", "Index", "Judgement", "JudgementEntry", "KnownActor", "Linked", "LinkedPlace", "LinkedRole",
    "MadeBy", "Member", "Order", "Origin", "Place", "Receipt", "Repeat", "Report", "ReportEntry", "Role", "Source",
    "SourceEntry", "Span", "Spans", "Statement", "StatementEntry", "StatementRef", "Story", "Term", "Time",
    "Unread", "Verdict",
]  # fmt: skip
