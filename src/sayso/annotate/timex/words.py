"""The words of time, each under the symbol that the grammar reads it as; the lists stand in ``lexicon/times.toml``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any, NamedTuple

from spacy.tokens import Token

_NUMERIC = re.compile(
    r"(?P<clock>[012]?\d:[0-5]\d(?::[0-5]\d)?)|(?P<dotted>[012]?\d\.[0-5]\d)|(?P<date>\d{1,2}/\d{1,2}/\d{2,4}|\d{4}[-/]\d\d[-/]\d\d)"
    r"|(?P<decade>(?:1[5-9]|20)\d0[’']?s|[’']?\d0[’']?s)|(?P<year>(?:1[0-9]|20)\d\d)|(?P<short>[’']\d\d)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th))|(?P<day>0?[1-9]|[12]\d|3[01])|(?P<number>\d{1,4})"
    r"|mid-(?P<mid_decade>(?:1[5-9]|20)\d0[’']?s|[’']?\d0[’']?s)|mid-(?P<mid_year>(?:1[5-9]|20)\d\d)"
)
_SYMBOLS = {
    "clock": "C",
    "dotted": "c",
    "date": "9",
    "decade": "8",
    "mid_decade": "6",
    "year": "Y",
    "mid_year": "y",
    "short": "Y",
    "ordinal": "o",
    "day": "d",
    "number": "n",
}
_NOT_TIMES = {"may": {"MD"}, "second": {"RB"}, "fall": {"VB", "VBP"}, "spring": {"VB", "VBP"}, "march": {"VB", "VBP"}}
_NAMED_LIKE = frozenset({"march", "may", "august", "sun", "sat", "mon", "wed", "jan", "mar", "dec"})


class Word(NamedTuple):
    """A token as the grammar sees it: its symbol, what it says, and its place among the tokens of the Doc."""

    symbol: str
    value: int | str
    place: int


def word_of(token: Token) -> Word | None:
    """The word of time that ``token`` is, None for any other word."""
    lower = token.lower_
    if lower[0].isdigit() or lower[0] in "'’" or lower.startswith("mid"):
        return (_known().get(lower) and _named(token, lower)) or _numeric(token, lower)
    return _named(token, lower.rstrip(".") if lower.rstrip(".") in _known() else lower)


def _named(token: Token, lower: str) -> Word | None:
    known = _known().get(lower)
    if known is None or token.tag_ in _NOT_TIMES.get(lower, ()):
        return None
    symbol, value = known
    if (symbol in "MW" and not token.text[0].isupper()) or (lower in _NAMED_LIKE and token.ent_type_ == "PERSON"):
        return None
    return Word(symbol, value, token.i)


def _numeric(token: Token, lower: str) -> Word | None:
    form = _NUMERIC.fullmatch(lower)
    if form is None or form.lastgroup is None:
        return None
    symbol = _SYMBOLS[form.lastgroup]
    digits = re.sub(r"\D", "", lower)
    if symbol in "Cc9":
        return Word(symbol, lower, token.i)
    if symbol in "86":
        return Word(symbol, int(digits) // 10, token.i)
    return Word(symbol, int(digits) + (1900 if form.lastgroup == "short" else 0), token.i)


@cache
def _known() -> dict[str, tuple[str, int | str]]:
    """Every word with its symbol and value; of two lists that hold a word the first counts."""
    known: dict[str, tuple[str, int | str]] = {}
    for group in lexicon().values():
        for word, value in group.get("words", {}).items():
            known.setdefault(word, (group["symbol"], value))
    return known


@cache
def governing(kind: str) -> frozenset[str]:
    """The words of ``kind`` (future, saying, modals, until) that tell on which side of publication a day lies."""
    return frozenset(lexicon()["governing"][kind])


@cache
def lexicon() -> dict[str, dict[str, Any]]:
    """The lists as they stand in the file."""
    return loads(files("sayso.annotate").joinpath("lexicon/times.toml").read_text(encoding="utf-8"))
