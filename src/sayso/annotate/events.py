"""Events: what happened, or is said to be about to, in PLOVER's terms (Open Event Data Alliance, 2021)."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component
from sayso.annotate.framing import Frames
from sayso.annotate.happening.counts import count_all, tell_once
from sayso.annotate.happening.drafts import drafts_of
from sayso.annotate.happening.history import is_historical
from sayso.annotate.happening.lending import lend_actors
from sayso.annotate.happening.lexicon import extended, using
from sayso.annotate.happening.order import order_all
from sayso.annotate.happening.overlaps import without_overlaps
from sayso.annotate.happening.pledges import demands, pledges, promises, sharpen
from sayso.annotate.happening.sameness import Happening, happenings, united
from sayso.knowledge.codebook import Codebook, codebook
from sayso.marks import EventMark


class Events(Component[list[EventMark]]):
    """Finds happenings sentence by sentence, then puts together the mentions of each."""

    name = "sayso_events"
    version = "4"

    def __init__(self, profile: str | None = None) -> None:
        self.book = codebook(profile) if profile else None
        self.lexicon = extended(self.book) if self.book else None
        self.model = f"sha256:{self.book.sha256}" if self.book else None

    def predict(self, doc: Doc) -> list[EventMark]:
        with using(self.lexicon):
            return self._found(doc)

    def _found(self, doc: Doc) -> list[EventMark]:
        drafts = without_overlaps(drafts_of(doc))
        drafts += pledges(drafts)
        drafts += promises(drafts)
        drafts += demands(drafts, doc)
        sharpen(drafts)
        lend_actors(drafts)
        count_all(drafts)
        found = happenings(doc, drafts)
        events = [united(doc, happening) for happening in found]
        frame_all(doc, found, events)
        if self.book:
            found, events = self._recoded(self.book, found, events)
        tell_once(events, doc)
        order_all(found, events)
        return events

    @staticmethod
    def _recoded(
        book: Codebook, found: list[Happening], events: list[EventMark]
    ) -> tuple[list[Happening], list[EventMark]]:
        """What the codebook takes, under its codes; a mode is kept where the kind has it."""
        kept: list[tuple[Happening, EventMark]] = []
        for happening, event in zip(found, events, strict=True):
            code = book.kind_of(event.type, event.mode)
            if code is not None:
                kept.append((happening, replace(event, type=code, mode=book.mode_of(code, event.mode))))
        return [happening for happening, _ in kept], [event for _, event in kept]

    def set_annotations(self, doc: Doc, found: list[EventMark]) -> None:
        marks.set_events(doc, found)


def frame_all(doc: Doc, found: list[Happening], events: list[EventMark]) -> None:
    """Give what happened, and whose own words name no time, that of the frame it is told in."""
    frames = Frames(doc, marks.get_statements(doc))
    for happening, event in zip(found, events, strict=True):
        if event.times or event.status not in ("occurred", "did-not"):
            continue
        for predicate in (draft.trigger.predicate for draft in happening.drafts):
            if (frame := frames.time_of(predicate)) is not None:
                event.times = [frame.time.id]
                published = marks.get_report(doc).published
                event.historical = event.historical or is_historical(predicate, frame.time, published)
                break


@Language.factory(
    "sayso_events",
    assigns=["doc._.sayso_events"],
    requires=["doc._.sayso_times", "doc._.sayso_places", "doc._.sayso_statements"],
    default_config={"profile": None},
)
def make_events(nlp: Language, name: str, profile: str | None) -> Events:
    """The component, as spaCy's registry makes it; ``profile`` names a codebook or its file."""
    return Events(profile)
