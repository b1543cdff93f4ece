"""The same named actor in every report: one string for each, and how sure it is that two are one.

Nobody is one with another on likeness alone: the words of the names must be the same after what romanisations differ
in is folded away, and neither country nor kind may speak against it. Who is not named has no identity: an unnamed
source is nobody's double, whatever the words.
"""

from __future__ import annotations

from sayso.knowledge.spelling import alike
from sayso.knowledge.states import name_of_state
from sayso.model.actor import ActorKind
from sayso.resolve.actors.naming import body_words, initials, is_general, person_words
from sayso.resolve.gist import Party

SURNAME = "surname:"
"""How the identity of a person begins who is named by one word: the same only among reports of one story."""
_WHOLE, _PART, _SPELLING, _ACRONYM, _SURNAME = 1.0, 0.9, 0.8, 0.8, 0.7
_ACRONYM_LETTERS = 3
_STATE_SLOTS = 3


def identity(party: Party) -> str | None:
    """The same string for the same named actor in every report; None for who is unnamed or a class of persons.

    States go by country, persons by the words of their name, bodies by theirs, with the country where each state has
    such a body; where that country is not known there is no identity. A person named by one word begins with `SURNAME`.

    >>> identity(Party("a1", "Foreign Ministry", ("Foreign Ministry",), "institution", "named", "PAK", "PAKGOV"))
    'body:PAK:foreign ministry'
    """
    if party.standing != "named" or party.kind == "people":
        return None
    if party.kind == "person":
        words = person_words(party.name)
        return (SURNAME if len(words) == 1 else "person:") + "".join(words) if words else None
    if party.kind == "state":
        return _state(party)
    return _body(party)


def same_party(a: Party, b: Party) -> float | None:
    """How sure it is that two named actors of reports on one matter are one: from 0 to 1; None where one is unnamed.

    >>> whole = Party("a1", "Ada Marlow", ("Ada Marlow",), "person", "named", "GBR", "GBRGOV")
    >>> same_party(whole, Party("a4", "Marlow", ("Mr Marlow",), "person", "named", None, None))
    0.7
    """
    first, second = identity(a), identity(b)
    if first is None or second is None:
        return None
    if first == second:
        return _SURNAME if first.startswith(SURNAME) and not _agree(a, b) else _WHOLE
    if a.kind == b.kind == "person":
        return _same_person(person_words(a.name), person_words(b.name)) if _agree(a, b) else 0.0
    if "person" in (a.kind, b.kind) or "state" in (a.kind, b.kind) or not _agree(a, b):
        return 0.0
    return _same_body(a, b)


def strangers(one: frozenset[str] | set[str], other: frozenset[str] | set[str]) -> bool:
    """Whether two sets of identities on one side of an event have nobody in common, though both name some of a kind.

    A state, its ministry and its minister may stand for each other.

    >>> strangers({"person:adamarlow"}, {"person:benorsk"}), strangers({"person:adamarlow"}, {"state:GBR"})
    (True, False)
    """
    if not one or not other or not one.isdisjoint(other):
        return False
    ours, theirs = ({_kind(name) for name in side} for side in (one, other))
    return bool(ours & theirs)


def _kind(name: str) -> str:
    kind = name.partition(":")[0]
    return "person" if name.startswith(SURNAME) else kind


def _state(party: Party) -> str:
    found = name_of_state(party.name)
    if party.country is not None and len(party.country) == _STATE_SLOTS:
        return f"state:{party.country}"
    return f"state:{found.state.sovereign}" if found else "state:" + " ".join(body_words(party.name))


def _body(party: Party) -> str | None:
    words = body_words(party.name)
    if not words:
        return _state(party)
    if not is_general(words):
        return "body:" + " ".join(words)
    return f"body:{party.country}:{' '.join(words)}" if party.country else None


def _agree(a: Party, b: Party) -> bool:
    """Whether no country speaks against it."""
    return a.country is None or b.country is None or a.country == b.country


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """By a part of the name that ends in the surname ("Marlow", "Ada Jane Marlow"), or by the spelling of a word."""
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if short[-1] == long[-1]:
        if len(short) == 1:
            return _SURNAME
        if _stands_in(short, long):
            return _PART
    return _SPELLING if len(one) == len(other) and _is_spelling(one, other) else 0.0


def _is_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word may be a spelling of the other's, and one, without doubt, is."""
    return bool(set(one) & set(other)) and all(map(alike, one, other))


def _stands_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return short[0] == long[0] and all(word in rest for word in short)


def _same_body(a: Party, b: Party) -> float:
    """By a name that both reports give, or by initials: a report that explains an acronym gives both."""
    ours, theirs = _names(a), _names(b)
    if ours & theirs:
        return _PART
    short, long = sorted((body_words(a.name), body_words(b.name)), key=len)
    if len(short) == 1 and len(long) >= _ACRONYM_LETTERS and short[0] == initials(long):
        return _ACRONYM if _alike(a.kind, b.kind) else 0.0
    coded = a.code is not None and a.code == b.code
    return _SPELLING if coded and len(short) == len(long) and all(map(alike, short, long)) else 0.0


def _names(party: Party) -> set[tuple[str, ...]]:
    """The names proper: those of the mentions that begin with a capital letter, and no general words."""
    named = [body_words(name) for name in (*party.names, party.name) if name.removeprefix("the ")[:1].isupper()]
    return {words for words in named if words and not is_general(words)}


def _alike(one: ActorKind, other: ActorKind) -> bool:
    return one == other or "organisation" in (one, other)
