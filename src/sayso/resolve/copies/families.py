"""Families of copies: which reports carry one text, and which of them is likeliest the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model.family import Copy, Family
from sayso.resolve.copies.agencies import agencies_credited
from sayso.resolve.copies.compare import Copying, weights
from sayso.resolve.gist import Gist
from sayso.resolve.linkage import by_day, grouped, named

Pairs = Mapping[tuple[str, str], Copying]
_CERTAIN = ("exact", "version")


def families(gists: Sequence[Gist], pairs: Pairs) -> tuple[Family, ...]:
    """The families of the reports of one component; ``pairs`` by the ids of two reports, sorted.

    Reports with the same words or at the same address always belong together. The others are grouped by average link,
    so that a report which joins two texts does not make one of them.
    """
    known = {gist.id: gist for gist in gists}
    unit = _units(known, pairs)
    scores: dict[tuple[str, str], float] = {}
    for (one, other), copying in sorted(pairs.items()):
        ends = tuple(sorted((unit[one], unit[other])))
        if ends[0] != ends[1]:
            scores[ends[0], ends[1]] = max(copying.score, scores.get((ends[0], ends[1]), 0.0))
    found = []
    for group in grouped(sorted(set(unit.values())), scores, weights()["least"]):
        members = [known[name] for name in sorted(known) if unit[name] in group]
        if len(members) > 1:
            found.append(_family(members, pairs))
    return tuple(sorted(found, key=lambda family: family.id))


def _units(known: Mapping[str, Gist], pairs: Pairs) -> dict[str, str]:
    """For each report the smallest of those that it is certainly one text with."""
    unit = {name: name for name in known}

    def top(name: str) -> str:
        while unit[name] != name:
            name = unit[name]
        return name

    for (one, other), copying in sorted(pairs.items()):
        if copying.kind in _CERTAIN:
            low, high = sorted((top(one), top(other)))
            unit[high] = low
    return {name: top(name) for name in known}


def _family(members: list[Gist], pairs: Pairs) -> Family:
    original = min(members, key=lambda gist: _claim(gist, members))
    copies = (_copy(gist, original, members, pairs) for gist in sorted(members, key=by_day) if gist is not original)
    return Family(named("F", members), original.id, _why(original, members), tuple(copies))


def _claim(gist: Gist, members: Iterable[Gist]) -> tuple[int, str, int, str]:
    """Orders reports by what speaks for being the first: credited by others, published early, long."""
    day, name = by_day(gist)
    return (-_credited(gist, members), day, -gist.copy.words, name)


def _copy(gist: Gist, original: Gist, members: Iterable[Gist], pairs: Pairs) -> Copy:
    """The report as a copy of the original, or, where the two were never found alike, of its closest relative."""
    near = {
        other.id: (other, found)
        for other in members
        if (found := pairs.get((min(gist.id, other.id), max(gist.id, other.id)))) and other is not gist
    }
    if original.id in near:
        of, copying = near[original.id]
    else:
        of, copying = min(near.values(), key=lambda pair: (-pair[1].score, by_day(pair[0])))
    if copying.kind == "shortened" and gist.copy.words > of.copy.words:
        evidence = (*copying.evidence, f"{gist.copy.words - of.copy.words} words longer")
        copying = replace(copying, kind="rewritten", evidence=evidence)
    return Copy(gist.id, of.id, copying.kind, copying.score, copying.evidence)


def _credited(gist: Gist, members: Iterable[Gist]) -> int:
    """How many of the others credit the outlet of this one, where it is a news agency."""
    outlet = agencies_credited(f"({gist.outlet})") if gist.outlet else ()
    return sum(bool(outlet) and outlet[0] in other.copy.agencies for other in members if other.id != gist.id)


def _why(original: Gist, members: Sequence[Gist]) -> tuple[str, ...]:
    """What speaks for its being the first."""
    others = [gist for gist in members if gist is not original]
    reasons = []
    if credits := _credited(original, members):
        reasons.append(f"credited by {credits} of {len(others)} others")
    if original.published and all(original.published < (gist.published or "") for gist in others):
        reasons.append("published first")
    elif original.published and all(original.published <= (gist.published or "") for gist in others):
        reasons.append("published on the first day")
    if all(original.copy.words > gist.copy.words for gist in others):
        reasons.append("longest")
    return tuple(reasons) or ("first by id",)
