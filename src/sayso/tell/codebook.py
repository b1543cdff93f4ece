"""A codebook for people: each kind with its meaning, an example, the traps and the modes."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import UsageError
from sayso.knowledge.codebook import Codebook, Kind
from sayso.tell.section import Line, Section


def codebook_sections(book: Codebook, code: str | None = None) -> Iterator[Section]:
    """All kinds, or the one with that code in any case; UsageError where the codebook has none."""
    kinds = [kind for kind in book.kinds if code is None or kind.code.casefold() == code.casefold()]
    if not kinds:
        known = ", ".join(kind.code for kind in book.kinds)
        raise UsageError(f"{code}: {book.name} has no such kind: {known}")
    yield from map(_section, kinds)


def _section(kind: Kind) -> Section:
    title = kind.code if kind.title.upper() == kind.code else f"{kind.code}  {kind.title}"
    lines = [Line("meaning", kind.meaning)]
    lines += [Line(label, text) for label, text in (("example", kind.example), ("traps", kind.traps)) if text]
    lines += [Line("takes", ", ".join(kind.takes))] if kind.takes else []
    lines += [Line("words", ", ".join((*kind.verbs, *kind.nouns)))] if kind.verbs or kind.nouns else []
    lines += [Line("mode", f"{mode.code}: {mode.meaning}") for mode in kind.modes]
    return Section(title, tuple(lines))
