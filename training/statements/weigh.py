"""Fit the weights of what speaks for an attribution to held-out articles. Runs with the project's own Python.

python training/statements/weigh.py HELD_OUT.jsonl [--write] [--check OTHER.jsonl]

Right is what matches source and content by half (lenient_dice). Prints the calibration error (Guo et al. 2017) and what
each threshold gives; ``--write`` puts the weights into sayso/annotate/lexicon/weighing.toml.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from sayso import load
from sayso.annotate import statements
from sayso.annotate.attribution import trained
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.quotations import Quotations
from sayso.annotate.attribution.quoting import attach
from sayso.annotate.attribution.reading import read
from sayso.annotate.attribution.sources import also_speaking
from sayso.annotate.attribution.weighing import Evidence, evidence_read, evidence_ruled
from sayso.model import Report
from sayso.segment import segment

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "src/sayso/annotate/lexicon/weighing.toml"


def candidates(doc, quotations) -> list[tuple[Draft, Evidence]]:
    """All drafts with what speaks for them, before any is left out."""
    ruled = attach(doc, quotations, statements._drafts(doc, quotations))
    for draft in ruled:
        draft.also = also_speaking(doc, draft)
    at = trained._by_cue(ruled)
    found = []
    for reading in read(doc):
        rule = trained._same(at, reading.cue)
        found.append((trained._draft(doc, reading, rule), evidence_read(reading, rule)))
    taken = set(trained._by_cue([draft for draft, _ in found]))
    inside = trained._contents([draft for draft, _ in found])
    left = [draft for draft in ruled if draft.anchor not in taken and draft.pattern != "refusal"]
    return found + [(draft, evidence_ruled(draft, inside=draft.anchor in inside)) for draft in left]


def spoken(doc, draft: Draft) -> dict | None:
    """A draft in characters, as the scorer wants it."""

    def characters(runs):
        return sorted((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in runs if start < end)

    source = [draft.source, *draft.also] if draft.source else []
    content = characters([statements.trimmed(doc, run) for run in draft.content])
    cue, who = characters([part[:2] for part in draft.cue]), characters([part[:2] for part in source])
    return {"source": who, "cue": cue, "content": content} if content else None


def collected(path: Path, scorer) -> tuple[list[Evidence], np.ndarray, int]:
    """What speaks for each candidate of the articles, which are right, and how many there are to be found."""
    say, gold = load(), scorer.load_gold(str(path))
    told: list[Evidence] = []
    right: list[bool] = []
    total = 0
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        doc = segment(Report(row["id"], row["text"], row["published"], row["outlet"]), say.nlp.make_doc)
        for name, component in say.nlp.pipeline:
            if name == "sayso_statements":
                break
            doc = component(doc)
        pairs = [(spoken(doc, draft), evidence) for draft, evidence in candidates(doc, Quotations(doc))]
        pairs = [(draft, evidence) for draft, evidence in pairs if draft]
        details: dict = {}
        scorer.score({row["id"]: gold[row["id"]]}, {row["id"]: [draft for draft, _ in pairs]}, details=details)
        kept = details[row["id"]]
        total += len(kept["G"])
        matched = {number for _, number in kept["lenient_dice"]}
        number = 0
        for draft, evidence in pairs:
            if number < len(kept["P"]) and kept["P"][number]["raw"] == draft:
                told.append(evidence)
                right.append(number in matched)
                number += 1
    return told, np.array(right, float), total


def fit(x: np.ndarray, y: np.ndarray, steps: int = 60) -> np.ndarray:
    """Weights of a logistic regression by Newton's method, lightly held to zero."""
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        share = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        curve = x.T @ (x * (share * (1 - share))[:, None]) + np.eye(x.shape[1])
        weights += np.linalg.solve(curve, x.T @ (y - share) - weights)
    return weights


def calibration_error(shares: np.ndarray, right: np.ndarray) -> float:
    """The mean distance of confidence and share of right ones over ten bins, in per cent."""
    bins = np.minimum((shares * 10).astype(int), 9)
    gaps = [abs(shares[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)]
    return round(100 * float(sum(gaps)), 1)


def tell(shares: np.ndarray, right: np.ndarray, total: int) -> None:
    """Print calibration and what each threshold gives."""
    sure = shares >= 0.9
    error = calibration_error(shares, right)
    print(f"{len(right)} candidates, {int(right.sum())} right, of {total}; calibration error {error} %")
    print(f"at 0.9 or more: {int(sure.sum())}, right {100 * right[sure].mean():.1f} %")
    for threshold in np.arange(0.1, 0.61, 0.05):
        taken = shares >= threshold
        score = 200 * right[taken].sum() / (taken.sum() + total)
        print(f"{threshold:.2f}: {int(taken.sum())} told, lenient F1 {score:.1f}")


def main() -> None:
    """Collect, fit, tell, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT.parent / "shared" / "bench"))
    import score_attribution as scorer

    told, right, total = collected(options.articles, scorer)
    names = sorted({name for evidence in told for name in evidence})
    weights = fit(np.array([[evidence.get(name, 0.0) for name in names] for evidence in told]), right)

    def shares(those: list[Evidence]) -> np.ndarray:
        return 1 / (1 + np.exp(-np.array([[one.get(name, 0.0) for name in names] for one in those]) @ weights))

    tell(shares(told), right, total)
    print({name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)})
    if options.write:
        lines = [f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=True)]
        head = "# The weights of what speaks for an attribution, by training/statements/weigh.py.\n[weights]\n"
        WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    if options.check:
        told, right, total = collected(options.check, scorer)
        tell(shares(told), right, total)


if __name__ == "__main__":
    main()
