"""Reports put together, as the contract ``sayso.linked/1`` has it: one event of the world, and who vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sayso.model.contract import Contract
from sayso.model.event import Code, RoleName, Status
from sayso.model.place import Precision
from sayso.model.span import Spans

Support = Literal["on-record", "several-origins", "one-origin", "one-unnamed-origin", "unsourced"]
OriginKind = Literal["named", "spokesperson", "unnamed", "collective", "media", "document"]
DisputeKind = Literal["denial", "toll", "date", "who", "account"]
"""Said not to be so; another toll, another date, another doer; and another account by who gave one before."""


@dataclass(frozen=True, slots=True)
class LinkedRole:
    """Who takes part, by the name that most reports give; ``code`` is country and sector.

    >>> LinkedRole("actor", "Velian envoys", None).code is None
    True
    """

    role: RoleName
    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class LinkedPlace:
    """Where it happened, no finer than the words.

    >>> LinkedPlace("Tarn", None, "city").name
    'Tarn'
    """

    name: str
    country: str | None
    precision: Precision | None


@dataclass(frozen=True, slots=True)
class Member:
    """The event ``event`` of the report ``report``, with every mention of it there; ``story`` is the report's.

    >>> Member("r1", "e1", (), None).event
    'e1'
    """

    report: str
    event: str
    trigger: Spans
    story: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Who stands at the root of sourcing chains; ``via`` are those through whom it is reported, the nearest first.

    >>> Origin("O1", "unnamed", "a senior official", ("The Harbour Times",), ("r1", "r7")).kind
    'unnamed'
    """

    id: str
    kind: OriginKind
    name: str
    via: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementRef:
    """The statement ``id`` of the report ``report``.

    >>> StatementRef("r4", "s2").id
    's2'
    """

    report: str
    id: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A statement that denies the event or gives another value for one of its fields.

    >>> Dispute("denial", StatementRef("r4", "s2")).kind
    'denial'
    """

    kind: DisputeKind
    statement: StatementRef


@dataclass(frozen=True, slots=True)
class Linked:
    """One event of the world, as all reports together have it.

    >>> met = Linked(
    ...     "E1", "CONSULT", "occurred", None, None, None, (), (Member("r1", "e1", (), None),), (), "unsourced", ()
    ... )
    >>> Linked.from_json(met.to_json()) == met
    True
    """

    id: str
    type: Code
    status: Status
    begin: str | None
    end: str | None
    place: LinkedPlace | None
    roles: tuple[LinkedRole, ...]
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    grade: Support
    disputes: tuple[Dispute, ...]
    schema: Literal["sayso.linked/1"] = "sayso.linked/1"

    def to_json(self) -> str:
        """One line of JSON, as the contract has it."""
        return _CONTRACT.dump(self)

    @classmethod
    def from_json(cls, line: str | bytes, name: str = "event") -> Linked:
        """The event in a line of JSON; DecodeError, naming ``name``, where it is none."""
        return _CONTRACT.load(line, name)

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of a line of `sayso link`."""
        return _CONTRACT.schema()


_CONTRACT = Contract("sayso.linked/1", Linked)
