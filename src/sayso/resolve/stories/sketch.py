"""What is kept of a report to tell which story it tells."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.findings import Findings


@dataclass(frozen=True, slots=True)
class StorySketch:
    """Weighted terms of a report."""

    terms: tuple[tuple[str, float], ...]


def sketch_story(findings: Findings) -> StorySketch:
    """The terms of the report."""
    return StorySketch(tuple(sorted({(actor.name.casefold(), 1.0) for actor in findings.actors})))
