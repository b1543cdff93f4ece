"""The words that describe a source, to be compared; and the body that a spokesperson speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import dropwhile

from sayso.knowledge.names import name_key
from sayso.resolve.actors.identity import identity
from sayso.resolve.gist import Party

_ARTICLES = frozenset({"a", "an", "the"})
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokeswomen", "spokespersons"})
_HEADS = frozenset({"director", "head", "chairman", "chairwoman", "chief", "founder"})
_DESCRIBES = re.compile(r"-(?:based|linked|backed|led|run|owned|affiliated)$")
_NAME_WORDS = 2
_LINKS = frozenset({"for", "of", "at", "with"})


def description(name: str) -> str:
    """The words of a source, folded, without the article.

    >>> description("A senior U.S. official") == description("the senior US official")
    True
    """
    words = name_key(re.sub(r"[-–]", " ", name)).split()
    return " ".join(words[1:] if words[0] in _ARTICLES and len(words) > 1 else words) if words else ""


def mid_sentence(name: str) -> str:
    """A name as it stands inside a sentence.

    >>> mid_sentence("A Harbour Guard spokesman")
    'a Harbour Guard spokesman'
    """
    return re.sub(r"^(A|An|The)(?= )", lambda article: article[0].lower(), name)


def speaks_for(party: Party, others: Iterable[Party], who: Mapping[str, str]) -> str | None:
    """The identity of the body whose word a spokesperson's is, or that of its head; None where the words name none.

    A head speaks for a body only where the report knows it by that name: ``others`` are the parties of the report,
    ``who`` the identities of the named ones by their ids.

    >>> quay = Party("a1", "a Harbour Guard spokesman", ("a Harbour Guard spokesman",), "person", "unnamed", None, None)
    >>> speaks_for(quay, (), {})
    'body:harbour guard'
    """
    if party.kind != "person":
        return None
    for name in sorted({party.name, *party.names}, key=lambda name: (-len(name), name)):
        title, body = _office(name)
        if body:
            known = (who[other.id] for other in others if other.id in who and body in map(description, other.names))
            return next(known, None) or (_body(party, name) if title in _SPEAKERS else None)
    return None


def bare_body(party: Party) -> str | None:
    """The identity of a body by its name without what describes it; None where nothing does.

    >>> bare_body(Party("a1", "the Tarn-based Harbour Watch", (), "organisation", "named", None, None))
    'body:harbour watch'
    """
    if party.kind in ("person", "people", "state"):
        return None
    words = [word for word in party.name.split() if word.lower() not in _ARTICLES]
    name = list(dropwhile(lambda word: word[:1].islower() or _DESCRIBES.search(word), words))
    if len(name) == len(words) or sum(word[:1].isupper() for word in name) < _NAME_WORDS:
        return None
    bare = " ".join(name)
    return identity(replace(party, name=bare, names=(bare,), standing="named"))


def _body(party: Party, name: str) -> str | None:
    """The identity of the body in the words, where it is named by a name or its country is known."""
    body = " ".join(_around(name)[1])
    if not any(word[:1].isupper() for word in body.split()) and not party.country:
        return None
    return identity(replace(party, name=body, names=(body,), kind="institution", standing="named"))


def _office(name: str) -> tuple[str, str]:
    """The word for who speaks, and the body's words, folded; both empty where there are none."""
    title, body = _around(name)
    return title, description(" ".join(body)) if body else ""


def _around(name: str) -> tuple[str, list[str]]:
    """The first word for who speaks for a body, and the words of the body before it, else those after "of"."""
    words = name.split()
    at = next((place for place, word in enumerate(words) if word.lower() in _SPEAKERS | _HEADS), None)
    if at is None:
        return "", []
    before = [word for word in words[:at] if word.lower() not in _ARTICLES]
    follows = words[at + 1 :]
    after = follows[1:] if follows and follows[0].lower() in _LINKS else []
    return words[at].lower(), after or before
