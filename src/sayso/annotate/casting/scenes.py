"""The country of unnamed people, by the events that they take part in.

PLOVER codes villagers who are killed in Alvania, and students whom Alvania's police arrest, as Alvanian (manual of
2021: actors without a nation of their own act at home). Only words for people who are nearly always at home qualify;
where two countries speak for themselves, none is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.casting.mention import Chain
from sayso.annotate.casting.words import words

_ALONE = frozenset({"CONSULT", "MOBILIZE", "COOPERATE"})
"""Types whose place says nothing of where those are at home who take part."""
_AUTHORITIES = frozenset({"GOV", "COP", "JUD", "LEG"})
_ABROAD = frozenset({"ASSAULT", "PROTEST", "MOBILIZE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types in which a government may well face those of another country."""


class Coded(Protocol):
    """A code as far as it is asked here: its country and sectors."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3, or None."""

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER's, the first the primary one."""


class Scenes:
    """The events of a report, by the heads of those who take part in them."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._places = {mark.place.id: mark.place.country for mark in marks.get_places(doc)}
        self._spoken_of = {country for country in self._places.values() if country}
        self._at: dict[int, list[tuple[marks.EventMark, str]]] = {}
        for event in marks.get_events(doc):
            for role in event.roles:
                self._at.setdefault(role.phrase.head, []).append((event, role.role))

    def is_people_elsewhere(self, chain: Chain) -> bool:
        """Whether the nation named is a people and not a state: "ethnic Alvanians", "the Alvanians of Norvia"."""
        return any(
            any(word.lower_ == "ethnic" for word in self._doc[mention.phrase.start : mention.head])
            or (self._doc[mention.head].tag_ == "NNPS" and self._lies_in(mention.head))
            for mention in chain.mentions
            if mention.state or mention.country
        )

    def site(self, chain: Chain) -> str | None:
        """The country of a village, a school or a camp: of the place that it is in, or where it was attacked."""
        sites = [mention for mention in chain.mentions if self._doc[mention.head].lemma_.lower() in words("sites")]
        lying = (self._lies_in(mention.head) for mention in sites)
        hit = (
            self._places.get(event.places[0])
            for mention in sites
            for event, role in self._at.get(mention.head, ())
            if role == "recipient" and event.places
        )
        return next((country for country in (*lying, *hit) if country), None)

    def _lies_in(self, head: int) -> str | None:
        """The country of the literal place behind "in" or "of" after the token."""
        places = marks.get_literal_at(self._doc)
        for child in self._doc[head].rights:
            if child.dep_ == "prep" and child.lower_ in ("in", "of"):
                for noun in child.rights:
                    if noun.dep_ == "pobj" and noun.i in places:
                        return places[noun.i].place.country
        return None

    def country(self, chain: Chain, code_at: Callable[[int], Coded | None]) -> str | None:
        """Where those are at home whom the chain stands for; ``code_at`` codes who stands at a token by itself."""
        related = chain.heads & words("relations") - words("at_home")
        named = chain.names and not chain.heads & words("judging")
        if not self.is_people_elsewhere(chain) and (named or related or not chain.heads & words("at_home")):
            return None
        told = {country for country in self._told(chain, code_at) if country} or self._spoken_of
        return min(told) if len(told) == 1 else None

    def _told(self, chain: Chain, code_at: Callable[[int], Coded | None]) -> Iterator[str | None]:
        for mention in chain.mentions:
            if country := self._lies_in(mention.head):
                yield country
            for event, role in self._at.get(mention.head, ()):
                if event.type not in _ALONE and event.places:
                    yield self._places.get(event.places[0])
                elif event.type not in _ABROAD and (event.type != "ACCUSE" or event.mode == "investigate"):
                    yield from _faced(event, role, code_at)


def _faced(event: marks.EventMark, role: str, code_at: Callable[[int], Coded | None]) -> Iterator[str | None]:
    """The country of the authorities on the other side of the event."""
    other = {"actor": "recipient", "recipient": "actor"}.get(role)
    for party in event.roles:
        code = code_at(party.phrase.head) if party.role == other else None
        if code is not None and set(code.sectors[:1]) & _AUTHORITIES:
            yield code.country
