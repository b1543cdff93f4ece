"""Linked lines from records, by the functions of resolving: `python eval/linking.py GOLD.jsonl RECORDS.jsonl FIELD`.

The reports of one story are those with the same FIELD in the gold ("subtopic" of ECB+, "topic" of NewsWCL50): what
merging is worth when the stories are right. Printed for ../shared/bench/bench.py (`score merge`).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from sayso.model import Findings
from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of
from sayso.resolve.happenings.merging import happenings


def main(gold: Path, records: Path, field: str) -> None:
    """Print a line for each event of the world."""
    with records.open(encoding="utf-8") as lines:
        gists = {gist.id: gist for gist in (gist_of(Findings.from_json(line)) for line in lines)}
    stories: dict[str, list[Gist]] = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stories[row[field]].append(gists[sha256(str(row["doc_id"]).encode()).hexdigest()[:12]])
    triggers = {(gist.id, mention.id): mention.trigger for gist in gists.values() for mention in gist.mentions}
    for story in stories.values():
        for happening in happenings(story, ()):
            members = [{"report": key[0], "event": key[1], "trigger": triggers[key]} for key in happening.members]
            print(json.dumps({"id": happening.id, "members": members, "reasons": happening.reasons}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
