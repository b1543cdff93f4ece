"""Chains: mentions of one actor put together, from left to right.

Names go by full name, surname, initials, state and group; descriptions by head, country and modifiers to the actor last
described that fits; appositions and bracketed acronyms by the parse (after Raghunathan et al. 2010, "A Multi-Pass Sieve
for Coreference Resolution", in one pass with precise rules first).
"""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.annotate.casting.mention import Chain, Mention
from sayso.annotate.casting.words import synonyms, words
from sayso.knowledge.states import plain

_FAR = 40  # chains back that a description may reach
_GROUPS = frozenset({"armed-group", "organisation", "institution", "party", "company", "media"})


class Chains:
    """The chains of a report, with the names and heads that later mentions are looked up by."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.chains: list[Chain] = []
        self.of: dict[int, Chain] = {}
        self._recent: list[Chain] = []
        self._names: dict[str, Chain] = {}
        self._parts: dict[str, Chain | None] = {}
        self._alike: dict[tuple[str, ...], Chain] = {}

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
        self._index(mention, chain)
        return chain

    def recent(self) -> list[Chain]:
        """Chains by their last mention, the latest first."""
        return self._recent[: -_FAR - 1 : -1]

    def fitting(self, mention: Mention) -> Chain | None:
        """The chain that a name or description belongs to."""
        beside = self._beside(mention)
        if beside is not None:
            return beside
        return self._by_name(mention) if mention.form == "name" else self._by_description(mention)

    def _index(self, mention: Mention, chain: Chain) -> None:
        if mention.state:
            self._names.setdefault(f"={mention.state}", chain)
        if mention.form == "name":
            key = _key(mention.name)
            self._names.setdefault(key, chain)
            parts = key.split()
            if mention.kind == "person":
                for part in {parts[0], parts[-1]}:
                    known = self._parts.get(part, chain)
                    self._parts[part] = chain if known is chain or part == parts[-1] else None
            elif mention.kind in _GROUPS and not mention.state:
                self._index_body(mention, parts, chain)
        elif mention.form == "description" and not mention.indefinite:
            self._alike.setdefault(self._likeness(mention), chain)

    def _index_body(self, mention: Mention, parts: list[str], chain: Chain) -> None:
        initials = "".join(part[0] for part in mention.name.split() if part[:1].isupper())
        if len(initials) > 1:
            self._names.setdefault(initials.lower(), chain)
        if parts[-1] in words("groups") and len(parts) > 1:
            self._names.setdefault(f"{parts[-2]}s", chain)
        after = self.doc[mention.phrase.end - 1].lower_
        if after in words("groups") and len(parts) == 1:
            self._names.setdefault(f"{parts[0]}s", chain)

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
        if token.dep_ != "appos":
            return None
        found = None
        for above in token.ancestors:
            chain = self.of.get(above.i)
            if chain is not None and self._may_be(chain, mention):
                found = found if found is not None and found.kind == mention.kind else chain
            if above.dep_ not in {"pobj", "prep", "compound", "poss", "conj"}:
                break
        return found

    def _may_be(self, chain: Chain, mention: Mention) -> bool:
        if chain.plural != mention.plural or not _same_kind(chain, mention):
            return False
        apart = mention.name and chain.names and mention.kind == "person"
        return not apart or _key(mention.name) in {_key(name) for name in chain.names}

    def _by_name(self, mention: Mention) -> Chain | None:
        if mention.state:
            return self._names.get(f"={mention.state}")
        key = _key(mention.name)
        chain = self._names.get(key)
        if chain is not None and (_same_kind(chain, mention) or (mention.plural and chain.kind in _GROUPS)):
            return chain
        parts = key.split()
        if len(parts) == 1:
            chain = self._parts.get(key)
            return (
                chain if chain is not None and mention.kind in {"person", "organisation", "institution", None} else None
            )
        if mention.kind == "person":
            return self._by_surname(parts)
        return self._by_shared_words(mention, parts)

    def _by_surname(self, parts: list[str]) -> Chain | None:
        chain = self._parts.get(parts[-1])
        if chain is None:
            return None
        first = {_key(name).split()[0] for name in chain.names if " " in name}
        return (
            chain
            if not first or parts[0] in first or all(part[0] == parts[0][0] for part in first if len(part) == 2)
            else None
        )

    def _by_shared_words(self, mention: Mention, parts: list[str]) -> Chain | None:
        """A body whose shorter name stands, in order, within the longer."""
        mine = set(parts)
        for chain in self.recent():
            if chain.kind in _GROUPS and mention.kind in _GROUPS:
                for name in chain.names:
                    theirs = set(_key(name).split())
                    least = 1 if len(mine) == 1 else 2
                    if len(mine & theirs) >= least and len(theirs) > 1 and (mine <= theirs or theirs <= mine):
                        return chain
        return None

    def _by_description(self, mention: Mention) -> Chain | None:
        if mention.indefinite or not mention.heads:
            return None
        alike = self._alike.get(self._likeness(mention))
        if alike is not None and (mention.definite or (mention.modifiers and mention.kind != "person")):
            return alike
        if not mention.definite and not (mention.kind == "person" and not mention.plural):
            return None
        recent = self.recent()
        by_head = (chain for chain in recent if _takes_up_by_head(mention, chain))
        return next(by_head, None) or next((chain for chain in recent if _takes_up_by_kind(mention, chain)), None)

    def _likeness(self, mention: Mention) -> tuple[str, ...]:
        return (*mention.heads[:1], str(mention.plural), mention.country or "", *sorted(mention.modifiers))


def _agrees(mention: Mention, chain: Chain) -> bool:
    if mention.country and chain.country and mention.country != chain.country:
        return False
    return chain.plural == mention.plural or chain.kind in _GROUPS


def _takes_up_by_head(mention: Mention, chain: Chain) -> bool:
    """Whether a description may take up the chain by its head: "the official", "the Alvanian official"."""
    if not _agrees(mention, chain) or not synonyms(mention.heads[0]) & chain.heads:
        return False
    extra = {word for word in mention.modifiers if word not in chain.modifiers}
    if extra and not _in_names(extra, chain):
        return bool(mention.country) and mention.country == chain.country and len(mention.modifiers) == 1
    return mention.definite or bool(mention.modifiers)


def _takes_up_by_kind(mention: Mention, chain: Chain) -> bool:
    """Whether "the group" or "the man" may take up a chain that bears another word."""
    if not _agrees(mention, chain) or mention.modifiers or not mention.definite:
        return False
    head = mention.heads[0]
    if head in words("bodies"):
        return chain.kind in _GROUPS and chain.kind not in {"institution", "media"} and bool(chain.names)
    return head in words("persons") and chain.is_person and not chain.names


def _in_names(extra: set[str], chain: Chain) -> bool:
    known = {part for name in chain.names for part in _key(name).split()}
    return extra <= known


def _same_kind(chain: Chain, mention: Mention) -> bool:
    if chain.kind is None or mention.kind is None or chain.kind == mention.kind:
        return True
    return {chain.kind, mention.kind} <= _GROUPS or bool(
        {chain.kind, mention.kind} == {"person", "organisation"} and chain.names
    )


def _key(name: str) -> str:
    return plain(name).lower().replace(".", "").rstrip("'") or name.lower()
