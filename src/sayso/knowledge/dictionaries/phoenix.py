"""PETRARCH's and TABARI's dictionaries: `.actors` (names with dated codes) and `.agents` (words for roles).

The formats are those of the PETRARCH2 manual (Open Event Data Alliance): a name, its codes in brackets on the same line
or on indented lines below, each with days (`YYMMDD` or `YYYYMMDD`; `<` before, `>` after, `-` from to); further names
with a plus sign; `{PLURAL}` and `!SET!` (words to be put in its place) among the agents; `#` begins a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sayso.knowledge.cameo import SLOTS, plover_code
from sayso.knowledge.dictionaries.lines import Line, read_lines
from sayso.knowledge.known import kind_of
from sayso.knowledge.roles import is_title
from sayso.model.actor import ActorKind
from sayso.model.known import KnownActor, Term, Unread

_CODE = re.compile(r"\[([^\[\]{}]*)\]")
_DAYS = re.compile(r"([<>]?)\s*(\d{6}|\d{8})(?:\s*-\s*(\d{6}|\d{8}))?")
_SET = re.compile(r"!(\w+)!")
_SMALL = frozenset("of the and for in on to de la le el al bin ibn del da do".split())  # noqa: SIM905  (a list of words)
_CENTURY = 30
"""Years of two digits up to this one are of the twenty-first century, as PETRARCH has it."""


class _LineError(ValueError):
    """Why a line cannot be read."""


@dataclass(slots=True)
class _Entry:
    """An entry in the making, and the line it began on."""

    line: int
    names: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    unread: bool = False

    def actor(self, origin: str) -> KnownActor | Unread | None:
        """The entry as a known actor; None where its codes were told as unread already."""
        if not self.terms:
            return None if self.unread else Unread(self.line, f"no code for {self.names[0]}")
        kind = _kind(self.terms)
        names = [_untitled(name) for name in self.names] if kind == "person" else self.names
        return KnownActor(tuple(dict.fromkeys(map(_cased, names))), kind, tuple(self.terms), None, origin)


def read_actors(path: Path) -> Iterator[KnownActor | Unread]:
    """The actors of an `.actors` file. A name without a code, and a line that makes no sense, are told as unread."""
    entry: _Entry | None = None
    for line in read_lines(path):
        if isinstance(line, Unread):
            yield line
            continue
        bare = line.text.partition("#")[0].rstrip()
        if not bare.strip():
            continue
        name = bare.partition("[")[0].strip()
        try:
            if name and not name.startswith("+"):
                if entry is not None and (done := entry.actor(path.name)):
                    yield done
                entry = _Entry(line.number)
            if entry is None:
                raise _LineError("a further name or a code before the first name")
            _take(entry, name, bare)
        except _LineError as trouble:
            if entry is not None:
                entry.unread = True
            yield Unread(line.number, str(trouble))
    if entry is not None and (done := entry.actor(path.name)):
        yield done


def _take(entry: _Entry, name: str, bare: str) -> None:
    """Add what a line says; _LineError at what it says wrongly, after the rest is taken."""
    if name:
        entry.names.append(_spaced(name.lstrip("+").strip()) or name)
    codes = bare[len(bare.partition("[")[0]) :]
    left = _CODE.sub("", codes).strip()
    troubles = [f"brackets that do not close: {left[:40]}"] if left else []
    for code in _CODE.findall(codes):
        try:
            entry.terms.append(_term(code))
        except _LineError as trouble:
            troubles.append(str(trouble))
    if troubles:
        raise _LineError("; ".join(troubles))


def _term(code: str) -> Term:
    """The term of `CODE DAYS`."""
    word, _, days = code.strip().partition(" ")
    found = plover_code(word)
    if found.country is None and not found.sectors:
        raise _LineError(f"no country and no sector in [{code.strip()[:40]}]")
    begin, end = _days(days.strip())
    return Term(found.country, found.sectors, begin, end)


def _days(days: str) -> tuple[str | None, str | None]:
    """First and last day; both None where there is none."""
    if not days:
        return None, None
    match = _DAYS.fullmatch(days)
    if not match or (match[1] and match[3]):
        raise _LineError(f"no days: {days[:40]}")
    first, last = _day(match[2]), _day(match[3]) if match[3] else None
    if last and last < first:
        raise _LineError(f"ends before it begins: {days}")
    if match[1] == "<":
        return None, first
    return (first, None) if match[1] == ">" else (first, last or first)


def _day(digits: str) -> str:
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    if len(digits) == 6:
        year += 2000 if year <= _CENTURY else 1900
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise _LineError(f"no day of the calendar: {digits}") from None


def read_agents(path: Path) -> Iterator[KnownActor | Unread]:
    """The role words of an `.agents` file, each set of words put in the place of its `!NAME!`."""
    sets: dict[str, list[str]] = {}
    for line in read_lines(path):
        if isinstance(line, Unread):
            yield line
            continue
        bare = line.text.partition("#")[0].strip()
        if not bare:
            continue
        try:
            name, equals, words = bare.partition("=")
            if equals and _SET.fullmatch(name.strip()):
                sets[name.strip()] = [_spaced(word.strip()) for word in words.split(",") if word.strip()]
            else:
                yield _agent(Line(line.number, bare), sets, path.name)
        except _LineError as trouble:
            yield Unread(line.number, str(trouble))


def _agent(line: Line, sets: dict[str, list[str]], origin: str) -> KnownActor:
    match = re.fullmatch(r"([^\[{]+)(?:\{([^{}]*)\})?\s*\[([^\[\]{}]+)\]", line.text)
    if not match:
        raise _LineError(f"no agent: {line.text[:60]}")
    found = plover_code(match[3].strip())
    if found.country is None and not found.sectors:
        raise _LineError(f"no sector in [{match[3].strip()[:40]}]")
    names = _expanded(match[1].strip(), sets)
    names += [_spaced(plural.strip()) for plural in (match[2] or "").split(",") if plural.strip()]
    lowered = tuple(dict.fromkeys(name.lower() for name in names))
    return KnownActor(lowered, None, (Term(found.country, found.sectors),), None, origin, role=True)


def _expanded(name: str, sets: dict[str, list[str]]) -> list[str]:
    match = _SET.search(name)
    if not match:
        return [_spaced(name)]
    words = sets.get(match[0])
    if words is None:
        raise _LineError(f"no such set of words: {match[0]}")
    return [_spaced(name[: match.start()] + word + name[match.end() :]) for word in words]


def _kind(terms: list[Term]) -> ActorKind:
    """The kind that terms tell: dated ones and former elites are persons', a country alone is a state's."""
    first = terms[0]
    if any(term.dated or "ELI" in term.sectors for term in terms):
        return "person"
    return "state" if first.country not in (*SLOTS, None) and not first.sectors else kind_of(first)


def _spaced(name: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)", " ", name.replace("_", " ")).split())


def _untitled(name: str) -> str:
    """A person's name without the titles before it; a title alone ("prime minister of …") stays."""
    words = name.split()
    first = 0
    while first < len(words) - 2 and is_title(words[first].lower().rstrip(".")):
        first += 1
    return name if words[first].lower() in _SMALL else " ".join(words[first:])


def _cased(name: str) -> str:
    """A name in capitals with those at the beginnings of its words only; a single short one is taken for initials."""
    words = name.split()
    if len(words) == 1 and len(name) <= 5:
        return name
    return " ".join(
        word.lower() if number and word.lower() in _SMALL else "-".join(part.capitalize() for part in word.split("-"))
        for number, word in enumerate(words)
    )
