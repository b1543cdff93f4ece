"""Codebooks: what kinds of event there are, in words for people and in rules for the coder.

A codebook is a TOML file: ``name``, ``title`` and a ``[[kind]]`` for each kind of event with ``code``, ``title``,
``meaning``, ``example``, ``traps`` and ``[[kind.mode]]`` (``code``, ``meaning``). ``takes`` names the events of sayso's
own coding that the kind takes in ("CONSULT", or "CONSULT visit" for one mode); ``verbs``, ``nouns`` and ``roles`` are
triggers of the kind's own in the form of the lexicon of events.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.errors import UsageError

SHIPPED = ("plover", "cameo", "harvest")
_LARGEST = 1_000_000  # bytes of a codebook
_KEYS = frozenset({"code", "title", "meaning", "example", "traps", "takes", "verbs", "nouns", "roles", "mode"})
_ROLES = frozenset({"actor", "recipient", "mediator", "participant"})


@dataclass(frozen=True, slots=True)
class Mode:
    """One way in which a kind of event can happen."""

    code: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; ``roles`` are pairs of a place beside the trigger ("subject", "with") and a role."""

    code: str
    title: str
    meaning: str
    example: str = ""
    traps: str = ""
    modes: tuple[Mode, ...] = ()
    takes: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All kinds of a codebook, with the SHA-256 of its file."""

    name: str
    title: str
    kinds: tuple[Kind, ...]
    sha256: str

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its kinds."""
        return tuple(kind.code for kind in self.kinds)

    def kind_of(self, event_type: str, mode: str | None) -> str | None:
        """The code that takes an event of this type and mode; a kind that names the mode goes first; None if none does.

        >>> codebook("cameo").kind_of("CONSULT", "visit")
        '04'
        """
        wanted = (f"{event_type} {mode}", event_type)
        for one in wanted:
            for kind in self.kinds:
                if one in kind.takes or one == kind.code:
                    return kind.code
        return None

    def mode_of(self, code: str, mode: str | None) -> str | None:
        """The mode, where the kind with that code has it."""
        known = {one.code for kind in self.kinds if kind.code == code for one in kind.modes}
        return mode if mode in known else None


def codebook(name: str) -> Codebook:
    """The codebook of that name (`SHIPPED`), else of the file with that path; UsageError for what is none.

    >>> len(codebook("plover").kinds)
    16
    """
    if name in SHIPPED:
        data = files("sayso.knowledge").joinpath("codebooks", f"{name}.toml").read_bytes()
    else:
        data = _bytes(Path(name))
    try:
        return _codebook(tomllib.loads(data.decode("utf-8")), hashlib.sha256(data).hexdigest())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"{name}: no codebook: {str(error).splitlines()[0]}") from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {(getattr(error, 'strerror', None) or str(error)).lower()}") from error
    if len(data) > _LARGEST:
        raise UsageError(f"{path}: no codebook: larger than {_LARGEST} bytes")
    return data


def _codebook(table: Mapping[str, Any], sha256: str) -> Codebook:
    _known(table, {"name", "title", "kind"}, "the codebook")
    rows = table.get("kind")
    if not isinstance(rows, list) or not rows:
        raise ValueError("it has no [[kind]]")
    kinds = tuple(map(_kind, rows))
    codes = [kind.code for kind in kinds]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise ValueError(f"code {twice[0]!r} stands twice")
    return Codebook(_text(table, "name"), _text(table, "title"), kinds, sha256)


def _kind(row: object) -> Kind:
    if not isinstance(row, dict):
        raise ValueError("a kind is not a table")  # noqa: TRY004  (one error for all that is wrong in a file)
    _known(row, _KEYS, f"kind {row.get('code')!r}")
    code = _text(row, "code")
    verbs, nouns = _words(row, "verbs"), _words(row, "nouns")
    roles = row.get("roles", {})
    if not isinstance(roles, dict) or not all(role in _ROLES for role in map(str, roles.values())):
        raise ValueError(f"kind {code!r}: roles: a place beside the trigger = one of {', '.join(sorted(_ROLES))}")
    if bare := [pattern for pattern in (*verbs, *nouns) if not _has_word(pattern)]:
        raise ValueError(f"kind {code!r}: {bare[0]!r} has no word of its own")
    if (verbs or nouns) and not roles:
        raise ValueError(f"kind {code!r}: its triggers need roles")
    modes = row.get("mode", [])
    if not isinstance(modes, list) or not all(isinstance(mode, dict) for mode in modes):
        raise ValueError(f"kind {code!r}: mode is not a list of tables")
    return Kind(
        code,
        _text(row, "title", needed=False),
        _text(row, "meaning"),
        _text(row, "example", needed=False),
        _text(row, "traps", needed=False),
        modes=tuple(Mode(_text(mode, "code"), _text(mode, "meaning")) for mode in modes),
        takes=_words(row, "takes"),
        verbs=verbs,
        nouns=nouns,
        roles=tuple(sorted((str(place), str(role)) for place, role in roles.items())),
    )


def _has_word(pattern: str) -> bool:
    """Whether a pattern has a word beside the classes of its subject and object."""
    parts = pattern.split()
    subject = len(parts) > 0 and parts[0].startswith("<")
    return bool(parts[subject:]) and not parts[int(subject)].startswith("<")


def _known(table: Mapping[str, Any], keys: Set[str], where: str) -> None:
    if unknown := sorted(set(table) - keys):
        raise ValueError(f"{where}: unknown key {unknown[0]!r}")


def _text(table: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise ValueError(f"{key} is missing or is no text")
    return value


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise ValueError(f"{key} is not a list of words")
    return tuple(value)
