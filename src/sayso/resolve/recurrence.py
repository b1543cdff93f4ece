"""Happenings of different stories that are one event of the world, as a catalogue keeps them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.model.catalogue import Catalogue, Group
from sayso.model.judgement import Judgement
from sayso.resolve.anchoring import bound
from sayso.resolve.gist import Gist
from sayso.resolve.graph import IDENTITY, Graph, Pairs
from sayso.resolve.happenings.across import Trace, across_keys, compare_across, grouped, traces
from sayso.resolve.happenings.merging import Happening
from sayso.resolve.happenings.weighing import Likeness
from sayso.resolve.relations import EVENT, HAPPENING, Gists, item_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_SAID_SO = Likeness(1.0, ("a-person-said-so",))
_UNDATED = "9999-99-99"


def told_happenings(gists: Sequence[Gist], found: Sequence[Happening]) -> Iterator[Group]:
    """The groups that stand for a story's happenings: why their members are one, and what they are compared by."""
    of = {trace.id: trace for trace in traces(gists, found)}
    published = {gist.id: gist.published or _UNDATED for gist in gists}
    for happening in found:
        trace = of.get(happening.id) or _bare(happening.id, happening.members)
        first = item_of(*happening.members[0])
        items = tuple(sorted(item_of(*member) for member in happening.members))
        body = {"reasons": happening.reasons, "trace": asdict(trace)}
        yield Group(happening.id, items, json.dumps(body), f"{published[happening.members[0][0]]} {first}")


def recurrences(catalogue: Catalogue, gists: Gists) -> Graph:
    """The graph of happenings; what undated ones and deeds not done have in common, only persons can say."""

    def kept(happening: str) -> Group:
        return cast("Group", catalogue.group(HAPPENING, happening))

    def trace(happening: str) -> Trace:
        return _traces().validate_python(json.loads(kept(happening).body)["trace"])

    def judgements(one: Trace) -> set[Judgement]:
        members = set(one.members)
        kept = {judgement for report, _ in members for judgement in catalogue.judgements(report)}
        said = {found for judgement in kept if (found := bound(judgement, gists))}
        return {judgement for judgement in said if {judgement.first, judgement.second} & members}

    def keys(happening: str) -> Collection[str]:
        one = trace(happening)
        same = (f"judged {judgement.first} {judgement.second}" for judgement in judgements(one) if judgement.same)
        return (f"{IDENTITY}{happening}", *(across_keys(one) if one.type else ()), *same)

    def compare(first: str, second: str) -> str | None:
        one, other = trace(first), trace(second)
        both = {*one.members, *other.members}
        if any(said.same and {said.first, said.second} <= both for said in judgements(one) & judgements(other)):
            return json.dumps(asdict(_SAID_SO))
        found = compare_across(one, other) if one.type and other.type else None
        return json.dumps(asdict(found)) if found else None

    def divide(happenings: Sequence[str], pairs: Pairs) -> Iterator[Group]:
        found = [trace(happening) for happening in happenings]
        scores = {pair: _likeness(body) for pair, body in pairs.items()}
        said = sorted({judgement for one in found for judgement in judgements(one)})
        for members in grouped(found, scores, said):
            yield Group(min(members, key=lambda id: kept(id).order), members, "")

    return Graph(EVENT, catalogue, keys, compare, divide)


def _bare(id: str, members: tuple[tuple[str, str], ...]) -> Trace:
    return Trace(id, members, "", (0, 0), (), (), (), ())


def _likeness(body: str) -> Likeness:
    kept = json.loads(body)
    return Likeness(kept["score"], tuple(kept["reasons"]))


@cache
def _traces() -> TypeAdapter[Trace]:
    from pydantic import TypeAdapter

    return cast("TypeAdapter[Trace]", TypeAdapter(Trace))
