"""Write src/sayso/resolve/stories/rarity.tsv: how rare the commoner English words are.

    pip install wordfreq && python training/stories/rarity.py

One line a rarity, in quarters of a power of ten below one word in ten; after it the words, folded as sayso compares
them. Words that wordfreq (Speer 2022; data CC BY-SA 4.0) has seen less than once in a million are left out: what the
file does not have is rarer than anything in it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from sayso.resolve.stories.terms import stem
from sayso.resolve.words import words_of

TABLE = Path(__file__).parents[2] / "src/sayso/resolve/stories/rarity.tsv"
LEAST, STEPS = 1e-6, 4
WORD = re.compile(r"[^\W\d_]{2,}")


def main() -> None:
    """Add up the frequencies of words that are folded alike and write the table."""
    frequencies: dict[str, float] = defaultdict(float)
    for said, frequency in get_frequency_dict("en", "large").items():
        words = words_of(said)
        if len(words) == 1 and WORD.fullmatch(words[0].folded):
            frequencies[stem(words[0].folded)] += frequency
    lines: dict[int, list[str]] = defaultdict(list)
    for word, frequency in frequencies.items():
        if frequency >= LEAST:
            lines[max(0, round(-STEPS * (math.log10(frequency) + 1)))].append(word)
    table = (f"{rarity}\t{' '.join(sorted(words))}\n" for rarity, words in sorted(lines.items()))
    TABLE.write_text("".join(table), encoding="utf-8")


if __name__ == "__main__":
    main()
