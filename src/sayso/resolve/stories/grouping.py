"""From likenesses of reports to stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sayso.model.family import Story
from sayso.resolve.gist import Gist
from sayso.resolve.linkage import grouped, named

LEAST: Final = 0.2
"""The mean likeness from which on two groups are one story: best on the training half of ECB+ (training/stories)."""


def stories(gists: Sequence[Gist], scores: Mapping[tuple[str, str], float]) -> tuple[Story, ...]:
    """The stories of the reports of one component; every report is in one, alone if need be.

    ``scores`` are by the ids of two reports, sorted. Groups are joined by average link, so that a report which tells
    two stories does not make one of them.
    """
    known = {gist.id: gist for gist in gists}
    groups = grouped(known, scores, LEAST)
    return tuple(Story(named("K", (known[name] for name in group)), group) for group in groups)
