"""Makes src/sayso/knowledge/bodies.tsv: `python training/knowledge/bodies.py ORIGINS PHOENIX`.

ORIGINS holds the packages that origins.toml names (`make origins`), PHOENIX the Phoenix dictionaries, of which
known.tsv has been made already. A line is `names<TAB>kind<TAB>country<TAB>sectors<TAB>origin`; `-` is nothing.

Who is in several sources is coded as two of them do, else as the first of Phoenix, WordNet, UN. A name that two bodies
bear, and that they are coded differently under, is nobody's.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from body import Body
from outlets import outlets
from un_list import groups
from unions import unions
from wordnet import SLOTS, WordNet

from sayso.knowledge.known import kind_of, read_dictionary
from sayso.knowledge.states import name_of_state
from sayso.model.known import Term

OUT = Path(__file__).parents[2] / "src/sayso/knowledge/bodies.tsv"
HEAD = "# Made by training/knowledge/bodies.py; the last column says of what. Licences: NOTICE."
_GROUP = "armed-group"


def main(origins: Path, phoenix: Path) -> None:
    """Write the table."""
    OUT.write_text("\n".join(lines(origins, phoenix)) + "\n", encoding="utf-8")


def lines(origins: Path, phoenix: Path) -> list[str]:
    """The lines of the table, in order."""
    words = WordNet(origins)
    told = [*groups(origins), *words.bodies(), *words.members(), *unions(origins, words)]
    told += outlets(origins, phoenix, words)
    told = [_with_clear_names(body, words) for body in told]
    bodies = list(_agreed([body for body in told if body.names]))
    rows = [_row(body) for body in _unshared(bodies)]
    return [HEAD, *sorted(rows)]


def _with_clear_names(body: Body, words: WordNet) -> Body:
    """The body without names that are words of the language, states, or too short to be its own."""
    least = 2 if body.country in SLOTS else 3
    names = [name for name in body.names if len(name) >= least and not name_of_state(name.title())]
    if body.origin.startswith("UN"):
        names = [name for name in names if not _is_talk(name, words) and name.upper() not in words.abbreviations]
    return body._replace(names=tuple(names))


def _is_talk(name: str, words: WordNet) -> bool:
    """Whether the name is a word or two of the language, which may mean anything ("the veiled", "jihad group")."""
    parts = name.split()
    return len(parts) <= 2 and all(part in words.common or part.removesuffix("s") in words.common for part in parts)


def _agreed(bodies: list[Body]) -> Iterator[Body]:
    """The bodies with the codes that their sources agree on."""
    phoenix = {name: terms[0] for name, terms in read_dictionary().items()}
    bearers: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for name in set(map(_bare, body.names)):
            bearers[name].append(body)
    for body in bodies:
        same = [other for name in map(_bare, body.names) for other in bearers[name] if other.kind == body.kind]
        known = [phoenix[name] for name in body.names if name in phoenix and not phoenix[name].dated]
        one = _coded(body, same, [term for term in known if kind_of(term) == body.kind])
        yield one._replace(names=tuple(n for n in one.names if n not in phoenix or _is_same(one, phoenix[n])))


def _coded(body: Body, same: list[Body], terms: list[Term]) -> Body:
    """The body as all that is told of it codes it; ``terms`` are Phoenix's."""
    if body.kind == _GROUP:
        told = [term.country for term in terms[:1]] + [_first(same, "wordnet"), _first(same, "UN")]
        votes = Counter(country for country in told if country)
        agreed = next((country for country in told if country and votes[country] > 1), None)
        return body._replace(country=agreed or next(filter(None, told), None))
    if terms and body.kind != "media":
        return body._replace(country=terms[0].country, sectors=terms[0].sectors)
    return body._replace(country=body.country or next((one.country for one in same if one.country), None))


def _is_same(body: Body, term: Term) -> bool:
    """Whether Phoenix may mean the body: a group by whatever country, others by the same."""
    return term.dated or (kind_of(term) == body.kind and (body.kind == _GROUP or term.country == body.country))


def _bare(name: str) -> str:
    """A name without hyphens and a last word that it is called without, too."""
    return name.replace("-", " ").removesuffix(" group").removesuffix(" organization").removesuffix(" movement")


def _first(bodies: list[Body], source: str) -> str | None:
    return next((body.country for body in bodies if body.country and body.origin.startswith(source)), None)


def _unshared(bodies: list[Body]) -> Iterator[Body]:
    """The bodies with those of their names that stand for no other body, each name once."""
    codes: dict[str, set[tuple[str, str | None, tuple[str, ...]]]] = defaultdict(set)
    for body in bodies:
        for name in body.names:
            codes[name].add((body.kind, body.country, body.sectors))
    seen: set[str] = set()
    for body in bodies:
        names = [name for name in body.names if len(codes[name]) == 1 and name not in seen]
        seen.update(names)
        if names:
            yield body._replace(names=tuple(names))


def _row(body: Body) -> str:
    return "\t".join(["|".join(body.names), body.kind, body.country or "-", "+".join(body.sectors) or "-", body.origin])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
