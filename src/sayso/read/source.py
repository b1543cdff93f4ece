"""Sources: bytes on their way to a reader, with what is known of them beside the bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes ``begun`` and the rest of ``stream``, read from ``path`` (of a fetched page, its address).

    ``charset`` is what an HTTP header said of them, ``url`` where they were fetched; a page that states a date after
    ``latest`` states none.
    """

    path: str
    stream: BinaryIO
    begun: bytes = b""
    charset: str | None = None
    url: str | None = None
    latest: date | None = None

    def read(self, most: int) -> bytes:
        """All bytes; more than ``most`` of them where there are more than that."""
        return self.begun + self.stream.read(max(0, most + 1 - len(self.begun)))
