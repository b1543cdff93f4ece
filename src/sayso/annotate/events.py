"""Events: what happened, or is said to be about to, in PLOVER's terms (Open Event Data Alliance, 2021)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component
from sayso.annotate.happening.roles import roles_of
from sayso.annotate.happening.triggers import Trigger, find_triggers, phrases
from sayso.marks import EventMark


class Events(Component[list[EventMark]]):
    """Finds events sentence by sentence, then puts together the mentions of one happening."""

    name = "sayso_events"
    version = "1"

    def predict(self, doc: Doc) -> list[EventMark]:
        triggers = [trigger for sentence in marks.sentences(doc) for trigger in find_triggers(sentence)]
        return [_event(trigger) for trigger in triggers]

    def set_annotations(self, doc: Doc, found: list[EventMark]) -> None:
        marks.set_events(doc, found)


def _event(trigger: Trigger) -> EventMark:
    return EventMark(
        trigger=phrases(trigger),
        type=trigger.frame.type,
        status="occurred",
        confidence=0.5,
        mode=trigger.frame.mode,
        roles=roles_of(trigger),
    )


@Language.factory(
    "sayso_events",
    assigns=["doc._.sayso_events"],
    requires=["doc._.sayso_times", "doc._.sayso_places", "doc._.sayso_statements"],
)
def make_events(nlp: Language, name: str) -> Events:
    """The component, as spaCy's registry makes it."""
    return Events()
