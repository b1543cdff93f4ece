"""Which reports tell one story, against gold stories: B3 (Bagga and Baldwin 1998) over reports.

    python eval/stories.py GOLD.jsonl RECORDS.jsonl [FIELD]

GOLD is one of ../shared/data/xdoc, RECORDS what `sayso annotate` makes of its texts, FIELD the column with the story
(``subtopic``). Reports are compared only where they share a key, as sayso does it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from measures import SHARED

from sayso.model.findings import Findings
from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of
from sayso.resolve.stories.compare import compare_stories, story_keys
from sayso.resolve.stories.grouping import stories

MOST_SHARING = 200


def gold_of(path: Path, field: str) -> dict[str, str]:
    """The story of each report, by the id that its record carries."""
    sys.path.insert(0, str(SHARED / "bench"))
    from bench import key

    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {key(row): row[field] for row in rows}


def read(records: Path) -> list[Gist]:
    """The gists of the records."""
    return [gist_of(Findings.from_json(line)) for line in records.read_text(encoding="utf-8").splitlines()]


def scored(gists: Sequence[Gist]) -> dict[tuple[str, str], float]:
    """How alike the reports are that share a key."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, gist in enumerate(gists):
        for key in story_keys(gist):
            holders[key].append(number)
    met = {pair for numbers in holders.values() if len(numbers) <= MOST_SHARING for pair in combinations(numbers, 2)}
    found = ((gists[i], gists[j], compare_stories(gists[i], gists[j])) for i, j in met)
    return {(min(a.id, b.id), max(a.id, b.id)): score for a, b, score in found if score is not None}


def told(gists: Sequence[Gist]) -> dict[str, str]:
    """The id of each report's story."""
    return {name: story.id for story in stories(gists, scored(gists)) for name in story.reports}


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """F1 of B3, in per cent."""
    wanted, got = _groups(gold), _groups(found)
    both = {name: len(wanted[gold[name]] & got[found[name]]) for name in gold}
    precision = sum(count / len(got[found[name]]) for name, count in both.items()) / len(gold)
    recall = sum(count / len(wanted[gold[name]]) for name, count in both.items()) / len(gold)
    return round(200 * precision * recall / (precision + recall), 1)


def whole(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """The share of gold stories that are one story with nothing else in it, in per cent."""
    wanted, got = _groups(gold).values(), list(_groups(found).values())
    return round(100 * sum(group in got for group in wanted) / len(wanted), 1)


def _groups(named: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for member, name in named.items():
        groups[name].add(member)
    return groups


def main(gold: Path, records: Path, field: str = "subtopic") -> None:
    """Print the figures."""
    wanted, found = gold_of(gold, field), told(read(records))
    print(f"B3 {b_cubed(wanted, found)}, whole stories {whole(wanted, found)} %, stories {len(set(found.values()))}")


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:3]), *sys.argv[3:])
