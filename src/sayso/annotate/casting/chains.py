"""Chains: mentions of one actor put together, from left to right.

Names go by full name, surname, initials, state and group; descriptions by head, country and modifiers to the actor last
described that fits; appositions and bracketed acronyms by the parse (after Raghunathan et al. 2010, "A Multi-Pass Sieve
for Coreference Resolution", in one pass with precise rules first).
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.annotate.casting.directory import directory_of
from sayso.annotate.casting.mention import BODIES, Chain, Mention, same_kind
from sayso.annotate.casting.namebook import NameBook
from sayso.annotate.casting.words import synonyms, words
from sayso.annotate.transcripts import Turn
from sayso.knowledge.names import name_key

_FAR = 40  # chains back that a description may reach


class Chains:
    """The chains of a report, with the names and heads that later mentions are looked up by."""

    def __init__(self, doc: Doc, turns: Sequence[Turn]) -> None:
        self.doc = doc
        self.chains: list[Chain] = []
        self.of: dict[int, Chain] = {}
        self._recent: list[Chain] = []
        self._book = NameBook(directory_of(doc))
        self._authors: dict[str, Chain] = {}
        self._alike: dict[tuple[str, ...], Chain] = {}
        self._labels = {turn.label.head for turn in turns}

    def place(self, mention: Mention, chain: Chain | None) -> Chain:
        """Add the mention to the chain, or to one of its own."""
        if chain is None:
            chain = Chain()
            self.chains.append(chain)
        chain.add(mention)
        self.of[mention.head] = chain
        if self._recent and self._recent[-1] is not chain:
            self._recent = [other for other in self._recent[-3 * _FAR :] if other is not chain]
        if not self._recent or self._recent[-1] is not chain:
            self._recent.append(chain)
        self._note(mention, chain)
        return chain

    def author(self, person: str) -> Chain:
        """The chain of who says "I", "we" or "you" outside quotations, begun at the first asking."""
        if person not in self._authors:
            self._authors[person] = Chain()
            self.chains.append(self._authors[person])
        return self._authors[person]

    def merge(self, chain: Chain, other: Chain) -> None:
        """Put the mentions of ``other`` into ``chain``, in the order of the text."""
        for mention in other.mentions:
            chain.add(mention)
            self.of[mention.head] = chain
        chain.mentions.sort(key=lambda mention: mention.phrase.start)
        self.chains = [kept for kept in self.chains if kept is not other]

    def recent(self) -> list[Chain]:
        """Chains by their last mention, the latest first."""
        return self._recent[: -_FAR - 1 : -1]

    def fitting(self, mention: Mention) -> Chain | None:
        """The chain that a name or description belongs to."""
        beside = self._beside(mention)
        if beside is not None:
            return beside
        if mention.form == "name":
            return self._book.find(mention, self.recent())
        return self._by_description(mention)

    def _note(self, mention: Mention, chain: Chain) -> None:
        if mention.form == "name":
            self._book.enter(mention, chain)
        elif mention.form == "description" and not mention.indefinite:
            self._alike.setdefault(self._likeness(mention), chain)

    def _beside(self, mention: Mention) -> Chain | None:
        """The chain of what the mention stands in apposition to, or stands in brackets behind."""
        other = self._renamed(mention)
        start = mention.phrase.start
        if other is None and start > 1 and self.doc[start - 1].text == "(" and mention.name.isupper():
            last = self.doc[start - 2]
            other = self.of.get(last.i) or self.of.get(last.head.i)
        if other is None or not self._may_be(other, mention):
            return None
        return other

    def _renamed(self, mention: Mention) -> Chain | None:
        """What the mention is in apposition to: the widest phrase that ends before the comma and fits."""
        token = self.doc[mention.head]
        behind_post = mention.phrase.start > token.head.i + 1
        if mention.kind == "person" and mention.name and token.dep_ == "pobj" and behind_post:
            office = self.of.get(token.head.head.i)
            touches = office is not None and office.last.phrase.end > token.i and not office.names
            return office if office is not None and touches and office.is_person else None
        if token.dep_ != "appos" or mention.kind is None:
            return None
        found = None
        for above in token.ancestors:
            chain = None if above.i in self._labels else self.of.get(above.i)
            if chain is not None and self._may_be(chain, mention):
                found = found if found is not None and found.kind == mention.kind else chain
            if above.dep_ not in {"pobj", "prep", "compound", "poss", "conj"}:
                break
        return found

    def _may_be(self, chain: Chain, mention: Mention) -> bool:
        if chain.plural != mention.plural or not same_kind(chain, mention):
            return False
        apart = mention.name and chain.names and mention.kind == "person"
        return not apart or name_key(mention.name) in {name_key(name) for name in chain.names}

    def _by_description(self, mention: Mention) -> Chain | None:
        if mention.indefinite or not mention.heads:
            return None
        alike = self._alike.get(self._likeness(mention))
        if alike is not None and (
            mention.definite or ((mention.modifiers or mention.country) and mention.kind != "person")
        ):
            return alike
        if not mention.definite and not (mention.kind == "person" and not mention.plural):
            return None
        recent = self.recent()
        by_head = (chain for chain in recent if _takes_up_by_head(mention, chain))
        return next(by_head, None) or next((chain for chain in recent if _takes_up_by_kind(mention, chain)), None)

    def _likeness(self, mention: Mention) -> tuple[str, ...]:
        return (*mention.heads[:1], str(mention.plural), mention.country or "", *sorted(mention.modifiers))


def _agrees(mention: Mention, chain: Chain) -> bool:
    if mention.country and mention.country != chain.country and (chain.country or not chain.names):
        return False
    return chain.plural == mention.plural or chain.kind in BODIES


def _takes_up_by_head(mention: Mention, chain: Chain) -> bool:
    """Whether a description may take up the chain by its head: "the official", "the Alvanian official"."""
    if not _agrees(mention, chain) or not synonyms(mention.heads[0]) & chain.heads:
        return False
    extra = {word for word in mention.modifiers if word not in chain.modifiers}
    if extra and not _in_names(extra, chain):
        return False
    return mention.definite or bool(mention.modifiers) or mention.country is not None


def _takes_up_by_kind(mention: Mention, chain: Chain) -> bool:
    """Whether "the group" or "the man" may take up a chain that bears another word."""
    if not _agrees(mention, chain) or mention.modifiers or not mention.definite:
        return False
    head = mention.heads[0]
    if head in words("states"):
        return chain.kind == "state" and bool(chain.names)
    if head in words("bodies"):
        return chain.kind in BODIES and chain.kind not in {"institution", "media"} and bool(chain.names)
    return head in words("persons") and chain.is_person and not chain.names


def _in_names(extra: set[str], chain: Chain) -> bool:
    known = {part for name in chain.names for part in name_key(name).split()}
    return extra <= known
