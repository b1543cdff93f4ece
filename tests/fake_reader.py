"""A reader for worker processes that knows no language, and dies of a report that says so."""

from __future__ import annotations

import os
from typing import cast

from sayso import pipeline
from sayso.model import Failure, Findings, Receipt, Report


class FakeReader:
    def outcome(self, report: Report | Receipt | Failure) -> Findings | Receipt | Failure:
        if not isinstance(report, Report):
            return report
        if "deadly" in report.text:
            os._exit(9)
        return Findings(report)


def open_reader(model: str | None, profile: str | None = None) -> None:
    pipeline._say = cast(pipeline.Sayso, FakeReader())
