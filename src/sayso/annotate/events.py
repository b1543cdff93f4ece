"""Events: what happened, or is said to be about to, in PLOVER's terms (Open Event Data Alliance, 2021)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component
from sayso.annotate.happening.counts import count_all, tell_once
from sayso.annotate.happening.drafts import drafts_of
from sayso.annotate.happening.order import order_all
from sayso.annotate.happening.pledges import demands, pledges, promises, sharpen
from sayso.annotate.happening.sameness import happenings, united
from sayso.marks import EventMark


class Events(Component[list[EventMark]]):
    """Finds happenings sentence by sentence, then puts together the mentions of each."""

    name = "sayso_events"
    version = "1"

    def predict(self, doc: Doc) -> list[EventMark]:
        drafts = drafts_of(doc)
        drafts += pledges(drafts)
        drafts += promises(drafts)
        drafts += demands(drafts, doc)
        sharpen(drafts)
        count_all(drafts)
        found = happenings(doc, drafts)
        events = [united(doc, happening) for happening in found]
        tell_once(events, doc)
        order_all(found, events)
        return events

    def set_annotations(self, doc: Doc, found: list[EventMark]) -> None:
        marks.set_events(doc, found)


@Language.factory(
    "sayso_events",
    assigns=["doc._.sayso_events"],
    requires=["doc._.sayso_times", "doc._.sayso_places", "doc._.sayso_statements"],
)
def make_events(nlp: Language, name: str) -> Events:
    """The component, as spaCy's registry makes it."""
    return Events()
