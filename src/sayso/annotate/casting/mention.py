"""A mention in the making, and the chain of those that stand for one actor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.knowledge.roles import Gender
from sayso.marks import Phrase
from sayso.model.actor import ActorKind

BODIES: frozenset[ActorKind | None] = frozenset(
    {"armed-group", "organisation", "institution", "party", "company", "media"}
)
"""Kinds that one body may be taken for by different words."""

Form = Literal["name", "description", "pronoun"]


@dataclass(slots=True)
class Mention:
    """Words that stand for an actor.

    ``name`` is the proper name without titles, ``heads`` are the role words that the mention bears (singular, lower
    case), ``modifiers`` the words before its head, ``state`` the alpha-3 code where the mention names a state itself.
    ``wanted`` says that a statement or an event needs the mention; a ``loose`` one counts only where it takes up a
    name.
    """

    phrase: Phrase
    form: Form
    kind: ActorKind | None
    sentence: int
    name: str = ""
    heads: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    plural: bool = False
    gender: Gender | None = None
    definite: bool = False
    indefinite: bool = False
    state: str | None = None
    country: str | None = None
    wanted: bool = False
    subject: bool = False
    loose: bool = False

    @property
    def head(self) -> int:
        """Index of the head token."""
        return self.phrase.head

    @property
    def is_personal(self) -> bool:
        """Whether a pronoun stands for persons: "he" and "they", not "it"."""
        return self.gender is not None or self.plural


@dataclass(slots=True)
class Chain:
    """The mentions of one actor, in the order of the text."""

    mentions: list[Mention] = field(default_factory=list)
    kind: ActorKind | None = None
    gender: Gender | None = None
    plural: bool = False
    country: str | None = None
    names: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take the mention in; what the chain knows already stands."""
        if not self.mentions:
            self.plural = mention.plural
        self.mentions.append(mention)
        surer = self.kind == "organisation" and mention.kind == "person" and " " in mention.name
        self.kind = mention.kind if surer else self.kind or mention.kind
        self.gender = self.gender or mention.gender
        self.country = self.country or mention.country
        if mention.form != "pronoun":
            self.heads.update(mention.heads)
        self.modifiers |= mention.modifiers
        if mention.name and mention.name not in self.names:
            self.names.append(mention.name)

    @property
    def last(self) -> Mention:
        """The mention read last."""
        return self.mentions[-1]

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        return self.kind == "person" and not self.plural


def same_kind(chain: Chain, mention: Mention) -> bool:
    """Whether chain and mention may be one actor by their kinds; a name may be mistaken for a person's or a body's."""
    if chain.kind is None or mention.kind is None or chain.kind == mention.kind:
        return True
    kinds = {chain.kind, mention.kind}
    return kinds <= BODIES or (kinds == {"person", "organisation"} and bool(chain.names and mention.name))
