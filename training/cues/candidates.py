"""Candidates: every verb, noun and adjective of an article with every argument that may be what was said.

They are made by the same functions as sayso's drafts, with a lexicon that lets every word through, so that what is
counted here is what the weights meet in use.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

import sayso
from sayso import marks
from sayso.annotate.attribution import nouns, verbs
from sayso.annotate.attribution.circumstances import circumstances, word_class
from sayso.annotate.attribution.contents import arguments
from sayso.annotate.attribution.cues import Cue
from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.quotations import Quotations, widen
from sayso.annotate.attribution.sources import also_speaking
from sayso.model import Report
from sayso.segment import segment

Characters = frozenset[int]


class Candidate(NamedTuple):
    """A possible attribution: word class and lemma of its cue, pattern, circumstances, and whether it is one."""

    word_class: str
    lemma: str
    pattern: str
    circumstances: tuple[str, ...]
    right: bool


class Article(NamedTuple):
    """An article's id, its candidates, and how many attributions PolNeAR has in it."""

    id: str
    candidates: list[Candidate]
    attributions: int


class Attribution(NamedTuple):
    """The characters of an attribution's source and content."""

    source: Characters
    content: Characters


def articles(file: Path) -> Iterator[Article]:
    """The articles of a PolNeAR file, one JSON object a line."""
    language = sayso.load().nlp
    parsers = [pipe for name, pipe in language.pipeline if not name.startswith("sayso_")]
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        with language.memory_zone():
            doc = segment(Report(row["id"], row["text"]), language.make_doc)
            for pipe in parsers:
                doc = pipe(doc)
            gold = [_attribution(doc.text, entry) for entry in row["attributions"]]
            discard = _characters(doc.text, row["discard"])
            yield Article(row["id"], list(_candidates(doc, gold, discard)), len(gold))


def _candidates(doc: Doc, gold: list[Attribution], discard: Characters) -> Iterator[Candidate]:
    quotations = Quotations(doc)
    for sentence in marks.sentences(doc):
        for draft in (draft for token in sentence for draft in _drafts(token)):
            if quotations.at(draft.anchor) is not None:
                continue
            widen(quotations, draft)
            found = _found(doc, draft)
            if found.content and 2 * len(found.content & discard) <= len(found.content):
                anchor = doc[draft.anchor]
                stands_in = tuple(circumstances(doc, quotations, draft))
                right = any(_same(found, one) for one in gold)
                yield Candidate(word_class(anchor), anchor.lemma_, draft.pattern, stands_in, right)


def _drafts(token: Token) -> Iterator[Draft]:
    """A draft for each argument of the token, whatever its lemma."""
    if token.pos_ == "VERB":
        for found in arguments(token):
            if found.runs:
                yield verbs.draft_of(token, _any_cue(token, found.pattern), found)
    elif token.pos_ == "NOUN" or nouns.is_predicate(token):
        for found in nouns.complements(token):
            yield nouns.draft_of(token, _any_cue(token, found.pattern), found)


def _any_cue(token: Token, pattern: str) -> Cue:
    return Cue(token.lemma_, "says", {"ccomp": 1.0, pattern: 1.0})


def _found(doc: Doc, draft: Draft) -> Attribution:
    spans = [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in draft.content]
    sources = [] if draft.source is None else [draft.source, *also_speaking(doc, draft)]
    said_by = [(doc[phrase.start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1])) for phrase in sources]
    return Attribution(_characters(doc.text, said_by), _characters(doc.text, spans))


def _attribution(text: str, entry: dict[str, Any]) -> Attribution:
    return Attribution(_characters(text, entry["source"]), _characters(text, entry["content"]))


def _characters(text: str, spans: Iterable[Iterable[int]]) -> Characters:
    return frozenset(place for start, end in spans for place in range(start, end) if not text[place].isspace())


def _same(found: Attribution, gold: Attribution) -> bool:
    """Whether the contents share half of their characters (Dice), and the sources do, or both have none."""
    if not found.source or not gold.source:
        return not found.source and not gold.source and _dice(found.content, gold.content) >= 0.5
    return _dice(found.content, gold.content) >= 0.5 and _dice(found.source, gold.source) >= 0.5


def _dice(one: Characters, other: Characters) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
