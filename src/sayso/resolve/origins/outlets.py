"""Outlets by one name, whatever a report calls them: "the WSJ", "Wall Street Journal", wsj.com."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from sayso.knowledge.names import name_key, without_article
from sayso.knowledge.states import name_of_state
from sayso.resolve.gist import Party

_KINDS = frozenset(
    {
        "agency",
        "news",
        "newspaper",
        "newswire",
        "daily",
        "weekly",
        "magazine",
        "television",
        "tv",
        "channel",
        "radio",
        "site",
    }
)
_LEADING = frozenset({"the", "a", "an", "state", "official"})
"""First words of a description, which a sentence may begin with."""
_HOST = re.compile(r"(?:www\d?|m|en|amp)\.(?=[^.]+\.)")
_MANY = 4096


@lru_cache(maxsize=_MANY)
def outlet_key(name: str) -> str:
    """What an outlet is compared by: its best name where it is known, without article and words for a kind of outlet.

    >>> outlet_key("WSJ") == outlet_key("the Wall Street Journal") == outlet_key("www.wsj.com")
    True
    >>> outlet_key("The Harbour Times newspaper"), outlet_key("al-Marsa"), outlet_key("almarsa")
    ('harbourtimes', 'marsa', 'marsa')
    """
    key = name_key(name.strip().strip(" “”\"'‘’()"))
    words = _HOST.sub("", name.strip().lower()).split() if "." in name else key.split()
    known = _known().get(" ".join(words)) or _known().get(key)
    if known is not None:
        return known
    bare = [word for word in key.split() if word not in _KINDS] or key.split()
    known = _known().get(" ".join(bare))
    return known or _squeezed(" ".join(bare))


@lru_cache(maxsize=_MANY)
def outlet_of(name: str | None, url: str | None) -> str | None:
    """The key of a report's outlet: by its name, else by its address; None where neither is known.

    >>> outlet_of(None, "https://www.wsj.com/articles/a")
    'wallstreetjournal'
    """
    found = outlet_name(name, url)
    return outlet_key(found) if found else None


def outlet_name(name: str | None, url: str | None) -> str | None:
    """The name of a report's outlet, the best of a known one; else the host of its address."""
    host = urlsplit(url).hostname if url and not name else None
    return best_name(name or _HOST.sub("", host or "")) or None


def party_outlet(party: Party) -> str:
    """The key of an outlet by the names that one report gives it: a known one decides, else the longest.

    >>> party_outlet(Party("a1", "Harbour Times", ("HT", "Harbour Times"), "media", "named", None, None))
    'harbourtimes'
    """
    names = sorted(
        {party.name, *(name for name in party.names if name[:1].isupper())}, key=lambda name: (-len(name), name)
    )
    known = (outlet_key(name) for name in names if is_known(name))
    return next(known, None) or outlet_key(party.name)


def is_known(name: str) -> bool:
    """Whether it is a name of an outlet that is known by several."""
    return outlet_key(name) in _best()


def best_name(name: str) -> str:
    """The best name of a known outlet; else the name itself, without the article.

    >>> best_name("wsj"), best_name("the Harbour Times")
    ('The Wall Street Journal', 'Harbour Times')
    """
    return _best().get(outlet_key(name)) or re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)


def name_within(description: str) -> str | None:
    """The outlet's name in words that describe it by its kind; None where they have none.

    >>> name_within("the official SANA news agency"), name_within("the Kenyan state news agency")
    ('SANA', None)
    """
    words = description.split()
    if _KINDS.isdisjoint(word.lower() for word in words):
        return None
    names = [word for word in words[words[0].lower() in _LEADING :] if word[:1].isupper() and _may_name(word)]
    return " ".join(names) or None


def _may_name(word: str) -> bool:
    """Not a nation, nor what an outlet is tied to ("Front-linked")."""
    return "-" not in word and word.lower() not in _KINDS and name_of_state(word) is None


def _squeezed(name: str) -> str:
    """Its letters and digits, without an Arabic article: papers print "al-Manar", "Al Manar", "Almanar" and "Manar"."""
    letters = re.sub(r"\W", "", "".join(without_article(word) for word in name_key(name).split() if word != "the"))
    return re.sub(r"^al(?=\w{4})", "", letters) or name


@cache
def _known() -> dict[str, str]:
    table: dict[str, str] = {}
    for best, others in _table().items():
        for name in (best, *others):
            table[name.lower()] = table[name_key(name)] = _squeezed(best)
    return table


@cache
def _best() -> dict[str, str]:
    return {_squeezed(best): best for best in _table()}


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files("sayso.resolve.origins").joinpath("outlets.toml").read_text(encoding="utf-8"))
