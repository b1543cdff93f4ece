"""sayso: who did what to whom in news reports, and on whose say-so."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.model import Findings as Findings
    from sayso.model import Report as Report
    from sayso.pipeline import load as load

_HOMES = {"Findings": "sayso.model", "Report": "sayso.model", "load": "sayso.pipeline"}

__all__ = ["Findings", "Report", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
