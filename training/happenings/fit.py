"""Fits src/sayso/resolve/happenings/weights.toml.

    python training/happenings/fit.py DATED.records.jsonl [--ecb ECB+.jsonl ITS.records.jsonl]

The records are what `sayso annotate` makes of the reports of pairs.jsonl and of ECB+ (train); without the latter the
weights that it gave stay as they are. Method: one logistic regression over the signs of pairs of events that sayso
would compare, within a gold story and within the two of a topic; a pair is right where both tell of one gold chain.
The penalty pulls towards the weights by hand (hand.toml), and no weight changes its sign: ECB+ is undated and knows
few states, so what it cannot teach stays as it was believed. Topics count by the root of their pairs. F1 over pairs
is printed for five folds over the topics, by hand and fitted.

A second regression, with these weights as they are, gives those of the signs of dated reports. A pair taken for one
that is two counts twice: an event with a stranger in it has origins that it has not.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.model import Findings, Span
from sayso.resolve.gist import Gist
from sayso.resolve.gisting import gist_of
from sayso.resolve.happenings.accounts import Account, Key, accounts
from sayso.resolve.happenings.apart import apart
from sayso.resolve.happenings.signs import signs

OUT = Path(__file__).parents[2] / "src/sayso/resolve/happenings/weights.toml"
HAND = tomllib.loads(Path(__file__).with_name("hand.toml").read_text(encoding="utf-8"))
NAMES, DATED = tuple(HAND["signs"]), tuple(HAND["dated"])
LABELS = Path(__file__).with_name("pairs.jsonl")
WRONG, DATED_PENALTY = 2.0, 1.0
BELIEF = np.array([HAND["bias"], *HAND["signs"].values()])
PENALTY, BIAS_PENALTY, STEPS, FOLDS = 30.0, 0.01, 3000, 5
FIELDS = ("subtopic", "topic")

Matrix = NDArray[np.float64]


class Pair(NamedTuple):
    """Two events of a topic: their signs with a 1 before them, and whether they are one."""

    topic: str
    values: list[float]
    same: bool


def pairs(gold: Sequence[dict[str, Any]], gists: dict[str, Gist]) -> Iterator[Pair]:
    """All pairs of events with a gold chain that sayso compares: within a story, and within two alike taken for one."""
    stories: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row, field in product(gold, FIELDS):
        stories[field, row[field]].append(row)
    for rows in stories.values():
        chains = {key: chain for row in rows for key, chain in _chains(row, gists[report(row)])}
        told = [account for account in accounts([gists[report(row)] for row in rows]) if account.key in chains]
        for a, b in combinations(told, 2):
            if apart(a, b) is None and (a.stems & b.stems or a.circles & b.circles or a.type == b.type):
                found = signs(a, b)
                values = [1.0, *(found.get(name, 0.0) for name in NAMES)]
                yield Pair(rows[0]["topic"], values, chains[a.key] == chains[b.key])


def report(row: dict[str, Any]) -> str:
    """The id under which the text was read: the names of the corpus tell the story, so a hash stands for them."""
    return sha256(str(row["doc_id"]).encode()).hexdigest()[:12]


def _chains(row: dict[str, Any], gist: Gist) -> Iterator[tuple[Key, str]]:
    """Each event of the report with the gold chain that most of its mentions are in."""
    for mention in gist.mentions:
        found = Counter(
            gold["chain"]
            for gold in row["event_mentions"]
            if any(span.start < gold["end"] and gold["start"] < span.end for span in mention.trigger)
        )
        if found:
            yield (gist.id, mention.id), max(sorted(found), key=lambda chain: found[chain])


def fitted(found: Sequence[Pair]) -> Matrix:
    """The weights that make the pairs likeliest, pulled towards BELIEF, on its side of 0 (projected gradient)."""
    values, right = np.array([pair.values for pair in found]), np.array([float(pair.same) for pair in found])
    sizes = Counter(pair.topic for pair in found)
    share = np.array([sizes[pair.topic] ** -0.5 for pair in found])
    share *= len(found) / share.sum()
    pull = np.array([BIAS_PENALTY, *[PENALTY] * len(NAMES)])
    step = 1 / (np.linalg.eigvalsh((values * share[:, None]).T @ values)[-1] / 4 + PENALTY)
    weights = BELIEF.copy()
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-values @ weights))
        weights = weights - step * (values.T @ (share * (said - right)) + pull * (weights - BELIEF))
        weights[1:] = np.where(BELIEF[1:] * weights[1:] < 0, 0.0, weights[1:])
    return weights


def labelled(gists: dict[str, Gist]) -> Iterator[tuple[dict[str, float], bool]]:
    """The signs of the labelled pairs, and whether they are one; those that sayso finds no event for are left out."""
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        pair = accounts([gists[name] for name in sorted({row["one"][0], row["other"][0]})])
        one, other = (_account(pair, gists[name], Span(*span)) for name, span in (row["one"], row["other"]))
        if one and other:
            yield signs(one, other), row["same"]


def _account(told: Sequence[Account], gist: Gist, span: Span) -> Account | None:
    """The event of the report that has a trigger where the label has one."""
    meant = (one.id for one in gist.mentions if any(it.start < span.end and span.start < it.end for it in one.trigger))
    keys = {(gist.id, id) for id in meant}
    return next((account for account in told if account.key in keys), None)


def dated(weights: Matrix, found: Sequence[tuple[dict[str, float], bool]]) -> Matrix:
    """The weights of the signs of dated reports that make the labels likeliest, given all others."""
    known = np.array([[1.0, *(one.get(name, 0.0) for name in NAMES)] for one, _ in found]) @ weights
    values = np.array([[one.get(name, 0.0) for name in DATED] for one, _ in found])
    right = np.array([float(same) for _, same in found])
    cost = np.where(right == 1, 1.0, WRONG)
    belief = np.array(list(HAND["dated"].values()))
    pull = np.array([BIAS_PENALTY, *[DATED_PENALTY] * (len(DATED) - 1)])
    step = 1 / (np.linalg.eigvalsh((values * cost[:, None]).T @ values)[-1] / 4 + DATED_PENALTY)
    fit = belief.copy()
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-values @ fit - known))
        fit = fit - step * (values.T @ (cost * (said - right)) + pull * (fit - belief))
        fit = np.where(belief * fit < 0, 0.0, fit)
    return fit


def f1(weights: Matrix, found: Sequence[Pair]) -> float:
    """F1 over the pairs, in per cent, from even odds on."""
    said = np.array([pair.values for pair in found]) @ weights > 0
    right = np.array([pair.same for pair in found])
    return float(200 * (said & right).sum() / (said.sum() + right.sum()))


def read(path: Path) -> dict[str, Gist]:
    """The gists of the records, by their ids; the first of several with one id."""
    with path.open(encoding="utf-8") as records:
        read = [gist_of(Findings.from_json(line)) for line in records]
    return {gist.id: gist for gist in reversed(read)}


def main() -> None:
    """Fit both, or the second on the first that ships, and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dated", type=Path)
    parser.add_argument("--ecb", type=Path, nargs=2)
    options = parser.parse_args()
    lines = OUT.read_text(encoding="utf-8").splitlines()
    weights, made = (undated(*options.ecb), _made_on(options.ecb[0])) if options.ecb else (_shipped(), lines[0])
    judged = list(labelled(read(options.dated)))
    print(f"{len(judged)} labelled pairs of dated reports, {sum(same for _, same in judged)} right")
    _write([*weights, *dated(weights, judged)], made)


