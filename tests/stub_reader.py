"""`sayso` with a reader that knows no language, so that reading in and keeping is what takes the time."""

from __future__ import annotations

import sys

from sayso import cli, pipeline
from sayso.model import Findings, MadeBy, Report, Span, Statement


class StubReader(pipeline.Sayso):
    """Finds three statements in every report, in no time."""

    def __init__(self, model: str | None = None, contested: str = "plover", profile: str | None = None) -> None:
        self.model, self.contested, self.profile = model, contested, profile
        self.made_by = (MadeBy("stub", "1", None),)

    def _read(self, report: Report) -> Findings:
        return Findings(report, statements=tuple(_statement(number) for number in range(3)), made_by=self.made_by)


def _statement(number: int) -> Statement:
    return Statement(
        id=f"s{number}",
        source=None,
        cue=(Span(number, number + 3),),
        content=(Span(number, number + 9),),
        mode="indirect",
        stance="says",
        standing="none",
        anonymity=None,
        via=None,
        about=None,
        occasion=None,
        time=None,
        confidence=0.5,
    )


if __name__ == "__main__":
    pipeline.load = StubReader
    cli.main(sys.argv[1:])
