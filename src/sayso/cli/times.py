"""`sayso times`."""

from __future__ import annotations

from sayso.cli.explaining import explain
from sayso.cli.options import AsJson, Model, Workspace
from sayso.cli.show import Report


def times(report: Report, workspace: Workspace = None, model: Model = None, as_json: AsJson = False) -> None:
    """Tell why the times of a report are read as they are.

    Of each: its words, the value, the days it can mean, the rule of the grammar, the day it reckons from, and the side
    of it that the verb says. The report is read anew, so what is told is how sayso reads it now.
    """
    explain(report, workspace, model, lambda reasons: reasons.times, as_json=as_json)
