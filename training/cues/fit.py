"""Fits the cues of src/sayso/annotate/lexicon/cues.toml: `python training/cues/fit.py TRAIN.jsonl`.

Method: one logistic regression with an L2 penalty over all candidates of PolNeAR's training half (see candidates.py). A
candidate is right where source and content both share half of their characters with an attribution's. Its features,
each with its word class: the pattern in which the content hangs on the cue; the cue's lemma; lemma and pattern; the
stance of the lemma, alone and with the pattern, so that rare words learn from their kind; and the circumstances, for
which sayso.annotate.attribution.circumstances is asked. The lexicon gets the sum of all but the circumstances for each
lemma with each pattern, in log-odds, and the weights of the circumstances. In use a draft is kept from 0.35 on, where
F1 on the training half is highest.

A tenth of the articles, by the SHA-1 of the id, is held out of the fit; precision, recall and F1 are printed for both
parts. The lists above [circumstances.verbs] are made by hand and stay as they are. The lexicon in use has a small part
in where a content ends, so after a change of those lists run this until it changes nothing.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha1
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from candidates import Article, Candidate, articles
from logistic import Rows, fit

LEXICON = Path(__file__).parents[2] / "src/sayso/annotate/lexicon/cues.toml"
EXCLUSIONS = Path(__file__).with_name("exclusions.toml")
FITTED = "[circumstances.verbs]"
CLASSES = ("verbs", "nouns", "adjectives")
KEPT = 0.35
RAREST_FEATURE, RAREST_CUE, RAREST_CIRCUMSTANCE = 3, 4, 40
LEAST, LEAST_BEST, LEAST_CIRCUMSTANCE = -1.6, -0.9, 0.1  # log-odds that are worth a line
FAMILIES = ("at", "tag", "length")
PENALTIES = {"pattern": 0.5, "lemma": 1.0, "both": 1.0, "stance": 0.5, "stance-pattern": 0.5, "in": 0.3, "all": 0.0}


class Feature(NamedTuple):
    """A feature: its kind, a key of PENALTIES, the word class, and the lemma, stance, pattern or circumstance."""

    kind: str
    word_class: str
    name: str
    pattern: str = ""


class Lexicon(NamedTuple):
    """The fitted tables: log-odds by word class, lemma and pattern; weights by word class and circumstance."""

    cues: dict[str, dict[str, dict[str, float]]]
    circumstances: dict[str, dict[str, float]]

    def likelihood(self, candidate: Candidate) -> float:
        """The share that sayso gives the candidate."""
        weights = self.circumstances[candidate.word_class]
        odds = self.cues[candidate.word_class].get(candidate.lemma, {}).get(candidate.pattern, -9.0)
        return 1 / (1 + exp(-odds - sum(weights.get(name, 0.0) for name in candidate.circumstances)))


class Model(NamedTuple):
    """What was fitted: the weight of each feature and how often it is there; the stance of each lemma."""

    weights: dict[Feature, float]
    counts: Counter[Feature]
    stances: dict[str, str]

    def odds(self, word_class: str, lemma: str, pattern: str) -> float:
        """The log-odds of a cue with a pattern in neutral circumstances."""
        found = (*features_of_cue(word_class, lemma, pattern, self.stances), Feature("all", "", ""))
        return sum(self.weights.get(feature, 0.0) for feature in found)


def main(file: Path) -> None:
    """Fit, print how good it is, and write the lexicon."""
    read = list(articles(file))
    text = LEXICON.read_text(encoding="utf-8")
    by_hand = text[: text.index(FITTED)]
    fitted = [article for article in read if not is_held_out(article.id)]
    model = model_of([one for article in fitted for one in article.candidates], stances(by_hand))
    lexicon = lexicon_of(model, tomllib.loads(EXCLUSIONS.read_text(encoding="utf-8")))
    LEXICON.write_text(by_hand + "".join(lines(lexicon)), encoding="utf-8")
    print(measured("fitted", fitted, lexicon))  # noqa: T201  # a script that reports
    print(measured("held out", [article for article in read if is_held_out(article.id)], lexicon))  # noqa: T201


def is_held_out(article: str) -> bool:
    """Whether the article belongs to the tenth that is kept out of the fit."""
    return int(sha1(article.encode(), usedforsecurity=False).hexdigest(), 16) % 10 == 0


def stances(by_hand: str) -> dict[str, str]:
    """The stance of each lemma, from the lists that are made by hand."""
    return {word: stance for stance, words in tomllib.loads(by_hand)["stances"].items() for word in words}


def features_of_cue(word_class: str, lemma: str, pattern: str, known: dict[str, str]) -> Iterator[Feature]:
    """The features that a cue with a pattern has wherever it stands."""
    stance = known.get(lemma, "none")
    yield Feature("pattern", word_class, "", pattern)
    yield Feature("lemma", word_class, lemma)
    yield Feature("both", word_class, lemma, pattern)
    yield Feature("stance", word_class, stance)
    yield Feature("stance-pattern", word_class, stance, pattern)


def features(candidate: Candidate, known: dict[str, str]) -> list[Feature]:
    """All features of a candidate."""
    found = [Feature("all", "", ""), *features_of_cue(*candidate[:3], known)]
    return found + [Feature("in", candidate.word_class, name) for name in candidate.circumstances]


def model_of(candidates: Sequence[Candidate], known: dict[str, str]) -> Model:
    """The model that fits the candidates best."""
    listed = [features(candidate, known) for candidate in candidates]
    counts = Counter(feature for row in listed for feature in row)
    columns = sorted(feature for feature, count in counts.items() if count >= RAREST_FEATURE)
    place = {feature: index for index, feature in enumerate(columns)}
    rows = Rows.of([[place[feature] for feature in row if feature in place] for row in listed], len(columns))
    right = np.array([float(candidate.right) for candidate in candidates])
    weights = fit(rows, right, np.array([PENALTIES[feature.kind] for feature in columns]))
    fitted = dict(zip(columns, map(float, weights), strict=True))
    return Model(centred(fitted, candidates), counts, known)


def centred(weights: dict[Feature, float], candidates: Sequence[Candidate]) -> dict[Feature, float]:
    """The same model with each family of exclusive circumstances at zero where attributions stand, on average.

    Every candidate has one of each family, so what is taken from the circumstances goes to the patterns. A cue's number
    is then that of its usual surroundings, which the limits below LEAST and sayso's own question "does this verb
    introduce speech" take it for.
    """
    sums: defaultdict[tuple[str, str], float] = defaultdict(float)
    right = Counter(candidate.word_class for candidate in candidates if candidate.right)
    for candidate in (one for one in candidates if one.right):
        for name in candidate.circumstances:
            sums[candidate.word_class, family(name)] += weights.get(Feature("in", candidate.word_class, name), 0.0)
    means = {key: total / right[key[0]] for key, total in sums.items() if key[1] in FAMILIES}
    moved = {kind: sum(mean for key, mean in means.items() if key[0] == kind) for kind in CLASSES}
    return {
        feature: weight - means.get((feature.word_class, family(feature.name)), 0.0)
        if feature.kind == "in"
        else weight + (moved[feature.word_class] if feature.kind == "pattern" else 0.0)
        for feature, weight in weights.items()
    }


def family(circumstance: str) -> str:
    """The family that a circumstance belongs to: "at" of "at-ROOT"."""
    return circumstance.split("-", 1)[0]


def lexicon_of(model: Model, exclusions: dict[str, Any]) -> Lexicon:
    """The tables of the model, less the exclusions."""
    cues = {kind: dict(entries(model, kind, set(exclusions["never"][kind]))) for kind in CLASSES}
    for lemma in exclusions["never_with"]["verbs"]:
        kept = {
            key: odds
            for key, odds in cues["verbs"].get(lemma, {}).items()
            if key not in exclusions["never_with"]["patterns"]
        }
        cues["verbs"][lemma] = kept
    for lemma, floors in exclusions["floors"].items():
        known = cues["verbs"].setdefault(lemma, {})
        known.update({pattern: max(floor, known.get(pattern, floor)) for pattern, floor in floors.items()})
    circumstances = {kind: dict(weighty(model, kind)) for kind in CLASSES}
    return Lexicon({kind: worth_a_line(found) for kind, found in cues.items()}, circumstances)


def entries(model: Model, kind: str, never: set[str]) -> Iterator[tuple[str, dict[str, float]]]:
    """The lemmas of a word class, each with the log-odds of its patterns."""
    patterns = sorted({feature.pattern for feature in model.weights if feature[:2] == ("pattern", kind)} - {"raised"})
    lemmas = {feature.name for feature in model.weights if feature[:2] == ("lemma", kind)}
    for lemma in sorted(lemmas | (set(model.stances) if kind == "verbs" else set())):
        if lemma not in never and lemma.isalpha() and lemma.isascii() and lemma.islower():
            yield (
                lemma,
                {
                    pattern: odds
                    for pattern in patterns
                    if is_known(model, kind, lemma, pattern)
                    and (odds := round(model.odds(kind, lemma, pattern), 1)) >= LEAST
                },
            )


def is_known(model: Model, kind: str, lemma: str, pattern: str) -> bool:
    """Whether the word was seen with the pattern, or is a verb with a stance, which may have a clause."""
    count = model.counts[Feature("both", kind, lemma, pattern)]
    if lemma in model.stances:
        return count > 0 or (kind == "verbs" and pattern == "ccomp")
    return count >= RAREST_CUE


def weighty(model: Model, kind: str) -> Iterator[tuple[str, float]]:
    """The circumstances of a word class that are frequent and weigh something."""
    for feature in sorted(model.weights):
        weight = model.weights[feature]
        if (
            feature[:2] == ("in", kind)
            and model.counts[feature] >= RAREST_CIRCUMSTANCE
            and abs(weight) >= LEAST_CIRCUMSTANCE
        ):
            yield feature.name, round(weight, 1)


def worth_a_line(found: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The lemmas of which any pattern is likely enough."""
    return {lemma: odds for lemma, odds in sorted(found.items()) if odds and max(odds.values()) > LEAST_BEST}


def lines(lexicon: Lexicon) -> Iterator[str]:
    """The tables as TOML."""
    for number, kind in enumerate(CLASSES):
        yield "\n" * (number > 0) + f"[circumstances.{kind}]\n"
        yield from (f"{name} = {weight}\n" for name, weight in lexicon.circumstances[kind].items())
    for kind in CLASSES:
        yield f"\n[{kind}]\n"
        for lemma, odds in lexicon.cues[kind].items():
            yield f"{lemma} = {{ {', '.join(f'{pattern} = {value}' for pattern, value in odds.items())} }}\n"


def measured(name: str, read: Sequence[Article], lexicon: Lexicon) -> str:
    """Precision, recall and F1 of the candidates that are kept, of all attributions."""
    kept = [one for article in read for one in article.candidates if lexicon.likelihood(one) >= KEPT]
    right, gold = sum(one.right for one in kept), sum(article.attributions for article in read)
    precision, recall = right / max(1, len(kept)), right / max(1, gold)
    f1 = 2 * right / max(1, len(kept) + gold)
    return f"{name}: {len(read)} articles, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
