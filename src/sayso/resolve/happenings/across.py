"""The same past event told again in another story, months later: strict, since nothing but the event ties the two.

Type and day must be the same, and either both parties by their full identities, or one of them, the town and the toll;
it must have occurred. Happenings are offered under keys, compared in pairs, and grouped only where every pair of the
group is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.model.event import Code, CountOf, RoleName
from sayso.model.judgement import Judgement
from sayso.resolve.actors.identity import SURNAME
from sayso.resolve.gist import Gist, Spot
from sayso.resolve.happenings.accounts import Account, Days, Key, accounts
from sayso.resolve.happenings.apart import gap, too_far
from sayso.resolve.happenings.merging import Happening
from sayso.resolve.happenings.weighing import Likeness

MOST_DAYS = 1
"""Days between two happenings of different stories that may be one."""
_LONGEST, _BUCKET, _MOST_KEYS = 7, 7, 64
_BOTH, _ONE = 0.95, 0.85
Toll = tuple[CountOf, int, int | None]


@dataclass(frozen=True, slots=True)
class Trace:
    """What is compared of a happening with those of other stories; ``days`` are those that its members share."""

    id: str
    members: tuple[Key, ...]
    type: Code
    days: Days
    spots: tuple[Spot, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tolls: tuple[Toll, ...]


def traces(gists: Sequence[Gist], found: Sequence[Happening]) -> tuple[Trace, ...]:
    """The traces of a story's happenings; those that are undated or did not occur leave none."""
    told = {account.key: account for account in accounts(gists)}
    made = (_trace(happening, [told[key] for key in happening.members]) for happening in found)
    return tuple(trace for trace in made if trace is not None)


def _trace(happening: Happening, told: Sequence[Account]) -> Trace | None:
    days = [account.days for account in told if account.days]
    first, last = (max(begin for begin, _ in days), min(end for _, end in days)) if days else (1, 0)
    if first > last or last - first >= _LONGEST or any(account.status != "occurred" for account in told):
        return None
    spots = {account.spot for account in told if account.spot}
    return Trace(
        id=happening.id,
        members=happening.members,
        type=told[0].type,
        days=(first, last),
        spots=tuple(sorted(spots, key=lambda spot: (spot.name, repr(spot)))),
        actors=_whole(told, "actor"),
        recipients=_whole(told, "recipient"),
        tolls=tuple(sorted({(what, *toll) for account in told for what, toll in account.tolls.items()}, key=repr)),
    )


def _whole(told: Sequence[Account], side: RoleName) -> tuple[str, ...]:
    """The identities on the side, without surnames, which other stories give to others."""
    names = {name for account in told for name in account.side(side).named}
    return tuple(sorted(name for name in names if not name.startswith(SURNAME)))


def across_keys(trace: Trace) -> tuple[str, ...]:
    """What the happening is looked up by: type and week, with both parties or with a town and a toll."""
    weeks = range((trace.days[0] - MOST_DAYS) // _BUCKET, (trace.days[1] + MOST_DAYS) // _BUCKET + 1)
    matters = [*_parties(trace), *_tolls(trace)]
    return tuple(f"{trace.type}|{week}|{matter}" for week in weeks for matter in sorted(set(matters)))[:_MOST_KEYS]


def _parties(trace: Trace) -> Iterator[str]:
    for actor, recipient in product(trace.actors, trace.recipients):
        yield f"{actor}|{recipient}"


def _tolls(trace: Trace) -> Iterator[str]:
    for spot, (what, low, _) in product(trace.spots, trace.tolls):
        if spot.precision in ("city", "point"):
            yield f"{spot.name}|{what}|{low}"


def compare_across(a: Trace, b: Trace) -> Likeness | None:
    """Whether two happenings of different stories are one, and by what; None where they are not, or nobody can know."""
    if a.type != b.type or gap(a.days, b.days) > MOST_DAYS:
        return None
    if any(too_far(one, other) for one, other in product(a.spots, b.spots)):
        return None
    actors, recipients = set(a.actors) & set(b.actors), set(a.recipients) & set(b.recipients)
    if actors and recipients:
        return Likeness(_BOTH, ("same-type", "same-day", "same-actor", "same-recipient"))
    if (actors or recipients) and set(_tolls(a)) & set(_tolls(b)):
        party = "same-actor" if actors else "same-recipient"
        return Likeness(_ONE, ("same-type", "same-day", party, "same-place", "same-toll"))
    return None


def grouped(
    found: Sequence[Trace], scores: Mapping[tuple[str, str], Likeness], judgements: Sequence[Judgement]
) -> tuple[tuple[str, ...], ...]:
    """The ids of happenings that are one; every happening is in one group.

    Every pair of a group stands in ``scores`` (by sorted ids), and no person said that it is two.
    """
    home = {trace.id: {trace.id} for trace in sorted(found, key=lambda trace: trace.id)}
    refused = _refused(found, judgements)
    for one, other in sorted(scores, key=lambda pair: (-scores[pair].score, pair)):
        if one not in home or other not in home or home[one] is home[other]:
            continue
        cross = {(min(pair), max(pair)) for pair in product(home[one], home[other])}
        if cross <= scores.keys() and not cross & refused:
            whole = home[one] | home[other]
            home |= dict.fromkeys(whole, whole)
    return tuple(sorted({tuple(sorted(group)) for group in home.values()}))


def _refused(found: Sequence[Trace], judgements: Sequence[Judgement]) -> set[tuple[str, str]]:
    """The pairs of happenings of which a person said that two members are two."""
    of = {key: trace.id for trace in found for key in trace.members}
    pairs = [(of.get(one.first), of.get(one.second)) for one in judgements if not one.same]
    return {(min(a, b), max(a, b)) for a, b in pairs if a is not None and b is not None}
