"""How well weekdays to come are told from those gone by, and how quick times are without the parse.

    python eval/times.py

The weekdays are those of ../shared's TimeBank and AQUAINT that lie after publication, and the sentences of
weekdays.toml.
"""

from __future__ import annotations

import json
import re
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import sayso
from sayso import Report, Sayso
from sayso.annotate.times import Times

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data" / "timex"
WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
RUNS = 3  # the least of them counts: other work on the machine only slows


def rows(name: str) -> list[dict[str, Any]]:
    """The documents of a corpus."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def corpus_weekdays(say: Sayso) -> tuple[int, int]:
    """How many of the corpora's weekdays after publication are right, and how many there are."""
    right = total = 0
    for row in rows("timebank") + rows("aquaint"):
        published = row["dct"][:10]
        wanted = [
            gold
            for gold in row["timexes"]
            if WEEKDAY.search(row["text"][gold["start"] : gold["end"]])
            and DAY.match(gold["value"] or "")
            and gold["value"][:10] > published
        ]
        if not wanted:
            continue
        found = say(Report(row["id"], row["text"], published)).times
        for gold in wanted:
            total += 1
            right += any(
                one.span.start < gold["end"]
                and gold["start"] < one.span.end
                and (one.value or "")[:10] == gold["value"][:10]
                for one in found
            )
    return right, total


def own_weekdays(say: Sayso) -> tuple[int, int]:
    """The same of the sentences of weekdays.toml."""
    table = tomllib.loads((HERE / "weekdays.toml").read_text(encoding="utf-8"))
    published = date.fromisoformat(table["published"])
    right = 0
    for text, days in table["sentences"].items():
        wanted = (published + timedelta(days=days)).isoformat()
        if any((one.value or "")[:10] == wanted for one in say(text, published=table["published"]).times):
            right += 1
        else:
            print("wrong:", text)
    return right, len(table["sentences"])


def future_weekdays(say: Sayso) -> float:
    """The share of weekdays to come that are right, in per cent."""
    found = corpus_weekdays(say), own_weekdays(say)
    print("weekdays to come: corpora {} of {}, own sentences {} of {}".format(*found[0], *found[1]))
    return round(100 * sum(right for right, _ in found) / sum(total for _, total in found), 1)


def milliseconds_a_document(say: Sayso) -> float:
    """The processor time in which the times of a TimeBank document are found, the parse left aside."""
    docs = [say._parsed(Report(row["id"], row["text"], row["dct"][:10])) for row in rows("timebank")]
    times = cast("Times", say.nlp.get_pipe("sayso_times"))
    least = min(_took(times, docs) for _ in range(RUNS))
    return round(1000 * least / len(docs), 1)


def _took(times: Times, docs: list[Any]) -> float:
    begun = time.process_time()
    for doc in docs:
        times.predict(doc)
    return time.process_time() - begun


if __name__ == "__main__":
    if DATA.is_dir():
        reader = sayso.load()
        print(f"{future_weekdays(reader)} % of weekdays to come")
        print(f"{milliseconds_a_document(reader)} ms a document")
    else:
        print(f"{DATA} is not there: nothing to score against")
