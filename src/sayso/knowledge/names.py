"""What names are looked up by."""

from __future__ import annotations

import re

from sayso.knowledge.states import plain

_ARTICLE = re.compile(r"^(?:a[dlnrstz]|ash|el|ul)-(?=\w{2})")


def name_key(name: str) -> str:
    """A name to look up by: lower case, without article, diacritics, full stops and white space that says nothing.

    >>> name_key("The  U.N.")
    'un'
    """
    return " ".join(plain(name).lower().replace(".", "").rstrip("'").split()) or name.lower()


def without_article(part: str) -> str:
    """A part of a key without the Arabic article before it ("al-", "el-", "ash-"), which papers print or leave out.

    >>> without_article("al-marri"), without_article("ali")
    ('marri', 'ali')
    """
    return _ARTICLE.sub("", part)
