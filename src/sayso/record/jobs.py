"""What failed while reading is kept until it is read: listed, and read again with what it was given at first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sayso.model import Failure, FailureEntry, Receipt
from sayso.record.store import Store, View

STDIN = "-"
_MANY = ".jsonl"
"""Files of this name hold many reports, each called ``path:number``."""


class Retrial(NamedTuple):
    """What is to be read again together: the paths, and what their reports are given beside their own."""

    paths: tuple[str, ...]
    published: str | None
    outlet: str | None


class Jobs:
    """The failures of one reading into ``store``, whose reports are given ``published`` and ``outlet``.

    >>> from sayso import Failure, MemoryStore
    >>> store = MemoryStore()
    >>> Jobs(store).take("/in/a.jsonl:3", Failure("/in/a.jsonl:3", "read", "no text"))
    >>> [(failure.source, failure.reason) for failure in store.view().failures()]
    [('/in/a.jsonl', 'no text')]
    """

    def __init__(self, store: Store, published: str | None = None, outlet: str | None = None) -> None:
        self._writer = store.writer()
        self._given = published, outlet
        self._open = {failure.name: failure.source for failure in store.view().failures()}
        self._failed: set[str] = set()

    def take(self, path: str, outcome: Receipt | Failure) -> None:
        """Keep what failed; let go of what failed once and is read now."""
        name = _whole(path)
        if isinstance(outcome, Failure):
            at = datetime.now(UTC).isoformat(timespec="seconds")
            self._failed.add(name)
            self._writer.fail(FailureEntry(name, _source(name), outcome.stage, outcome.reason, at, *self._given))
        elif self._open.pop(name, None):
            self._writer.settle(name)

    def settle(self, sources: Iterable[str]) -> None:
        """Let go of what failed in ``sources`` before and, now that they are read to their end, did not fail again."""
        ended = set(sources)
        for name, source in self._open.items():
            if source in ended and name not in self._failed:
                self._writer.settle(name)


def retrials(view: View) -> list[Retrial]:
    """All that failed, to be read again as it was read; not what was piped in, which is gone."""
    given: dict[tuple[str | None, str | None], dict[str, None]] = {}
    for failure in view.failures():
        if failure.source != STDIN:
            given.setdefault((failure.published, failure.outlet), {})[failure.source] = None
    return [Retrial(tuple(sources), *beside) for beside, sources in given.items()]


def _whole(path: str) -> str:
    """``path`` as it is from anywhere; the standard input and addresses stay."""
    if path == STDIN or path.startswith((f"{STDIN}:", "http://", "https://")):
        return path
    return str(Path(path).absolute())


def _source(name: str) -> str:
    """What has to be read to read ``name`` again: of a line, its file."""
    file, _, number = name.rpartition(":")
    many = file == STDIN or file.lower().endswith(_MANY)
    return file if many and number.isdecimal() else name
