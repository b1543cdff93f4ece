"""What a person looks for -> an expression of FTS5, in which every word is quoted: nothing in it is syntax.

See https://www.sqlite.org/fts5.html#full_text_query_syntax.
"""

from __future__ import annotations

import re

from sayso.errors import UsageError

MOST_WORDS = 64
_UNSTORED = re.compile("[\0\ud800-\udfff]")
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def words_query(words: str) -> str:
    """All of the words, "exact phrases" and beginnings*, and none of those with a hyphen before them.

    UsageError where no word is left to look for.

    >>> words_query('talks "Orsk Front" ship* -gold')
    '("talks" AND "Orsk Front" AND "ship" *) NOT ("gold")'
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for part in _PART.finditer(_UNSTORED.sub(" ", words)):
        found = part["word"] or part["phrase"] or ""
        if any(letter.isalnum() for letter in found):
            beginning = " *" if part["word"] and found.endswith("*") else ""
            (unwanted if part["minus"] else wanted).append(_quoted(found.rstrip("*")) + beginning)
    if not wanted:
        raise UsageError(f"{words!r}: no word to look for")
    if len(wanted) + len(unwanted) > MOST_WORDS:
        raise UsageError(f"more than {MOST_WORDS} words to look for")
    without = f" NOT ({' OR '.join(unwanted)})" if unwanted else ""
    return f"({' AND '.join(wanted)}){without}"


def name_query(name: str) -> str:
    """The words of a name, one after the other; UsageError where there is none.

    >>> name_query("Orsk OR *")
    '"Orsk OR *"'
    """
    if not any(letter.isalnum() for letter in name):
        raise UsageError(f"{name!r}: no name to look for")
    return _quoted(_UNSTORED.sub(" ", name))


def within(columns: str, query: str) -> str:
    """The query, of these columns (names with a space between them) only."""
    return f"{{{columns}}} : ({query})"


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'
