"""From likenesses of reports to stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sayso.model.family import Story
from sayso.resolve.gist import Gist
from sayso.resolve.linkage import by_day, grouped, named

LEAST: Final = 0.1
"""The mean likeness from which on two groups are one story: best on the training half of ECB+ (training/stories)."""


def stories(gists: Sequence[Gist], scores: Mapping[tuple[str, str], float]) -> tuple[Story, ...]:
    """The stories of the reports of one component; every report is in one, alone if need be.

    ``scores`` are by the ids of two reports, sorted. Reports with the same words count as one. Groups are joined by
    average link, so that a report which tells two stories does not make one of them.
    """
    same = {gist.id: gist.copy.sha256 for gist in gists}
    apart: dict[tuple[str, str], float] = {}
    for pair, score in scores.items():
        one, other = sorted(same[name] for name in pair)
        apart[one, other] = max(score, apart.get((one, other), 0.0))
    group_of = {text: number for number, group in enumerate(grouped(same.values(), apart, LEAST)) for text in group}
    members: dict[int, list[Gist]] = {}
    for gist in sorted(gists, key=by_day):
        members.setdefault(group_of[same[gist.id]], []).append(gist)
    return tuple(sorted((_story(found) for found in members.values()), key=lambda story: story.id))


def _story(members: Sequence[Gist]) -> Story:
    return Story(named("K", members), tuple(sorted(gist.id for gist in members)))
