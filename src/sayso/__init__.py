"""sayso: who did what to whom in news reports, and on whose say-so.

>>> import sayso
>>> say = sayso.load()
>>> record = say("The minister said on Monday that talks had failed.", published="2011-10-06")
>>> record.report.published
'2011-10-06'

Every name below is loaded when it is first used, so that importing sayso costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import ConflictError as ConflictError
    from sayso.errors import DecodeError as DecodeError
    from sayso.errors import ModelError as ModelError
    from sayso.errors import ReadError as ReadError
    from sayso.errors import ReportError as ReportError
    from sayso.errors import SaysoError as SaysoError
    from sayso.errors import StoreError as StoreError
    from sayso.errors import UsageError as UsageError
    from sayso.model import AboutEvent as AboutEvent
    from sayso.model import AboutStatement as AboutStatement
    from sayso.model import Actor as Actor
    from sayso.model import Anonymity as Anonymity
    from sayso.model import Candidate as Candidate
    from sayso.model import Copy as Copy
    from sayso.model import Count as Count
    from sayso.model import Dateline as Dateline
    from sayso.model import Dispute as Dispute
    from sayso.model import Event as Event
    from sayso.model import EventEntry as EventEntry
    from sayso.model import Failure as Failure
    from sayso.model import FailureEntry as FailureEntry
    from sayso.model import Family as Family
    from sayso.model import Findings as Findings
    from sayso.model import Index as Index
    from sayso.model import Judgement as Judgement
    from sayso.model import KnownActor as KnownActor
    from sayso.model import Linked as Linked
    from sayso.model import LinkedPlace as LinkedPlace
    from sayso.model import LinkedRole as LinkedRole
    from sayso.model import MadeBy as MadeBy
    from sayso.model import Member as Member
    from sayso.model import Order as Order
    from sayso.model import Origin as Origin
    from sayso.model import Place as Place
    from sayso.model import Receipt as Receipt
    from sayso.model import Repeat as Repeat
    from sayso.model import Report as Report
    from sayso.model import ReportEntry as ReportEntry
    from sayso.model import Role as Role
    from sayso.model import Source as Source
    from sayso.model import SourceEntry as SourceEntry
    from sayso.model import Span as Span
    from sayso.model import Statement as Statement
    from sayso.model import StatementEntry as StatementEntry
    from sayso.model import StatementRef as StatementRef
    from sayso.model import Story as Story
    from sayso.model import Term as Term
    from sayso.model import Time as Time
    from sayso.model import Unread as Unread
    from sayso.pipeline import Sayso as Sayso
    from sayso.pipeline import load as load
    from sayso.pipeline.linking import link as link
    from sayso.record import MemoryStore as MemoryStore
    from sayso.record import Register as Register
    from sayso.record import Store as Store
    from sayso.record import View as View
    from sayso.record import Writer as Writer
    from sayso.record import open_store as open_store
    from sayso.resolve import Ledger as Ledger

_NAMES = {
    "sayso.errors": (
        "ConflictError", "DecodeError", "ModelError", "ReadError", "ReportError", "SaysoError", "StoreError",
        "UsageError",
    ),
    "sayso.model": (
        "AboutEvent", "AboutStatement", "Actor", "Anonymity", "Candidate", "Copy", "Count", "Dateline", "Dispute",
        "Event", "EventEntry", "Failure", "FailureEntry", "Family", "Findings", "Index", "Judgement", "KnownActor",
        "Linked", "LinkedPlace", "LinkedRole", "MadeBy", "Member", "Order", "Origin", "Place", "Receipt", "Repeat",
        "Report", "ReportEntry", "Role", "Source", "SourceEntry", "Span", "Statement", "StatementEntry",
        "StatementRef", "Story", "Term", "Time", "Unread",
    ),
    "sayso.pipeline": ("Sayso", "load"),
    "sayso.pipeline.linking": ("link",),
    "sayso.record": ("MemoryStore", "Register", "Store", "View", "Writer", "open_store"),
    "sayso.resolve": ("Ledger",),
}  # fmt: skip
_HOMES = {name: home for home, names in _NAMES.items() for name in names}

__all__ = [
    "AboutEvent", "AboutStatement", "Actor", "Anonymity", "Candidate", "ConflictError", "Copy", "Count", "Dateline",
    "DecodeError", "Dispute", "Event", "EventEntry", "Failure", "FailureEntry", "Family", "Findings", "Index",
    "Judgement", "KnownActor", "Ledger", "Linked", "LinkedPlace", "LinkedRole", "MadeBy", "Member", "MemoryStore",
    "ModelError", "Order", "Origin", "Place", "ReadError", "Receipt", "Register", "Repeat", "Report", "ReportEntry",
    "ReportError", "Role", "Sayso", "SaysoError", "Source", "SourceEntry", "Span", "Statement", "StatementEntry",
    "StatementRef", "Store", "StoreError", "Story", "Term", "Time", "Unread", "UsageError", "View", "Writer", "link",
    "load", "open_store",
]  # fmt: skip
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
