"""The whole way, composed of its stations: `reading` up to the findings of each report, `linking` across reports.

source ──read──▶ Report ──segment──▶ Doc ──annotate──▶ Findings ──record──▶ Store ──resolve──▶ Linked ──tell──▶ people
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.pipeline.reading import Sayso as Sayso
    from sayso.pipeline.reading import load as load

__all__ = ["Sayso", "load"]


def __getattr__(name: str) -> Any:
    """The reader loads spaCy: only when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'sayso.pipeline' has no attribute {name!r}")
    return getattr(importlib.import_module("sayso.pipeline.reading"), name)
