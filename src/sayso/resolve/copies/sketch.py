"""What is kept of a text to find its copies."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sayso.model.findings import Findings


@dataclass(frozen=True, slots=True)
class CopySketch:
    """Fingerprints of a text, the same for the same words."""

    sha256: str


def sketch_copy(findings: Findings) -> CopySketch:
    """The fingerprints of the report's text."""
    return CopySketch(sha256(" ".join(findings.report.text.split()).encode("utf-8", "surrogatepass")).hexdigest())
