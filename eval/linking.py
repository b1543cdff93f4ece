"""Events of the world from records, by the functions of resolving alone: what merging is worth, whatever the stories.

    python eval/linking.py GOLD.jsonl RECORDS.jsonl [FIELD]

With FIELD the reports of one story are those with the same FIELD in the gold (``subtopic`` of ECB+, ``topic`` of
NewsWCL50); without it they are those that sayso takes for one. Lines are as ../shared/bench/bench.py (`score merge`)
reads them, with the reasons of each event.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from stories import gold_of, read, told

from sayso.resolve.gist import Gist
from sayso.resolve.happenings.merging import happenings
from sayso.resolve.happenings.uniting import united


def lines(gists: Sequence[Gist], story_of: Mapping[str, str]) -> list[str]:
    """One line of JSON an event, story by story."""
    stories: dict[str, list[Gist]] = defaultdict(list)
    for gist in gists:
        stories[story_of[gist.id]].append(gist)
    mentions = {(gist.id, mention.id): (gist, mention) for gist in gists for mention in gist.mentions}
    events = []
    for story in stories.values():
        for happening in happenings(story, ()):
            linked = united([mentions[key] for key in happening.members], story_of)
            events.append(json.dumps(json.loads(linked.to_json()) | {"reasons": happening.reasons}))
    return events


def main(gold: Path, records: Path, field: str | None = None) -> None:
    """Print the lines."""
    gists = read(records)
    print("\n".join(lines(gists, gold_of(gold, field) if field else told(records))))


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:3]), *sys.argv[3:])
