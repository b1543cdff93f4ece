"""The grammar of time expressions: one regular expression over the symbols of a sentence's words.

Every word is one character (`timex.words`; ``.`` is a word that is none of time), so that a rule reads as the phrase
does: ``MdY`` is "October 5 2011". Rules stand in the order in which they are tried; the expression is linear, because
no repetition holds another and all of them are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from sayso.annotate.timex.words import Word, words_of

_NUMBER = r"[dn](?:-?n){0,3}"
_PART = r"(?:t?[EIZ]-?[fi]?|[el][fi]?)?"
_MONTH_DAY = r"(?:Mt?[do]|t?[do]f?M)"
_DAY = rf"(?:(?:W,?)?{_MONTH_DAY}(?:[,f]?Y)?|[HLGX]?W|T)"
_COUNT = rf"(?:{_NUMBER}(?:&?a?w)?)"
_CLOCK = r"(?:CA?|[cd]A|O)"
_MORE = r"(?:p|\+h|@_)?"

RULES = {
    "era": r"(?:t?UYb|Yb|t?bUY)",
    "feast": rf"{_PART}[HLGX]?B(?:[,f]?Y|[HLGX]U)?",
    "numeric": r"9|Y-d-d",
    "clock": rf"p?(?:{_DAY},?[@p]?)?{_CLOCK}z?(?:[,u]?u?{_DAY}|tXU)?",
    "part_of_day": rf"(?:t?[EIZ]-?)?(?:tP[fu]?{_DAY}|P[fu]{_DAY}|{_DAY},?[EIZ]?-?P|t?[HLX]P|tP)|[EIZ]-?P{_DAY}|I-?P|N",
    "days": r"(?:Md-d|d-dM|dM~dM)(?:,?Y)?",
    "week_of": rf"t?Uf{_MONTH_DAY}(?:[,f]?Y)?",
    "day": rf"{_PART}[HLGX]?(?:W,?)?{_MONTH_DAY}(?:[,f]?Y)?",
    "month": rf"{_PART}(?:M[,f]?Y|M[,f]?[HLX]U|t?[HLGX]M|M)",
    "the_year": r"tUY",
    "quarter": rf"{_PART}(?:tYo-?[Uw]|[HLX]Uso-?U|t?U-[ge]o-?U|t?o-?[Uw](?:[fi]?(?:Y|[tHLX]U))?)",
    "season": rf"{_PART}t?[HLGX]{{0,2}}S(?:[f,]?Y)?",
    "ago": rf"{_MORE}(?:{_COUNT}|a?qf?|a|t)?-?[UV]-?[gle<>](?:-?[UD])?",
    "every": r"v[on]?(?:U|V|W|M|S|P)",
    "span": rf"t?(?:[LGXrH]|[LGX]r)a?{_MORE}(?:{_NUMBER}|qf?)[UV]|t?[LGXr]V|t?GU",
    "relative": rf"{_PART}(?:(?:tH|tL|tX|[HLXKt]|tk|tK|HG)F?U|tkD|t?U[-s]?Z|T)",
    "decade": rf"{_PART}t?8|t?6",
    "weekday": rf"{_PART}[HLGX]{{0,2}}W",
    "duration": rf"{_MORE}(?:t)?(?:{_COUNT}-?[j+]?|a?qf?|a)-?[UV]|V",
    "year": rf"{_PART}F?Y|y",
    "often": r"Q",
    "vague": r"=V|R|K|r|t?J|tG",
}
_EXPRESSION = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()))

_OTHER_END = re.compile(rf"[-&.](?:{_MONTH_DAY}|M)[,f]?Y")
"""``- 4 August 1952``: what follows the first end of a range and names the year of both."""


_EDITORIAL = frozenset("[]")
"""Brackets around what an editor put into a quotation: "[Ten] years ago"."""


class Expression(NamedTuple):
    """A time expression: the rule that found it, its words, and the year that the other end of a range lends it."""

    rule: str
    words: tuple[Word, ...]
    lent: tuple[Word, ...] = ()

    def say(self, symbols: str) -> int | str | None:
        """What the first word of one of ``symbols`` says."""
        return next((word.value for word in (*self.words, *self.lent) if word.symbol in symbols), None)

    def number(self, symbols: str) -> int | None:
        """As `say`, where it is a number."""
        value = self.say(symbols)
        return value if isinstance(value, int) else None

    def text(self, symbols: str) -> str | None:
        """As `say`, where it is a text."""
        value = self.say(symbols)
        return value if isinstance(value, str) else None


def expressions(sentence: Span) -> Iterator[Expression]:
    """The time expressions of a sentence, in the order of its words."""
    words = words_of([token for token in sentence if not _is_line_end(token) and token.text not in _EDITORIAL])
    symbols = "".join(word.symbol for word in words)
    for match in _EXPRESSION.finditer(symbols):
        if match.lastgroup:
            year = _OTHER_END.match(symbols, match.end()) if match.lastgroup in ("day", "month") else None
            lent = tuple(words[year.end() - 1 : year.end()]) if year else ()
            yield Expression(match.lastgroup, tuple(words[match.start() : match.end()]), lent)


def _is_line_end(token: Token) -> bool:
    """A single line end inside a sentence is no word; a blank line parts phrases."""
    return token.is_space and token.text.count("\n") < 2
