"""Which reports tell one story, against gold stories: B3 (Bagga and Baldwin 1998) over reports.

    python eval/stories.py GOLD.jsonl RECORDS.jsonl [FIELD]

GOLD is one of ../shared/data/xdoc, RECORDS what `sayso annotate` makes of its texts, FIELD the column with the story
(``subtopic``).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from measures import SHARED

from sayso.model.findings import Findings
from sayso.pipeline.linking import linking
from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of


def gold_of(path: Path, field: str) -> dict[str, str]:
    """The story of each report, by the id that its record carries."""
    sys.path.insert(0, str(SHARED / "bench"))
    from bench import key

    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {key(row): row[field] for row in rows}


def read(records: Path) -> list[Gist]:
    """The gists of the records."""
    return [gist_of(Findings.from_json(line)) for line in records.read_text(encoding="utf-8").splitlines()]


def told(records: Path) -> dict[str, str]:
    """The id of each report's story, as `sayso link` tells it."""
    with linking() as together:
        for number, line in enumerate(records.read_text(encoding="utf-8").splitlines(), start=1):
            together.take(f"{records}:{number}", Findings.from_json(line))
        return {report: story.id for story in together.settled().stories() for report in story.reports}


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
    wanted, found = gold_of(gold, field), told(records)
    print(f"B3 {b_cubed(wanted, found)}, whole stories {whole(wanted, found)} %, stories {len(set(found.values()))}")


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:3]), *sys.argv[3:])
