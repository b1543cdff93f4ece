"""What is compared with what: reports as copies and as tellings of one story, happenings as one event of the world."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache

from sayso.model.catalogue import Catalogue, Group
from sayso.model.family import Copy, Family
from sayso.model.ids import digest
from sayso.resolve.copies.compare import Copying, compare_copies, copy_keys
from sayso.resolve.copies.families import families
from sayso.resolve.gist import Gist
from sayso.resolve.graph import IDENTITY, SAME, Graph, Pairs
from sayso.resolve.stories.compare import compare_stories, story_keys
from sayso.resolve.stories.grouping import stories as stories_of

COPY, STORY, HAPPENING, EVENT = "copy", "story", "happening", "event"
_KEPT = 2000
_EXACT = Copying("exact", 1.0, ("the same words",))


class Gists:
    """The gists of a catalogue's reports; those used last are held."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._load = lru_cache(maxsize=_KEPT)(lambda report: _loaded(catalogue, report))

    def __call__(self, report: str) -> Gist:
        """The gist of the report; KeyError where it is not there."""
        return self._load(report)

    def forget(self) -> None:
        """What was held may be another now."""
        self._load.cache_clear()


def _loaded(catalogue: Catalogue, report: str) -> Gist:
    body = catalogue.gist(report)
    if body is None:
        raise KeyError(report)
    return Gist.from_json(body)


def item_of(report: str, event: str) -> str:
    """The item that stands for an event of a report.

    >>> item_of("r1", "e2")
    'r1\\te2'
    """
    return f"{report}\t{event}"


def report_of(item: str) -> str:
    """The report of such an item."""
    return item.rpartition("\t")[0]


def event_of(item: str) -> str:
    """The event of such an item."""
    return item.rpartition("\t")[2]


def copies(catalogue: Catalogue, gists: Gists) -> Graph:
    """Reports that carry one text."""

    def compare(first: str, second: str) -> str | None:
        found = compare_copies(gists(first), gists(second))
        return json.dumps(asdict(found)) if found else None

    def divide(reports: Sequence[str], pairs: Pairs) -> Iterator[Group]:
        alike = {pair: _copying(body) for pair, body in pairs.items()}
        alone = set(reports)
        for found in families([gists(report) for report in reports], alike):
            members = tuple(sorted({found.original, *(copy.report for copy in found.copies)}))
            alone -= set(members)
            yield Group(found.id, members, json.dumps(asdict(found)))
        yield from (Group(f"F{digest(report)}", (report,), "") for report in sorted(alone))

    return Graph(COPY, catalogue, _identified(gists, copy_keys), compare, divide)


def stories(catalogue: Catalogue, gists: Gists) -> Graph:
    """Reports of the same developments."""

    def compare(first: str, second: str) -> str | None:
        score = compare_stories(gists(first), gists(second))
        return None if score is None else json.dumps(score)

    def divide(reports: Sequence[str], pairs: Pairs) -> Iterator[Group]:
        scores = {pair: 1.0 if body == SAME else float(body) for pair, body in pairs.items()}
        for story in stories_of([gists(report) for report in reports], scores):
            yield Group(story.id, tuple(sorted(story.reports)), "")

    return Graph(STORY, catalogue, _identified(gists, story_keys), compare, divide)


def family(group: Group) -> Family:
    """The family that a group of copies stands for."""
    kept = json.loads(group.body)
    copies = tuple(Copy(**copy | {"evidence": tuple(copy["evidence"])}) for copy in kept["copies"])
    return Family(kept["id"], kept["original"], tuple(kept["why"]), copies)


def _copying(body: str) -> Copying:
    if body == SAME:
        return _EXACT
    kept = json.loads(body)
    return Copying(kept["kind"], kept["score"], tuple(kept["evidence"]))


def _identified(gists: Gists, keys: Callable[[Gist], Collection[str]]) -> Callable[[str], Collection[str]]:
    """The keys of a report, and its words as its identity."""

    def of(report: str) -> Collection[str]:
        gist = gists(report)
        return (f"{IDENTITY}{gist.copy.sha256}", *keys(gist))

    return of
