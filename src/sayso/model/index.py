"""The findings of one record by their ids, and the words and names that they stand for."""

from __future__ import annotations

from sayso.model.actor import Actor
from sayso.model.event import Event, Role, RoleName
from sayso.model.findings import Findings
from sayso.model.place import Place
from sayso.model.span import Spans, cut
from sayso.model.statement import Statement
from sayso.model.time import Time


class Index:
    """Look-ups in one record.

    >>> from sayso.model import Findings, Report, Span
    >>> Index(Findings(Report("r1", "Talks failed."))).words((Span(0, 5),))
    'Talks'
    """

    def __init__(self, findings: Findings) -> None:
        self.text = findings.report.text
        self.actors: dict[str, Actor] = {actor.id: actor for actor in findings.actors}
        self.times: dict[str, Time] = {time.id: time for time in findings.times}
        self.places: dict[str, Place] = {place.id: place for place in findings.places}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in findings.statements}
        self.events: dict[str, Event] = {event.id: event for event in findings.events}

    def words(self, spans: Spans) -> str:
        """The words of the text that the spans stand for."""
        return cut(spans, self.text)

    def mentions(self, event: Event) -> str:
        """The words that tell of the event, each once, mention after mention."""
        return " / ".join(dict.fromkeys(span.cut(self.text) for span in event.trigger))

    def speaker(self, statement: Statement) -> str | None:
        """Who says it: the actor's name, else the words; None where the report speaks in the passive."""
        if statement.source is None:
            return None
        actor = self.actors.get(statement.source.actor or "")
        return actor.name if actor else self.words(statement.source.spans)

    def party(self, role: Role) -> str:
        """Who stands in the role: the actor's name, else the words."""
        actor = self.actors.get(role.actor or "")
        return actor.name if actor else self.words(role.spans)

    def parties(self, event: Event, role: RoleName) -> tuple[str, ...]:
        """Everybody in that role of the event."""
        return tuple(self.party(item) for item in event.roles if item.role == role)

    def chain(self, statement: Statement) -> tuple[Statement, ...]:
        """The statement and those that it is reported in, innermost first; it ends where ids would go round."""
        chain = [statement]
        while (outer := self.statements.get(chain[-1].via or "")) is not None and outer not in chain:
            chain.append(outer)
        return tuple(chain)
