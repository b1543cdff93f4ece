"""Doc -> Findings: all that one report can tell."""

from sayso.annotate import (  # noqa: F401  (they register components)
    actors,
    contexts,
    events,
    places,
    sourcing,
    statements,
    times,
)
from sayso.annotate.collect import collect
from sayso.annotate.language import load_language, reading_order, weights_hash

__all__ = ["collect", "load_language", "reading_order", "weights_hash"]
