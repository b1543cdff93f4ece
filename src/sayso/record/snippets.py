"""The words around what was looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.record.lexemes import Token, tokens
from sayso.record.wording import Phrase, Wanted

_WORDS = 24


class _Found(NamedTuple):
    """The phrase number ``phrase`` is at the tokens [first, last]."""

    first: int
    last: int
    phrase: int


def snippet(texts: Iterable[str | None], wanted: Wanted) -> str:
    """`_WORDS` words of the text that has most of what is wanted closest together, each phrase in [[brackets]].

    >>> snippet(["Talks", "Talks of Orsk failed"], Wanted((Phrase("orsk"), Phrase("talk", True))))
    '[[Talks]] of [[Orsk]] failed'
    """
    best: tuple[int, str, list[Token], list[_Found]] = (0, "", [], [])
    for text in texts:
        words = list(tokens(text or ""))
        found = _densest(list(_find(words, wanted.phrases)))
        different = len({one.phrase for one in found})
        if text and different > best[0]:
            best = different, text, words, found
    _, text, words, found = best
    return _marked(text, words, found) if found else ""


def _find(words: list[Token], phrases: Iterable[Phrase]) -> Iterator[_Found]:
    for number, phrase in enumerate(phrases):
        *before, last = [token.word for token in tokens(phrase.words)]
        for first in range(len(words) - len(before)):
            end = words[first + len(before)].word
            fits = end.startswith(last) if phrase.beginning else end == last
            if fits and [token.word for token in words[first : first + len(before)]] == before:
                yield _Found(first, first + len(before), number)


def _densest(found: list[_Found]) -> list[_Found]:
    """Those within `_WORDS` words of one of them that has most others after it."""
    found.sort()
    windows = [[other for other in found[at:] if other.last < one.first + _WORDS] for at, one in enumerate(found)]
    return max(windows, key=lambda window: (len({one.phrase for one in window}), len(window)), default=[])


def _marked(text: str, words: list[Token], found: list[_Found]) -> str:
    first = max(0, min(found[0].first - (_WORDS - found[-1].last + found[0].first) // 2, len(words) - _WORDS))
    last = min(first + _WORDS, len(words)) - 1
    start = words[first].start if first else 0
    end = words[last].end if last < len(words) - 1 else len(text)
    parts, at = ["…" if first else ""], start
    for one in found:
        if words[one.first].start >= at:
            parts += [text[at : words[one.first].start], "[[", text[words[one.first].start : words[one.last].end], "]]"]
            at = words[one.last].end
    return "".join([*parts, text[at:end], "…" if last < len(words) - 1 else ""])
