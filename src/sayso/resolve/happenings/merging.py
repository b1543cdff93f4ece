"""Events of the world: which events of the reports of one story are one happening.

Events that share a trigger word, or whose words may tell one happening, are compared and grouped (`clusters`). The
result depends on the reports and the judgements alone, not on their order, and each group's id on its first member:
what is merged and split again has its old id. Events that one record keeps apart may be joined where they share a word:
on ECB+ (train) that is worth a point.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.ids import digest
from sayso.model.judgement import Judgement
from sayso.resolve.gist import Gist
from sayso.resolve.happenings.accounts import Account, Key, accounts
from sayso.resolve.happenings.clusters import Clusters, Group, Pair
from sayso.resolve.happenings.weighing import Likeness, likeness, weights

_MOST_IN_BLOCK = 80
"""Events that share a word and are all compared; of more only those that share a party or a place as well."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the world: ``members`` are ids of a report and of an event in it, ``reasons`` say why they are one.

    >>> Happening("E1", (("r1", "e1"),), ()).members
    (('r1', 'e1'),)
    """

    id: str
    members: tuple[Key, ...]
    reasons: tuple[str, ...]


def happenings(gists: Sequence[Gist], judgements: Sequence[Judgement]) -> tuple[Happening, ...]:
    """The happenings that the reports of one story tell, in the order of their first members; every event is in one."""
    told = accounts(gists)
    numbers = {account.key: number for number, account in enumerate(told)}
    scores, foes, same = _scores(told), _foes(judgements), sorted(_judged_same(judgements, numbers))
    clusters = Clusters(told, scores, foes)
    clusters.grow(weights().join)
    joined = [_join(clusters, *pair) for pair in same]
    if not all(joined):
        clusters = Clusters(told, scores, foes)
        for pair in same:
            _join(clusters, *pair)
        clusters.grow(weights().join)
    return tuple(_happening(group, told) for _, group in sorted(clusters.groups.items()))


def _scores(told: Sequence[Account]) -> dict[Pair, Likeness]:
    """How like the candidates are; what reprints tell is compared once."""
    kinds: dict[Hashable, int] = {}
    kind = [kinds.setdefault(account.content(), len(kinds)) for account in told]
    known: dict[tuple[int, int, bool], Likeness | None] = {}
    scores: dict[Pair, Likeness] = {}
    for one, other in candidates(told):
        key = (min(kind[one], kind[other]), max(kind[one], kind[other]), told[one].key[0] == told[other].key[0])
        if key not in known:
            known[key] = likeness(told[one], told[other])
        if (like := known[key]) is not None:
            scores[one, other] = like
    return scores


def candidates(told: Sequence[Account]) -> Iterator[Pair]:
    """The pairs worth comparing, each once: they share a word of the trigger, or a circle of words in two reports."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(told):
        for key in (*account.stems, *(f"*{circle}" for circle in account.circles)):
            blocks[key].append(number)
    seen: set[Pair] = set()
    for block in blocks.values():
        for part in [block] if len(block) <= _MOST_IN_BLOCK else _parts(block, told):
            for pair in combinations(part, 2):
                if pair not in seen and _may_be(told[pair[0]], told[pair[1]]):
                    yield pair
                seen.add(pair)


def _may_be(one: Account, other: Account) -> bool:
    """Two events that one record keeps apart may be one only where they share a word."""
    return one.key[0] != other.key[0] or bool(one.stems & other.stems)


def _parts(block: Sequence[int], told: Sequence[Account]) -> Iterable[list[int]]:
    """Those of the block that share a party, a word for one, or a place."""
    parts: dict[str, list[int]] = defaultdict(list)
    for number in block:
        account = told[number]
        for key in (
            *account.everybody.named,
            *account.everybody.called,
            *([f"@{account.spot.name}"] if account.spot else []),
        ):
            parts[key].append(number)
    return parts.values()


def _foes(judgements: Iterable[Judgement]) -> Mapping[Key, set[Key]]:
    foes: dict[Key, set[Key]] = defaultdict(set)
    for judgement in judgements:
        if not judgement.same:
            foes[judgement.first].add(judgement.second)
            foes[judgement.second].add(judgement.first)
    return foes


def _judged_same(judgements: Iterable[Judgement], numbers: Mapping[Key, int]) -> Iterator[Pair]:
    for judgement in judgements:
        if judgement.same and judgement.first in numbers and judgement.second in numbers:
            one, other = numbers[judgement.first], numbers[judgement.second]
            yield (min(one, other), max(one, other))


def _join(clusters: Clusters, one: int, other: int) -> bool:
    """Join what a person said is one, and all that was put to either, unless a person said that some of it is two.

    Gives whether they are one. Where they are not the decisions come first, and all else is put to what they leave.
    """
    homes = [next(first for first, group in clusters.groups.items() if at in group.members) for at in (one, other)]
    if homes[0] == homes[1]:
        return True
    if clusters.groups[homes[0]].foes & clusters.groups[homes[1]].keys:
        return False
    clusters.join(homes[0], homes[1], (one, other))
    return True


def _happening(group: Group, told: Sequence[Account]) -> Happening:
    members = [told[number] for number in sorted(group.members)]
    reasons = [
        _reason(told[pair[0]], told[pair[1]], why) for pair, why in sorted(group.joins, key=lambda join: join[0])
    ]
    return Happening("E" + digest(*members[0].key), tuple(member.key for member in members), tuple(reasons))


def _reason(one: Account, other: Account, why: Likeness | None) -> str:
    names = f"{'/'.join(other.key)} is {'/'.join(one.key)}"
    if why is None:
        return f"{names}: a person said so"
    return f"{names}: {why.score:.2f} ({', '.join(reason.replace('-', ' ') for reason in why.reasons)})"
