"""The lexicon of happenings: which words name an event of which type, and who is what beside them.

The form is explained at the head of ``lexicon/events.toml``. Verb frames follow the idea of TABARI's and PETRARCH's
pattern dictionaries (Schrodt 2006), but match on the parse, not on neighbouring words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, cast

from sayso.knowledge.codebook import Codebook
from sayso.model.event import Code, RoleName

Classes = frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern: ``lemma`` with ``words`` below it, the classes of its subject and its object, and who is what.

    ``roles`` maps ``subject``, ``object``, ``speaker``, ``poss`` and prepositions to roles. ``eventive`` says that the
    object names the happening as well ("hold talks").
    """

    type: Code
    mode: str | None
    lemma: str
    words: tuple[str, ...]
    subject: Classes
    object: Classes
    roles: Mapping[str, RoleName]

    @property
    def weight(self) -> int:
        """How much the pattern asks for: the most demanding frame that fits is taken."""
        return 2 * len(self.words) + bool(self.subject) + bool(self.object)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by lemma, the most demanding first; word classes; light verbs by what they do to a noun; idioms."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, Classes]
    light: Mapping[str, Classes]
    idioms: Mapping[str, Classes]

    def members(self, name: str) -> Classes:
        """The lemmas of a word class; a name that is no class stands for itself."""
        return self.classes.get(name, frozenset({name}))


_IN_USE: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


def lexicon() -> Lexicon:
    """The lexicon that is in use: sayso's own, or the one of `using`."""
    return _IN_USE.get() or own_lexicon()


@contextmanager
def using(other: Lexicon | None) -> Iterator[None]:
    """Take another lexicon within the block; None is sayso's own."""
    token = _IN_USE.set(other)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def extended(book: Codebook) -> Lexicon:
    """The own lexicon with the triggers of a codebook, which go before it."""
    verbs, nouns = dict(own_lexicon().verbs), dict(own_lexicon().nouns)
    for kind in book.kinds:
        roles = cast("Mapping[str, RoleName]", dict(kind.roles))
        for patterns, read, table in ((kind.verbs, _read_verb, verbs), (kind.nouns, _read_noun, nouns)):
            for lemma, frames in _by_lemma(read(p, kind.code, None, roles) for p in patterns).items():
                table[lemma] = (*frames, *table.get(lemma, ()))
    return replace(own_lexicon(), verbs=verbs, nouns=nouns)


@cache
def own_lexicon() -> Lexicon:
    """The lexicon of PLOVER's types, read once."""
    folder = files("sayso.annotate").joinpath("lexicon")
    tables = {
        name: tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("events", "event_words")
    }
    words = tables["event_words"]
    return Lexicon(
        verbs=_by_lemma(_frames(tables["events"], "verbs")),
        nouns=_by_lemma(_frames(tables["events"], "nouns")),
        classes={name: frozenset(lemmas) for name, lemmas in words["class"].items()},
        light={name: frozenset(lemmas) for name, lemmas in words["light"].items()},
        idioms={noun: frozenset(governors) for noun, governors in words["idiom"].items()},
    )


def _frames(tables: Mapping[str, Any], kind: str) -> Iterator[Frame]:
    for event_type, table in tables.items():
        for group in table.get(kind, []):
            roles = {slot: role for slot, role in {**table["roles"], **group.get("roles", {})}.items() if role}
            for pattern in group["patterns"]:
                read = _read_verb if kind == "verbs" else _read_noun
                yield read(pattern, event_type, group.get("mode"), roles)


def _read_verb(pattern: str, event_type: Code, mode: str | None, roles: Mapping[str, RoleName]) -> Frame:
    parts = pattern.split()
    subject = _classes(parts.pop(0)) if parts[0].startswith("<") else frozenset()
    wanted = _classes(parts.pop()) if parts[-1].startswith("<") else frozenset()
    return Frame(event_type, mode, parts[0], tuple(parts[1:]), subject, wanted, roles)


def _read_noun(pattern: str, event_type: Code, mode: str | None, roles: Mapping[str, RoleName]) -> Frame:
    parts = pattern.split()
    after = frozenset({parts.pop()}) if parts[-1] in _PREPOSITIONS else frozenset()
    return Frame(event_type, mode, parts[-1], tuple(parts[:-1]), frozenset(), after, roles)


_PREPOSITIONS = frozenset(
    ["against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "that", "to", "with"]
)


def _classes(word: str) -> Classes:
    return frozenset(word.strip("<>").split("|"))


def _by_lemma(frames: Iterator[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.lemma, []).append(frame)
    return {lemma: tuple(sorted(those, key=lambda frame: -frame.weight)) for lemma, those in found.items()}
