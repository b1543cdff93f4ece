"""The list of what was searched for and found."""

from __future__ import annotations

from sayso.model import Hit
from sayso.tell.listing import Column, Listing

HITS: Listing[Hit] = Listing(
    columns=(
        Column("report", lambda hit: hit.report),
        Column("published", lambda hit: hit.published, piped=True),
        Column("outlet", lambda hit: hit.outlet, piped=True),
        Column("headline", lambda hit: hit.headline, share=3),
        Column("where", lambda hit: hit.statement or "text"),
        Column("speaker", lambda hit: hit.speaker, share=2),
        Column("words", lambda hit: hit.snippet, share=6, marked=True),
        Column("path", lambda hit: hit.path, piped=True),
    ),
    confidence=lambda _: 1.0,
    none="Nothing found: fewer words, or beginnings (word*), find more.",
)
"""The report, where in it (its text, or a statement and who says it), and the words around, those looked for marked."""
