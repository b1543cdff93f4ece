"""What is kept of a report to tell which story it tells."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sayso.model.findings import Findings
from sayso.resolve.stories.terms import rarity, stem
from sayso.resolve.words import words_of

MOST_TERMS: Final = 40
_LEAD = 200
_COMMON = 8
_NAME = 1.25
_SHORTEST, _SHORTEST_NUMBER = 2, 3
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class StorySketch:
    """Weighted terms of a report, the weightiest first; their squares add up to one."""

    terms: tuple[tuple[str, float], ...]


def sketch_story(findings: Findings) -> StorySketch:
    """The terms of the headline and the first 200 words.

    A term is the stem of a word that is not among the commonest; it weighs the more, the rarer it is and the oftener
    it stands there (Salton and Buckley 1988), and a quarter more where it is written with a capital or belongs to a
    named actor.
    """
    report = findings.report
    words = [*words_of(report.title or ""), *words_of(report.text)[:_LEAD]]
    named = _letters(findings)
    counts = Counter(stem(word.folded) for word in words)
    names = {stem(word.folded) for word in words if word.particular}
    names |= {stem(word.folded) for word in words_of(report.text)[:_LEAD] if word.start in named}
    weighed = {term: _weight(term, count, term in names) for term, count in counts.items() if tells(term)}
    best = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]
    length = math.sqrt(math.fsum(weight * weight for _, weight in best))
    return StorySketch(tuple((term, round(weight / length, 4)) for term, weight in best))


def tells(term: str) -> bool:
    """Can the term tell one story from another? Not a common word, a small number or a year of our time."""
    if term.isdigit():
        return len(term) >= _SHORTEST_NUMBER and not _YEAR.fullmatch(term)
    return len(term) >= _SHORTEST and rarity(term) >= _COMMON


def _weight(term: str, count: int, name: bool) -> float:
    return (1 + math.log(count)) * rarity(term) * (_NAME if name else 1.0)


def _letters(findings: Findings) -> set[int]:
    """Where the letters of named actors stand in the text."""
    spans = (span for actor in findings.actors if actor.standing == "named" for span in actor.mentions)
    return {at for span in spans for at in range(span.start, span.end)}
