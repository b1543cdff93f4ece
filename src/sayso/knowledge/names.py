"""What names are looked up by."""

from __future__ import annotations

from sayso.knowledge.states import plain


def name_key(name: str) -> str:
    """A name to look up by: lower case, without article, diacritics, full stops and white space that says nothing.

    >>> name_key("The  U.N.")
    'un'
    """
    return " ".join(plain(name).lower().replace(".", "").rstrip("'").split()) or name.lower()
