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
_LONGEST_FEAST = 5
_APOSTROPHES = frozenset("'’‘")
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_SPOKEN = re.compile(r"(?P<unit>tU)?(?P<year>nn(?:-?n)?)(?!-?[nUVd])")
_GLUED = re.compile(r"(?P<month>[A-Z][a-z]+)[-–](?P<day>[0-9]{1,2})")
_FAR_AHEAD = re.compile(r"(?:M[do]|[do]M),?n")
_SHORTENED = re.compile(r"(?<!-)Y-[dn](?![-UVM])")
_NOT_TIMES = {"may": {"MD"}, "second": {"RB"}, "fall": {"VB", "VBP"}, "spring": {"VB", "VBP"}, "march": {"VB", "VBP"}}
_NAMED_LIKE = frozenset({"march", "may", "august", "sun", "sat", "mon", "wed", "jan", "mar", "dec"})


class Word(NamedTuple):
    """A token, or a run of them, as the grammar sees it: its symbol, what it says, and its tokens ``[place, end)``."""

    symbol: str
    value: int | str
    place: int
    end: int


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
    return Word(symbol, value, token.i, token.i + 1)


def _numeric(token: Token, lower: str) -> Word | None:
    form = _NUMERIC.fullmatch(lower)
    if form is None or form.lastgroup is None:
        return None
    symbol = _SYMBOLS[form.lastgroup]
    digits = re.sub(r"\D", "", lower)
    if symbol in "Cc9":
        return Word(symbol, lower, token.i, token.i + 1)
    if symbol in "86":
        return Word(symbol, int(digits) // 10, token.i, token.i + 1)
    return Word(symbol, int(digits), token.i, token.i + 1)


def words_of(tokens: list[Token]) -> list[Word]:
    """The words of a sentence; names of feasts and years that are spelt out are one word each."""
    found: list[Word] = []
    firsts, taken = _first_words(), 0
    for place, token in enumerate(tokens):
        if token.i < taken:
            continue
        lower = token.lower_
        word = _feast_at(tokens, place) if lower in firsts else None
        if lower in _APOSTROPHES:
            word = _short_year_at(tokens, place)
        glued = _GLUED.fullmatch(token.text) if "-" in lower or "–" in lower else None
        if glued and (ends := _ends_of(glued, token)):
            found += ends
            continue
        word = word or word_of(token) or Word("j" if token.pos_ == "ADJ" else ".", 0, token.i, token.i + 1)
        found.append(word)
        taken = word.end
    return _with_short_years(_with_spoken_years(found))


def _ends_of(glued: re.Match[str], token: Token) -> list[Word]:
    """The words of the ends of a range that are one token: "17 August-2 September"."""
    month = _known().get(glued["month"].lower(), ("", 0))
    if month[0] != "M":
        return []
    ends = (month, ("~", 0), ("d", int(glued["day"])))
    return [Word(symbol, value, token.i, token.i + 1) for symbol, value in ends]


def _with_short_years(words: list[Word]) -> list[Word]:
    """The second year of "1958-59" as a year in full, and one far ahead as the year of the day before it."""
    for match in _FAR_AHEAD.finditer("".join(word.symbol for word in words)):
        far = words[match.end() - 1]
        if 1000 <= int(far.value) <= 9999:
            words[match.end() - 1] = far._replace(symbol="Y")
    for match in _SHORTENED.finditer("".join(word.symbol for word in words)):
        first, short = words[match.start()], words[match.end() - 1]
        year = int(first.value) // 100 * 100 + int(short.value)
        if year > int(first.value) and short.value != 0:
            words[match.end() - 1] = Word("Y", year, short.place, short.end)
    return words


def _short_year_at(tokens: list[Token], place: int) -> Word | None:
    """A year of two digits whose apostrophe is a token of its own: "'07"."""
    first, then = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    if then is None or first.whitespace_ or not _TWO_DIGITS.fullmatch(then.text):
        return None
    return Word("Y", int(then.text), first.i, then.i + 1)


def _feast_at(tokens: list[Token], place: int) -> Word | None:
    """The feast whose name begins at ``place``."""
    first = tokens[place]
    if first.text[0].isupper():
        for length in range(min(_LONGEST_FEAST, len(tokens) - place), 0, -1):
            run = tokens[place : place + length]
            rule = feasts().get("".join(token.lower_ + token.whitespace_ for token in run).strip().replace("’", "'"))
            if rule:
                return Word("B", rule, first.i, run[-1].i + 1)
    return None


def _with_spoken_years(words: list[Word]) -> list[Word]:
    """ "nineteen ninety-six" and "the year two thousand" as one word: a year."""
    symbols = "".join(word.symbol for word in words)
    if "nn" not in symbols:
        return words
    for match in reversed(list(_SPOKEN.finditer(symbols))):
        start, stop = match.span("year")
        year = _spoken_year([int(word.value) for word in words[start:stop] if word.symbol == "n"], match["unit"])
        if year:
            words[start:stop] = [Word("Y", year, words[start].place, words[stop - 1].end)]
    return words


def _spoken_year(numbers: list[int], unit: str | None) -> int | None:
    first, second, *rest = numbers
    if first in (18, 19, 20) and 10 <= second < 100 and sum(rest) < 10 and (not rest or second % 10 == 0):
        return first * 100 + second + sum(rest)
    if unit and (first, second) == (2, 1000) and sum(rest) < 100:
        return 2000 + sum(rest)
    return None


@cache
def feasts() -> dict[str, str]:
    """The rule for each feast, by its names in lower case."""
    return {name: rule for rule, names in lexicon()["feasts"].items() for name in names}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[ '-]", name)[0] for name in feasts())


@cache
def _known() -> dict[str, tuple[str, int | str]]:
    """Every word with its symbol and value; of two lists that hold a word the first counts."""
    known: dict[str, tuple[str, int | str]] = {}
    for group in lexicon().values():
        if "symbol" not in group:
            continue
        for word, value in group["words"].items():
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
