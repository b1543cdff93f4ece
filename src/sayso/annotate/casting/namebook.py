"""The names of a report: which chain a name belongs to, by the whole name, a part of it, its initials or its state."""

from __future__ import annotations

from sayso.annotate.casting.mention import BODIES, Chain, Mention, same_kind
from sayso.annotate.casting.words import words
from sayso.knowledge.names import name_key, without_article
from sayso.knowledge.spelling import alike
from sayso.marks import Directory

_SMALL = frozenset({"of", "the", "and", "for", "on", "in"})
_NAMELIKE = frozenset({"person", "organisation", "institution", None})


class NameBook:
    """Chains by name. The first chain that bears a name keeps it; a surname goes to who bore it last."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._names: dict[str, Chain] = {}
        self._parts: dict[str, Chain | None] = {}

    def enter(self, mention: Mention, chain: Chain) -> None:
        """Note the name that the mention gives the chain."""
        if mention.state:
            self._names.setdefault(f"={mention.state}", chain)
        if not mention.name:
            return
        key = name_key(mention.name)
        self._names.setdefault(key, chain)
        if best := self._directory.best_name(mention.name):
            self._names.setdefault(f"~{best}", chain)
        parts = key.split()
        if mention.kind == "person":
            first, last = parts[0], without_article(parts[-1])
            if first != last:
                known = self._parts.get(first, chain)
                self._parts[first] = chain if known is chain else None
            self._parts[last] = chain
        elif mention.kind in BODIES and not mention.state:
            self._names.setdefault(_initials(mention.name), chain)
            if parts[-1] in words("groups") and len(parts) > 1:
                self._names.setdefault(f"{parts[-2]}s", chain)

    def find(self, mention: Mention, recent: list[Chain]) -> Chain | None:
        """The chain that the mention's name belongs to; ``recent`` are the chains, the latest first."""
        if mention.state:
            return self._names.get(f"={mention.state}")
        key = name_key(mention.name)
        whole = self._names.get(key) or self._names.get(f"~{self._directory.best_name(mention.name)}")
        members = mention.plural or (key.endswith("s") and len(key) > 4)
        if whole is not None and (same_kind(whole, mention) or (members and whole.kind in BODIES)):
            return whole
        parts = key.split()
        if mention.kind == "person" and len(parts) > 1:
            return self._by_surname(parts) or _respelt(mention, parts, recent)
        if mention.kind not in _NAMELIKE | BODIES or mention.loose:
            return self._parts.get(without_article(key))
        found = self._by_part(mention, key, recent) if len(parts) == 1 else self._by_words(mention, parts, recent)
        return found or _respelt(mention, parts, recent)

    def _by_surname(self, parts: list[str]) -> Chain | None:
        """A fuller name of who was named by surname; another first name is another person."""
        chain = self._parts.get(without_article(parts[-1]))
        if chain is None:
            return self._mistaken(parts[-1])
        fuller = [known for name in chain.names if len(known := name_key(name).split()) > 1]
        return chain if not fuller or any(_same_person(parts, known) for known in fuller) else None

    def _mistaken(self, surname: str) -> Chain | None:
        """Who a headline names by surname alone, and the parser took for a body."""
        chain = self._names.get(surname)
        if chain is None or chain.kind != "organisation" or chain.plural or self._directory.body(surname):
            return None
        return chain if all(" " not in name for name in chain.names) else None

    def _by_part(self, mention: Mention, key: str, recent: list[Chain]) -> Chain | None:
        person = self._parts.get(without_article(key))
        if person is not None and mention.kind in _NAMELIKE:
            return person
        return _sharing(mention, {key}, recent) if mention.heads else None

    def _by_words(self, mention: Mention, parts: list[str], recent: list[Chain]) -> Chain | None:
        short = self._names.get(_initials(" ".join(part.title() for part in parts if part not in _SMALL)))
        if short is not None and any(name.isupper() for name in short.names) and same_kind(short, mention):
            return short
        return _sharing(mention, set(parts), recent)


def _initials(name: str) -> str:
    """Initials in lower case, with a space in front of a single one, so that it stands for nobody."""
    letters = "".join(part[0] for part in name.split() if part[:1].isupper()).lower()
    return letters if len(letters) > 1 else f" {letters}"


def _same_person(one: list[str], other: list[str]) -> bool:
    """Same surname given: one name ends in the other ("Abdel Marr", "Sami Abdel Marr"), or the first names agree."""
    short, long = sorted(([without_article(part) for part in name] for name in (one, other)), key=len)
    if long[-len(short) :] == short:
        return True
    initial, first = sorted((short[0], long[0]), key=len)
    return initial == first or (len(initial) == 1 and first.startswith(initial))


def _sharing(mention: Mention, mine: set[str], recent: list[Chain]) -> Chain | None:
    """A body whose shorter name stands within the longer."""
    if mention.kind not in BODIES:
        return None
    for chain in recent:
        if chain.kind in BODIES and not chain.plural:
            for name in chain.names:
                theirs = set(name_key(name).split())
                if mine < theirs or (theirs < mine and len(theirs) > 1):
                    return chain
    return None


def _respelt(mention: Mention, parts: list[str], recent: list[Chain]) -> Chain | None:
    """Who bears the name in another spelling, where more than likeness says so.

    That is a word of the name that is the same ("the Haqani network"), or a title ("Colonel Gadhafi").
    """
    for chain in recent:
        if chain.plural or chain.kind == "state" or not same_kind(chain, mention):
            continue
        titled = bool(set(mention.heads) & chain.heads)
        if any(_is_spelling(parts, name_key(name).split(), titled=titled) for name in chain.names):
            return chain
    return None


def _is_spelling(one: list[str], other: list[str], *, titled: bool) -> bool:
    """Whether two names are spellings of one: word by word, or by surname where one is named by it and a title."""
    if titled and 1 in (len(one), len(other)):
        one, other = one[-1:], other[-1:]
    one, other = [without_article(part) for part in one], [without_article(part) for part in other]
    sure = titled or bool(set(one) & set(other) - _SMALL)
    return sure and len(one) == len(other) and all(map(alike, one, other))
