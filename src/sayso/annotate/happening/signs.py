"""Signs of status: what stands in and above the clause of a happening, as the fitted status head reads it.

A sign is a string, there or not there: the word's own form, what stands beside it, and the words above it with how it
hangs on them. The weights of ``lexicon/status_head.json`` are sums over such signs (`training/status`).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.model.event import Status

_BESIDE = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "det", "amod", "prt", "expl", "cc", "preconj", "poss"})
_DOWN = frozenset({"xcomp", "ccomp", "dobj", "prep", "advcl"})
_HIGHEST = 3


def signs(word: Token, bearer: Token | None, ruled: Status) -> Iterator[str]:
    """The signs of the status of what ``word`` names; ``ruled`` is what the cue rules say."""
    yield f"rule={ruled}"
    yield f"rule={ruled}|tag={word.tag_}"
    yield f"rule={ruled}|dep={word.dep_}"
    yield f"word={word.lemma_.lower()}"
    verb = bearer or word
    if bearer is not None:
        yield f"bearer={bearer.lemma_.lower()}"
        yield from (f"noun.{sign}" for sign in _beside(word))
    yield from _beside(verb)
    yield from _above(verb)
    last = word.sent[-1] if len(word.sent) else word
    if last.text == "?":
        yield "question"


def _beside(word: Token) -> Iterator[str]:
    yield f"tag={word.tag_}"
    yield f"dep={word.dep_}"
    for child in word.children:
        if child.dep_ in _BESIDE:
            yield f"{child.dep_}={child.lower_}"
        elif child.dep_ in _DOWN:
            yield f"has={child.dep_}"
            if child.dep_ == "advcl":
                yield from (f"advcl={mark.lower_}" for mark in child.lefts if mark.dep_ in ("mark", "advmod"))


def _above(word: Token) -> Iterator[str]:
    """What the word hangs on, up to three words up; a preposition counts as part of the way."""
    way = word.dep_
    for height in range(1, _HIGHEST + 1):
        above = word.head
        if above == word:
            yield f"top={height - 1}"
            return
        yield f"up{height}={way}:{above.lemma_.lower()}"
        yield f"way{height}={way}:{above.pos_}"
        for child in above.children:
            if child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ == "MD") or child.dep_ == "mark":
                yield f"up{height}.{child.dep_}={child.lower_}"
        yield f"up{height}.tag={above.tag_}"
        way, word = f"{way}<{above.dep_}", above
