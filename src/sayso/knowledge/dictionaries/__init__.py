"""Dictionaries of actors in others' formats -> known actors. One format a file, picked from the list below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from sayso.errors import UsageError
from sayso.knowledge.dictionaries.entities import read_entities
from sayso.knowledge.dictionaries.phoenix import read_actors, read_agents
from sayso.knowledge.dictionaries.sheet import make_actor, read_sheet
from sayso.model.known import KnownActor, Unread

__all__ = ["FORMATS", "Format", "FormatName", "make_actor", "read_dictionary"]

FormatName = Literal["actors", "agents", "entities", "csv"]


class Format(NamedTuple):
    """A format: endings of its files' names, and what reads a file of it."""

    endings: tuple[str, ...]
    read: Callable[[Path], Iterator[KnownActor | Unread]]


FORMATS: dict[FormatName, Format] = {
    "actors": Format((".actors", ".actors.txt"), read_actors),
    "agents": Format((".agents", ".agents.txt"), read_agents),
    "entities": Format((".json", ".jsonl", ".ijson"), read_entities),
    "csv": Format((".csv",), read_sheet),
}


def read_dictionary(path: Path, format: FormatName | None = None) -> Iterator[KnownActor | Unread]:
    """The known actors of a file, and its lines that cannot be read; the format is told by the name where not given.

    UsageError where the format is not known, the file cannot be opened, or a library is missing that reads it.
    """
    name = format or next((name for name, known in FORMATS.items() if path.name.lower().endswith(known.endings)), None)
    if name is None:
        raise UsageError(f"{path}: of no known format: say --format {'|'.join(FORMATS)}")
    if not path.is_file():
        raise UsageError(f"{path}: {'is a folder' if path.is_dir() else 'no such file'}")
    return FORMATS[name].read(path)
