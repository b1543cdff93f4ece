"""The quality gate: score sayso against ../shared, write eval/README.md's table, fail where a score is under its floor.

    python eval/gate.py [--raise] [--only TASK]

Every record comes from `sayso annotate`. ``--raise`` lifts the floors in eval/floors.json to the scores just reached
and lowers none. Without ../shared there is nothing to score: it says so and ends well.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import accept
import contexts
import copies
import merges
import places
import provinces
import statements
import stories
import times
from calibration import calibration
from measures import ALL, BENCH, ECBPLUS, GEOVIRUS, ISAF, NEWSWCL50, POLNEAR, SHARED, Measure

import sayso

HERE = Path(__file__).parent
FLOORS, README = HERE / "floors.json", HERE / "README.md"
BEGIN, END = "<!-- scores: written by `make eval` -->", "<!-- end of scores -->"
TOLERANCE = 0.2  # what the arithmetic of another processor may move
SPEED_RUNS = 3  # the least of them counts: other work on the machine only slows
Scores = dict[str, float]


def annotate(inputs: Path, workers: int = 2) -> Path:
    """The records of the input lines, as the command writes them."""
    records = inputs.with_suffix(".records.jsonl")
    run("sayso", "annotate", str(inputs), "--out", str(records), "--workers", str(workers))
    return records


def link(records: Path) -> Path:
    """The events of the world in the records, as the command writes them."""
    linked = records.with_suffix(".linked.jsonl")
    run("sayso", "link", str(records), "--out", str(linked))
    return linked


def run(*command: str) -> str:
    """What the command prints; the programs of this Python come first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(command, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\nfailed: {done.stderr.strip()[-2000:]}")
    return done.stdout


def bench(folder: Path, only: str | None) -> Iterator[tuple[str, float]]:
    """The scores of ../shared/bench, each text read once."""
    script = str(SHARED / "bench" / "bench.py")
    for (task, data), measures in groupby(BENCH, key=lambda measure: (measure.task, measure.data)):
        if only not in (None, task):
            continue
        started, gold = time.monotonic(), str(SHARED / "data" / f"{data}.jsonl")
        inputs = folder / f"{data.replace('/', '-')}.jsonl"
        inputs.write_text(run(sys.executable, script, "inputs", task, gold), encoding="utf-8")
        read = annotate(inputs)
        scored = str(link(read) if task == "merge" else read)
        found = json.loads(run(sys.executable, script, "score", task, gold, scored, "--json"))
        for measure in measures:
            yield measure.name, found[measure.row][measure.column]
        print(f"{task} {data}: {time.monotonic() - started:.0f} s", flush=True)


def whereabouts(folder: Path, only: str | None) -> Iterator[tuple[str, float]]:
    """What the scorers of ../shared do not ask of the places in the records that `bench` left in the folder."""
    if only in (None, "isaf"):
        shares = provinces.score(folder / f"{ISAF.replace('/', '-')}.records.jsonl")
        yield "isaf.province", shares.named
        yield "isaf.province.events", shares.events
    if only in (None, "places"):
        records = folder / f"{GEOVIRUS.replace('/', '-')}.records.jsonl"
        records.write_text(places.without_demonyms(records), encoding="utf-8")
        script, gold = str(SHARED / "bench" / "bench.py"), str(SHARED / "data" / f"{GEOVIRUS}.jsonl")
        found = json.loads(run(sys.executable, script, "score", "places", gold, str(records), "--json"))
        yield "places.geovirus.named", found["found"]["f1"]


def confidences(folder: Path) -> Iterator[tuple[str, float]]:
    """How far the confidences of statements can be believed."""
    gold, inputs = SHARED / "data" / f"{POLNEAR}.jsonl", folder / f"{POLNEAR.replace('/', '-')}.jsonl"
    records = inputs.with_suffix(".records.jsonl")
    if not records.exists():
        script = str(SHARED / "bench" / "bench.py")
        inputs.write_text(run(sys.executable, script, "inputs", "attribution", str(gold)), encoding="utf-8")
        annotate(inputs)
    for name, value in calibration(gold, records).items():
        yield f"calibration.{name}", value


def labelled(folder: Path) -> Iterator[tuple[str, float]]:
    """What is told of statements, against labels made by reading."""
    inputs = folder / "labelled.jsonl"
    inputs.write_text(statements.inputs(), encoding="utf-8")
    for name, share in statements.score(statements.lines(annotate(inputs))).items():
        print(f"statements {name}: {share}")
        yield f"statements.{name}", share.percent


def about(folder: Path) -> Iterator[tuple[str, float]]:
    """What reports are about, against labels made by reading."""
    inputs = folder / "contexts.jsonl"
    inputs.write_text("".join(json.dumps(line) + "\n" for line in contexts.inputs()), encoding="utf-8")
    yield "contexts.f1", contexts.score(contexts.rows(annotate(inputs)))["f1"]


def acceptance(folder: Path) -> Iterator[tuple[str, float]]:
    """The shares of facts that hold, in per cent, and what renaming costs on the facts that both keys ask."""
    inputs = folder / "acceptance.jsonl"
    inputs.write_text(accept.inputs(), encoding="utf-8")
    result = accept.score(annotate(inputs, workers=1))
    yield "acceptance.founding", result.founding.percent
    yield "acceptance.others", result.others.percent
    yield "acceptance.founding.when", result.founding_when.percent
    yield "acceptance.others.when", result.others_when.percent
    yield "acceptance.renamed", result.renamed.percent
    yield "acceptance.renaming", round(result.kept.percent - result.renamed.percent, 1)
    print(f"founding {result.founding}, others {result.others}, renamed {result.renamed} (unrenamed {result.kept})")
    print(
        run(
            sys.executable,
            str(SHARED / "acceptance" / "check.py"),
            "score",
            str(inputs.with_suffix(".records.jsonl")),
            "--by-kind",
        )
    )


def speed(folder: Path) -> Iterator[tuple[str, float]]:
    """CPU time of `sayso annotate` over that of spaCy's parse of the same texts."""
    inputs, script = folder / "speed.jsonl", str(SHARED / "bench" / "bench.py")
    gold = str(SHARED / "data" / f"{POLNEAR}.jsonl")
    inputs.write_text(run(sys.executable, script, "inputs", "attribution", gold), encoding="utf-8")
    printed = [run(sys.executable, str(SHARED / "bench" / "speed.py"), str(inputs)) for _ in range(SPEED_RUNS)]
    print("".join(printed), end="")
    yield "speed.ratio", min(float(line.rsplit(maxsplit=1)[-1]) for line in printed)


def reading() -> Iterator[tuple[str, float]]:
    """What the scorers of ../shared do not count: `times.py`, `places.py`."""
    say = sayso.load()
    yield "reading.weekdays", times.future_weekdays(say)
    yield "reading.times", times.milliseconds_a_document(say)
    yield "reading.lgl", places.resolved(say, "lgl")


def told(folder: Path) -> Iterator[tuple[str, float]]:
    """How well reports of one story are found."""
    script = str(SHARED / "bench" / "bench.py")
    for data, field, measure in ((ECBPLUS, "subtopic", stories.b_cubed), (NEWSWCL50, "topic", stories.whole)):
        gold, inputs = SHARED / "data" / f"{data}.jsonl", folder / f"{data.replace('/', '-')}.stories.jsonl"
        inputs.write_text(run(sys.executable, script, "inputs", "merge", str(gold)), encoding="utf-8")
        found = stories.told(annotate(inputs))
        yield f"stories.{gold.stem.partition('-')[0]}", measure(stories.gold_of(gold, field), found)


def merged(folder: Path) -> Iterator[tuple[str, float]]:
    """How many of the labelled events that are put together across reports are one."""
    inputs = folder / "merges.jsonl"
    inputs.write_text(merges.inputs(), encoding="utf-8")
    records = annotate(inputs)
    for name, value in merges.score(merges.pairs(records, link(records))).items():
        yield f"merges.{name}", value


def measured(only: str | None) -> Scores:
    """All scores, or those of one task."""
    scores: Scores = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if only in (None, "acceptance"):
            scores |= acceptance(folder)
        scores |= bench(folder, only)
        scores |= whereabouts(folder, only)
        if only in (None, "calibration"):
            scores |= confidences(folder)
        if only in (None, "statements"):
            scores |= labelled(folder)
        if only in (None, "contexts"):
            scores |= about(folder)
        if only in (None, "reading"):
            scores |= reading()
        if only in (None, "copies"):
            scores |= {f"copies.{name}": value for name, value in copies.score().items()}
        if only in (None, "stories"):
            scores |= told(folder)
        if only in (None, "merges"):
            scores |= merged(folder)
        if only in (None, "speed"):
            scores |= speed(folder)
    return scores


def under(scores: Scores, floors: Scores) -> list[str]:
    """One line for each score on the wrong side of its floor."""
    return [
        f"{measure.name}: {scores[measure.name]} {'under' if measure.better == 'higher' else 'over'} {floor}"
        for measure in ALL
        if measure.name in scores and (floor := floors.get(measure.name)) is not None
        if (gap := scores[measure.name] - floor) and (-gap if measure.better == "higher" else gap) > slack(measure)
    ]


def slack(measure: Measure) -> float:
    """How far a score may lie on the wrong side of its floor: a ceiling is kept as it stands."""
    return TOLERANCE if measure.better == "higher" else 0.0


def raised(scores: Scores, floors: Scores) -> Scores:
    """The floors, lifted to the scores; ceilings (what must stay low) are set by hand."""
    lifted = {
        m.name: max(scores[m.name], floors.get(m.name, 0.0)) for m in ALL if m.better == "higher" and m.name in scores
    }
    return floors | lifted


def table(scores: Scores, floors: Scores) -> str:
    """The scores as Markdown."""
    lines = ["| what | on | score | floor | best open peer | command |", "| --- | --- | ---: | ---: | ---: | --- |"]
    for measure in ALL:
        limit = f"{'≤ ' if measure.better == 'lower' else ''}{floors.get(measure.name, '–')}"
        row = (measure.shown, measure.data, scores.get(measure.name, "–"), limit, measure.peer or "–", measure.command)
        lines.append("| " + " | ".join(map(str, row)) + " |")
    return "\n".join(lines)


def write(scores: Scores, floors: Scores) -> None:
    """Put the table between its marks in eval/README.md."""
    text = README.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    README.write_text(f"{before}{BEGIN}\n{table(scores, floors)}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Score, write, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to the scores")
    parser.add_argument("--only", help="one task: nothing is written")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"{SHARED} is not there: nothing to score against")
        return
    floors: Scores = json.loads(FLOORS.read_text(encoding="utf-8"))
    scores = measured(options.only)
    low = under(scores, floors)
    if options.lift:
        floors = raised(scores, floors)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    if options.only:
        print(json.dumps(scores, indent=2))
    else:
        write(scores, floors)
        print(table(scores, floors))
    if low:
        sys.exit("under the floor:\n  " + "\n  ".join(low))


if __name__ == "__main__":
    main()
