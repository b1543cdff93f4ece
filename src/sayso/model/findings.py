"""Findings: all that one report tells, in the shape of the contract ``sayso.record/1``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sayso.model.actor import Actor
from sayso.model.contract import Contract
from sayso.model.event import Event
from sayso.model.place import Place
from sayso.model.report import Report
from sayso.model.statement import Statement
from sayso.model.time import Time


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the findings: a component, its version, and the sha256 of the model it uses.

    >>> MadeBy("statements", "1", None).component
    'statements'
    """

    component: str
    version: str
    model: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """The record of one report.

    >>> record = Findings(Report("r1", "Talks failed."))
    >>> Findings.from_json(record.to_json()) == record
    True
    """

    report: Report
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    made_by: tuple[MadeBy, ...] = ()
    schema: Literal["sayso.record/1"] = "sayso.record/1"

    def to_json(self) -> str:
        """One line of JSON, as the contract has it."""
        return _CONTRACT.dump(self)

    @classmethod
    def from_json(cls, line: str | bytes, name: str = "record") -> Findings:
        """The record in a line of JSON; DecodeError, naming ``name``, where it is none."""
        return _CONTRACT.load(line, name)

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of a record."""
        return _CONTRACT.schema()


_CONTRACT = Contract("sayso.record/1", Findings)
