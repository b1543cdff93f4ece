"""Windows of articles as arrays: what a batch is made of."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

from sayso.inference.windows import windows

CLS, SEP = 101, 102
STOPS = (1012, 1029, 999)  # . ? !
PARTS = ("cue", "source", "content")


@dataclass
class Example:
    """A window: pieces with CLS and SEP around, flat labels, cues with their link labels, and what is out of play."""

    article: int
    start: int
    fresh: int
    ids: np.ndarray
    marks: np.ndarray
    flat: np.ndarray  # [pieces, 3]
    cues: list[tuple[int, int]]
    links: np.ndarray  # [cues, pieces]
    out: np.ndarray  # [pieces] of bool


def bies(labels: np.ndarray, start: int, end: int, first: int = 1) -> None:
    """Write B I E S, numbered from ``first``, over [start, end)."""
    if end - start == 1:
        labels[start] = first + 3
        return
    labels[start:end] = first + 1
    labels[start], labels[end - 1] = first, first + 2


def examples(number: int, article: dict, longest: int) -> list[Example]:
    """The windows of an article."""
    ids = article["ids"]
    stops = np.flatnonzero(np.isin(ids, STOPS)).tolist()
    return [_example(number, article, *window) for window in windows(article["blocks"], stops, longest)]


def _example(number: int, article: dict, start: int, fresh: int, end: int) -> Example:
    size = end - start + 2
    ids = np.concatenate([[CLS], article["ids"][start:end], [SEP]]).astype(np.int64)
    marks = np.concatenate([[0], article["marks"][start:end], [0]]).astype(np.int64)
    flat, out = np.zeros((size, 3), np.int64), np.zeros(size, bool)
    out[[0, -1]] = True
    cues, links = [], []

    def inside(ranges):
        clipped = [(max(a, start) - start + 1, min(b, end) - start + 1) for a, b in ranges]
        return [(a, b) for a, b in clipped if a < b]

    for found in article["attributions"]:
        for column, part in enumerate(PARTS):
            for a, b in inside(found[part]):
                bies(flat[:, column], a, b)
        whole = [a >= start and b <= end for a, b in found["cue"]]
        if found["cue"] and all(whole):
            labels = np.zeros(size, np.int64)
            for first, part in ((1, "source"), (5, "content")):
                for a, b in inside(found[part]):
                    bies(labels, a, b, first)
            cues.append(inside(found["cue"])[0])
            links.append(labels)
    for a, b in inside(article["discard"]):
        out[a:b] = True
    return Example(number, start, fresh, ids, marks, flat, cues, np.array(links).reshape(-1, size), out)


def batches(articles: list[dict], budget: int, rng: random.Random | None) -> list[list[Example]]:
    """All windows, near in length together, at most ``budget`` pieces a batch; shuffled and cut anew by ``rng``."""
    made = [
        one
        for number, article in enumerate(articles)
        for one in examples(number, article, rng.choice((128, 160, 192, 192)) if rng else 192)
        if rng is None or one.cues or rng.random() < 0.5
    ]
    if rng:
        rng.shuffle(made)
    pool = 40 * 16 if rng else len(made)
    found: list[list[Example]] = []
    for at in range(0, len(made), pool):
        batch: list[Example] = []
        for one in sorted(made[at : at + pool], key=lambda each: len(each.ids)):
            if batch and (len(batch) + 1) * len(one.ids) > budget:
                found.append(batch)
                batch = []
            batch.append(one)
        found.append(batch)
    if rng:
        rng.shuffle(found)
    return found
