"""Who is who among the reports of one story, where a surname, an acronym or another spelling is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.resolve.actors.identity import identity, same_party
from sayso.resolve.actors.naming import body_words, initials, person_words
from sayso.resolve.gist import Gist, Party


def identities(gists: Sequence[Gist]) -> Mapping[tuple[str, str], str]:
    """The identity of each named actor by the ids of its report and of itself.

    Who is named in part ("Marlow", "the OSW") has the identity of the one fuller name of the story that it fits, and
    its own where it fits several that are not one. Reports of one story are handed in; their order does not matter.
    """
    named = [(gist.id, party, name) for gist in gists for party in gist.parties if (name := identity(party))]
    fullest = _fullest((name, party) for _, party, name in named)
    sharing = _sharing(fullest)
    known = {name: _meant(name, fullest, sharing) for name in fullest}
    return {(report, party.id): known[name] for report, party, name in named}


def _fullest(named: Iterable[tuple[str, Party]]) -> dict[str, Party]:
    """One party for each identity: the first by its names of those with a country."""
    found: dict[str, Party] = {}
    for name, party in named:
        if name not in found or _order(party) < _order(found[name]):
            found[name] = party
    return found


def _order(party: Party) -> tuple[bool, str, tuple[str, ...], str]:
    return (party.country is None, party.name, party.names, party.country or "")


def _sharing(fullest: Mapping[str, Party]) -> Mapping[str, list[str]]:
    """The identities by each word of their names, and by their initials."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, party in fullest.items():
        words = _words(party)
        for word in {*words, initials(words)}:
            found[word].append(name)
    return found


def _words(party: Party) -> tuple[str, ...]:
    return person_words(party.name) if party.kind == "person" else body_words(party.name)


def _meant(name: str, fullest: Mapping[str, Party], sharing: Mapping[str, list[str]]) -> str:
    """The fullest of the names that it fits, where that one fits the others as well."""
    party = fullest[name]
    near = {other for word in _words(party) for other in sharing[word]} - {name}
    fuller = sorted(
        (
            other
            for other in near
            if _is_fuller(fullest[other], party, other < name) and same_party(party, fullest[other])
        ),
        key=lambda other: (-len(_words(fullest[other])), other),
    )
    if not fuller or any(not same_party(fullest[fuller[0]], fullest[other]) for other in fuller[1:]):
        return name
    return fuller[0]


def _is_fuller(long: Party, short: Party, first: bool) -> bool:
    """Whether the one has more words than the other; of two spellings the ``first`` counts as fuller."""
    ours, theirs = _words(short), _words(long)
    return len(theirs) > len(ours) or (len(theirs) == len(ours) and first)
