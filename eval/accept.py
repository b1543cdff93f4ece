"""The acceptance reports of ../shared: their input lines, and how many facts hold in their records."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import renamed

FOLDER = renamed.SHARED / "acceptance"
RENAMED = "renamed-"
_WHEN_AND_WHERE = re.compile(r"\.(?:begin|begin_between|end|said_on|place)$|^[TP]\d+ ")
"""The names of facts that say when and where."""


@dataclass(frozen=True)
class Facts:
    """How many facts hold, of how many."""

    good: int = 0
    all: int = 0

    def __add__(self, other: Facts) -> Facts:
        return Facts(self.good + other.good, self.all + other.all)

    def __str__(self) -> str:
        return f"{self.good} of {self.all}"

    @property
    def percent(self) -> float:
        """The share of facts that hold."""
        return round(100 * self.good / self.all, 1) if self.all else 0.0


class Result(NamedTuple):
    """Facts of the founding report, of the others, of the first one renamed, and of it as it is on the same facts.

    ``founding_when`` and ``others_when`` are those of them that say when and where.
    """

    founding: Facts
    others: Facts
    renamed: Facts
    kept: Facts
    founding_when: Facts
    others_when: Facts


class Report(NamedTuple):
    """A report with its key; ``founding`` where it is the example that the project began with."""

    name: str
    text: str
    key: dict[str, Any]
    founding: bool


def inputs() -> str:
    """Contract input lines for every report, the founding one renamed as well."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for report in _reports() for line in _lines(report))


def score(records: Path) -> Result:
    """The facts that hold in the records."""
    by_id = {record["report"]["id"]: record for record in map(json.loads, records.open(encoding="utf-8"))}
    check = _check()
    total = Result(*(Facts() for _ in Result._fields))
    for report in _reports():
        facts = _facts(check, by_id.get(report.name), report.key, report.text)
        when = _facts(check, by_id.get(report.name), report.key, report.text, only=_WHEN_AND_WHERE)
        if not report.founding:
            total = total._replace(others=total.others + facts, others_when=total.others_when + when)
            continue
        renaming = renamed.plan(report.text, report.key)
        new = by_id.get(RENAMED + report.name)
        total = total._replace(
            founding=total.founding + facts,
            founding_when=total.founding_when + when,
            renamed=_facts(check, new, renamed.rename(report.key, renaming), renaming.text(report.text)),
            kept=_facts(check, by_id.get(report.name), renamed.knowable(report.key, renaming.people), report.text),
        )
    return total


def _facts(
    check: ModuleType,
    record: dict[str, Any] | None,
    key: dict[str, Any],
    text: str,
    only: re.Pattern[str] = re.compile(""),
) -> Facts:
    empty: dict[str, Any] = {kind: [] for kind in ("actors", "times", "places", "statements", "events")}
    full = check.check(empty | {"report": {"text": text}}, key, text)
    results = check.check(record, key, text) if record else []
    asked = sum(bool(only.search(name)) for name, _, _ in full)
    good = sum(bool(holds) for name, holds, _ in results if only.search(name))
    return Facts(good if len(results) == len(full) else 0, asked)


def _reports() -> Iterator[Report]:
    for path in [*sorted(FOLDER.glob("*.json")), *sorted((FOLDER / "reports").glob("*.json"))]:
        text, key = path.with_suffix(".txt").read_text(encoding="utf-8"), json.loads(path.read_text(encoding="utf-8"))
        yield Report(path.stem, text, key, path.parent == FOLDER)


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    given = report.key.get("given", {})
    dated = {"published": given.get("published"), "outlet": given.get("outlet")}
    yield {"id": report.name, "text": report.text} | dated
    if report.founding:
        renaming = renamed.plan(report.text, report.key)
        yield {"id": RENAMED + report.name, "text": renaming.text(report.text)} | dated


def _check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check", FOLDER / "check.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{FOLDER / 'check.py'} is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
