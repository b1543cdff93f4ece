"""A reader for worker processes that knows no language, and dies of a report that says so."""

from __future__ import annotations

import os
from typing import cast

from sayso.model import Failure, Findings, Receipt, Report
from sayso.pipeline import reading


class FakeReader:
    def outcome(self, report: Report | Receipt | Failure) -> Findings | Receipt | Failure:
        if not isinstance(report, Report):
            return report
        if "deadly" in report.text:
            os._exit(9)
        return Findings(report)


def open_reader(*_: object) -> None:
    reading._say = cast(reading.Sayso, FakeReader())
