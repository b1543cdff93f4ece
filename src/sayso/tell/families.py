"""The list of families: reports that carry one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Family, FamilyEntry, ReportEntry
from sayso.tell.listing import Column, Listing

FAMILIES: Listing[FamilyEntry] = Listing(
    columns=(
        Column("family", lambda entry: entry.family),
        Column("report", lambda entry: entry.number, field="number"),
        Column("id", lambda entry: entry.report, piped=True),
        Column("kind", lambda entry: entry.kind),
        Column("of", lambda entry: entry.of, piped=True),
        Column("published", lambda entry: entry.published),
        Column("outlet", lambda entry: entry.outlet, share=2),
        Column("headline", lambda entry: entry.headline, share=4),
        Column("evidence", lambda entry: entry.evidence, share=4),
        Column("score", lambda entry: entry.score, piped=True),
    ),
    confidence=lambda entry: entry.score,
    none="No copies.",
    name="families",
)
"""A line a report, the likely original first; its evidence is why it is the original, or a copy."""


def family_entries(families: Iterable[Family], reports: Mapping[str, ReportEntry]) -> Iterator[FamilyEntry]:
    """The lines of the families: the original, then its copies by day of publication.

    ``reports`` are the entries of the reports by their ids; what is told of one that is not there is left open.
    """
    for family in families:
        yield _entry(family.id, family.original, reports, "original", None, 1.0, family.why)
        for copy in sorted(family.copies, key=lambda copy: (_day(copy.report, reports), copy.report)):
            yield _entry(family.id, copy.report, reports, copy.kind, copy.of, copy.score, copy.evidence)


def _entry(
    family: str,
    id: str,
    reports: Mapping[str, ReportEntry],
    kind: str,
    of: str | None,
    score: float,
    evidence: tuple[str, ...],
) -> FamilyEntry:
    report = reports.get(id)
    return FamilyEntry(
        family=family,
        report=id,
        number=report.number if report else None,
        kind=kind,
        of=of,
        published=report.published if report else None,
        outlet=report.outlet if report else None,
        headline=report.headline if report else None,
        score=score,
        evidence="; ".join(evidence),
    )


def _day(id: str, reports: Mapping[str, ReportEntry]) -> str:
    report = reports.get(id)
    return (report.published if report else None) or "9999"
