"""Grouping by average link: a chain of likenesses alone never makes one group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

from sayso.model.ids import digest
from sayso.resolve.gist import Gist

Group = tuple[str, ...]
Near = tuple[float, str, str]
_SCALE = 1_000_000
_UNDATED = "9999-99-99"


def grouped(names: Iterable[str], scores: Mapping[tuple[str, str], float], least: float) -> list[Group]:
    """The names in groups, sorted, each sorted; the two groups closest to one another are joined first.

    How close two groups are is the mean score over all pairs of a member here and a member there, zero where a pair
    has no score; what is below ``least`` stays apart (average link, Sokal and Michener 1958). Scores are added as
    integers, so that no order of reading shows in the last digit.
    """
    groups = {name: [name] for name in names}
    links: dict[str, dict[str, int]] = {name: {} for name in groups}
    for (one, other), score in scores.items():
        if one != other and one in links and other in links:
            links[one][other] = links[other][one] = round(score * _SCALE)
    queue: list[Near] = [
        (-float(score), one, other) for one, near in links.items() for other, score in near.items() if one < other
    ]
    heapify(queue)
    while queue:
        close, one, other = heappop(queue)
        if -close < least * _SCALE:
            break
        if close == -_closeness(groups, links, one, other):
            for near in _joined(groups, links, one, other):
                heappush(queue, (-_closeness(groups, links, one, near), min(one, near), max(one, near)))
    return sorted(tuple(sorted(members)) for members in groups.values())


def _closeness(groups: Mapping[str, list[str]], links: Mapping[str, dict[str, int]], one: str, other: str) -> float:
    """The mean score between two groups, or -1 where one of them is gone."""
    if one not in groups or other not in groups:
        return -1.0
    return links[one].get(other, 0) / (len(groups[one]) * len(groups[other]))


def _joined(groups: dict[str, list[str]], links: dict[str, dict[str, int]], kept: str, gone: str) -> list[str]:
    """Put the members and links of ``gone`` to those of ``kept``; what is linked to it now."""
    groups[kept] += groups.pop(gone)
    for near, score in links.pop(gone).items():
        links[near].pop(gone)
        if near != kept:
            links[kept][near] = links[near][kept] = links[kept].get(near, 0) + score
    return list(links[kept])


def by_day(gist: Gist) -> tuple[str, str]:
    """Orders reports by the day of publication, undated ones last, then by id."""
    return (gist.published or _UNDATED, gist.id)


def named(letter: str, gists: Iterable[Gist]) -> str:
    """The id of a group: a hash of its first report, so that what is merged and split again has its old id."""
    return letter + digest(min(gists, key=by_day).id)
