"""What the trained reader finds and what the rules find, put together: the reader's words, the rules' understanding."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.annotate.attribution.cues import Cue, cues
from sayso.annotate.attribution.draft import Draft, Run, subtree, trimmed
from sayso.annotate.attribution.quotations import merged
from sayso.annotate.attribution.reading import Reading, read
from sayso.annotate.attribution.refusals import stays_unnamed
from sayso.annotate.attribution.sources import also_speaking, fellows, source_phrase
from sayso.annotate.attribution.weighing import evidence_read, evidence_ruled, weigh
from sayso.annotate.phrases import noun_phrase
from sayso.marks import Phrase

_LEAST = 0.3
_REPORTED = 0.45
"""How likely the rules must take a draft inside another's content: PolNeAR leaves such statements out."""

_OF_RULES = frozenset({"refusal", "turn"})
"""Patterns whose words the rules know best: what is refused, and how far a turn goes."""
_LONGEST_GAP = 12
"""Tokens."""


def combined(doc: Doc, ruled: list[Draft]) -> list[Draft]:
    """The drafts that are likely enough, those of the rules only where nothing is read of their cue."""
    for draft in ruled:
        draft.also = also_speaking(doc, draft)
    readings, at = read(doc), _by_cue(ruled)
    drafts = [_draft(doc, reading, _same(at, reading.cue)) for reading in readings]
    found = [draft for draft in drafts if draft.content and draft.strength >= _LEAST and not _tells_nothing(doc, draft)]
    cues_at, inside = set(_by_cue(found)), _contents(found)
    return found + [draft for draft in ruled if draft.anchor not in cues_at and _is_told(doc, draft, inside)]


def _tells_nothing(doc: Doc, draft: Draft) -> bool:
    """Whether the words are a wish not to be named, or ask somebody: "do you think …?"."""
    source, anchor = draft.source, doc[draft.anchor]
    if stays_unnamed(anchor):
        return True
    you = source is not None and source.end - source.start == 1 and doc[source.start].lower_ == "you"
    return you and any(token.text == "?" for token in doc[anchor.i : anchor.sent.end])


def _is_told(doc: Doc, draft: Draft, inside: set[int]) -> bool:
    """Whether a draft of the rules alone is likely enough, or a refusal, or reported in the content of another."""
    if draft.pattern == "refusal":
        return True
    if draft.anchor in inside:
        return bool(draft.cue) and draft.strength >= _REPORTED and doc[draft.anchor].lemma_ in cues().words["telling"]
    draft.strength = weigh(evidence_ruled(draft, inside=False))
    return draft.strength >= _LEAST


def _by_cue(drafts: list[Draft]) -> dict[int, Draft]:
    return {index: draft for draft in reversed(drafts) for part in draft.cue for index in range(part.start, part.end)}


def _contents(drafts: list[Draft]) -> set[int]:
    return {index for draft in drafts for run in draft.content for index in range(*run)}


def _same(at: dict[int, Draft], cue: Run) -> Draft | None:
    return next((at[index] for index in range(*cue) if index in at), None)


def _draft(doc: Doc, reading: Reading, rule: Draft | None) -> Draft:
    strength = weigh(evidence_read(reading, rule))
    if rule is not None and rule.pattern in _OF_RULES:
        return replace(rule, strength=strength)
    anchor = doc[rule.anchor] if rule is not None else _anchor(doc, reading.cue)
    entry = _entry(anchor)
    source = _source(doc, reading.source) if reading.source else _ruled_source(rule)
    return Draft(
        anchor=anchor.i,
        source=source[0] if source else None,
        cue=[Phrase(*reading.cue, anchor.i)],
        content=_content(doc, reading),
        pattern=rule.pattern if rule is not None else "read",
        strength=strength,
        stance=rule.stance if rule is not None else entry.stance if entry is not None else "says",
        also=source[1:],
    )


def _content(doc: Doc, reading: Reading) -> list[Run]:
    """The runs of what is said; a gap in a sentence that neither cue nor source stands in is part of it."""
    runs = merged([run for run in (trimmed(doc, run) for run in reading.contents) if run[0] < run[1]])
    found = runs[:1]
    for start, end in runs[1:]:
        gap = found[-1][1], start
        short = gap[1] - gap[0] <= _LONGEST_GAP and doc[gap[0] - 1].sent.start == doc[start].sent.start
        if short and not any(part and part[0] < gap[1] and gap[0] < part[1] for part in (reading.cue, reading.source)):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _anchor(doc: Doc, cue: Run) -> Token:
    """The cue's word that carries its meaning: the last verb or noun of the lexicon, else its head."""
    telling = [token for token in doc[cue[0] : cue[1]] if token.pos_ in ("VERB", "NOUN") and _entry(token) is not None]
    return telling[-1] if telling else doc[cue[0] : cue[1]].root


def _entry(anchor: Token) -> Cue | None:
    lexicon = cues()
    named = {"NOUN": lexicon.nouns, "ADJ": lexicon.adjectives}.get(anchor.pos_, lexicon.verbs)
    return named.get(anchor.lemma_)


def _source(doc: Doc, run: Run) -> list[Phrase]:
    """The words of a source, its mention first: apposition and relative clause are phrases of their own.

    A relative pronoun stands for its antecedent.
    """
    start, end = trimmed(doc, run)
    head = doc[start:end].root
    if end - start == 1 and head.tag_ in ("WP", "WDT"):
        return [source_phrase(head)]
    parts = [noun_phrase(head), *fellows(head), *_clauses(head)]
    inside = [part for part in parts if start <= part.start and part.end <= end]
    held = {index for part in inside for index in range(part.start, part.end)}
    if inside and all(index in held or doc[index].is_punct for index in range(start, end)):
        return inside
    return [Phrase(start, end, head.i)]


def _ruled_source(rule: Draft | None) -> list[Phrase]:
    return [] if rule is None or rule.source is None else [rule.source, *rule.also]


def _clauses(head: Token) -> list[Phrase]:
    """The relative clauses of the head, and those of what stands in apposition to it."""
    nouns = [head, *(child for child in head.rights if child.dep_ == "appos")]
    clauses = [child for noun in nouns for child in noun.rights if child.dep_ in ("relcl", "acl")]
    runs = [(clause, trimmed(head.doc, subtree(clause))) for clause in clauses]
    return [Phrase(*run, clause.i) for clause, run in runs if run[0] < run[1]]
