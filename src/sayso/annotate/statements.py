"""Statements: who says what.

Source, cue and content are those of PolNeAR (Newell et al. 2018, "An Attribution Relations Corpus for Political News").
A trained reader finds their words, rules on the parse and a lexicon of cues what these mean; what the rules alone find
is kept where it is likely.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.attribution.according import according_drafts
from sayso.annotate.attribution.circumstances import likelihood
from sayso.annotate.attribution.draft import Draft, trimmed
from sayso.annotate.attribution.headlines import colon_drafts
from sayso.annotate.attribution.nouns import noun_drafts
from sayso.annotate.attribution.quotations import Quotations, merged, widen
from sayso.annotate.attribution.quoting import attach
from sayso.annotate.attribution.settings import occasion_of, said_when, take_neighbouring_time
from sayso.annotate.attribution.stances import stance_of
from sayso.annotate.attribution.trained import combined
from sayso.annotate.attribution.verbs import verb_drafts
from sayso.annotate.component import Component
from sayso.annotate.framing import Frames
from sayso.inference.shelf import hash_of
from sayso.marks import Phrase, StatementMark
from sayso.model.statement import Mode

_LEAST = 0.35


class Statements(Component[list[StatementMark]]):
    """Finds statements."""

    name = "sayso_statements"
    version = "4"

    def __init__(self) -> None:
        self.model = hash_of("statements")

    def predict(self, doc: Doc) -> list[StatementMark]:
        quotations = Quotations(doc)
        drafts = combined(doc, attach(doc, quotations, _drafts(doc, quotations)))
        times = marks.get_times(doc)
        starts, ends = ({mark.phrase[side]: mark for mark in times} for side in (0, 1))
        for draft in drafts:
            take_neighbouring_time(doc, draft, starts, ends)
        drafts = _apart(drafts)
        found = [_statement(doc, quotations, draft) for draft in drafts]
        frames = Frames(doc, found)
        for draft, mark in zip(drafts, found, strict=True):
            if mark.time is None and draft.pattern != "quote-alone":
                frame = frames.said_when(doc[draft.anchor])
                mark.time = frame.time.id if frame else None
        return sorted((mark for mark in found if mark.content), key=_place)

    def set_annotations(self, doc: Doc, found: list[StatementMark]) -> None:
        marks.set_statements(doc, found)


def _drafts(doc: Doc, quotations: Quotations) -> list[Draft]:
    """The drafts that words outside quotations give, each with its likelihood."""
    drafts: list[Draft] = []
    for sentence in marks.sentences(doc):
        for draft in (*verb_drafts(sentence), *noun_drafts(sentence)):
            if quotations.at(draft.anchor) is None:
                widen(quotations, draft)
                if draft.pattern != "refusal":
                    draft.strength = likelihood(quotations, draft)
                drafts.append(draft)
        drafts += according_drafts(sentence)
    drafts += colon_drafts(doc)
    return [draft for draft in drafts if draft.content and draft.strength >= _LEAST]


def _apart(drafts: list[Draft]) -> list[Draft]:
    """The drafts that are likely enough; of two with the same source and content the likelier, or else the first."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (draft.source, *draft.content)
        if key not in best or draft.strength > best[key].strength:
            best[key] = draft
    return list(best.values())


def _place(mark: StatementMark) -> tuple[int, int]:
    return min(phrase.start for phrase in (*mark.cue, *mark.content)), mark.content[0].start


def _statement(doc: Doc, quotations: Quotations, draft: Draft) -> StatementMark:
    runs = merged([run for run in (trimmed(doc, run) for run in draft.content) if run[0] < run[1]])
    return StatementMark(
        source=draft.source,
        cue=draft.cue,
        content=[Phrase(start, end, doc[start:end].root.i) for start, end in runs],
        mode=_mode(doc, quotations, draft),
        stance=stance_of(doc, draft),
        confidence=draft.strength,
        also=draft.also,
        occasion=occasion_of(doc, quotations, draft),
        time=said_when(doc, draft),
    )


def _mode(doc: Doc, quotations: Quotations, draft: Draft) -> Mode:
    """Direct where every word is in quotation marks, a leading "that" aside; mixed where some are."""
    inside = outside = 0
    for start, end in draft.content:
        for token in doc[start:end]:
            if token.is_punct or token.is_space:
                continue
            if quotations.at(token.i) is not None:
                inside += 1
            elif not (token.i == start and token.lower_ == "that"):
                outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


@Language.factory("sayso_statements", requires=["doc._.sayso_times"], assigns=["doc._.sayso_statements"])
def make_statements(nlp: Language, name: str) -> Statements:
    """The component, as spaCy's registry makes it."""
    return Statements()