def undated(gold_path: Path, records_path: Path) -> Matrix:
    """The weights fitted on ECB+; prints F1 of five folds."""
    gold = [json.loads(line) for line in gold_path.read_text(encoding="utf-8").splitlines()]
    gists = read(records_path)
    found = list(pairs(gold, gists))
    topics = sorted({pair.topic for pair in found})
    scores = []
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        rest, tested = ([pair for pair in found if (pair.topic in held) is is_held] for is_held in (False, True))
        scores.append((f1(BELIEF, tested), f1(fitted(rest), tested)))
    by_hand, by_fit = np.mean(scores, axis=0)
    print(
        f"{len(found)} pairs, {sum(pair.same for pair in found)} right; F1 by hand {by_hand:.1f}, fitted {by_fit:.1f}"
    )
    return np.round(fitted(found), 2)


def _made_on(gold: Path) -> str:
    sha = sha256(gold.read_bytes()).hexdigest()
    return f"# Made by training/happenings/fit.py on pairs.jsonl and the file with SHA-256 {sha}."


def _shipped() -> Matrix:
    table = tomllib.loads(OUT.read_text(encoding="utf-8"))
    return np.array([table["bias"], *(table["signs"][name] for name in NAMES)])


def _write(weights: Sequence[float], made: str) -> None:
    bias, *rest = (round(float(weight), 2) for weight in weights)
    lines = [made, f"bias = {bias}"]
    lines += ["# Groups of events are joined from this likeness on.", f"join = {HAND['join']}", "", "[signs]"]
    lines += [f"{name} = {weight}" for name, weight in zip((*NAMES, *DATED), rest, strict=True)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
