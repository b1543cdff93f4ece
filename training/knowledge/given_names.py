"""Makes src/sayso/knowledge/given_names.toml: `python training/knowledge/given_names.py FOLDER`.

FOLDER holds `dist.male.first` and `dist.female.first` of the United States Census of 1990 (public domain), as the
package `names` 0.3 (MIT) carries them: a name, how many in a hundred bear it, and more. A name is kept for a gender
where at least 97 of 100 who bear it have it. Left out are syllables that stand first in East Asian names as surnames:
there they tell nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).parents[2] / "src/sayso/knowledge/given_names.toml"
LEAST = 0.97
SURNAMES = frozenset({
    "an", "bo", "chi", "chong", "chun", "dong", "han", "ho", "hong", "hui", "in", "ji", "jin", "jung", "kim", "kum",
    "kyong", "lan", "lee", "li", "lin", "long", "ma", "man", "mi", "min", "my", "na", "ok", "pa", "park", "see",
    "sha", "shan", "so", "song", "soo", "su", "sun", "sung", "tai", "tam", "tu", "un", "wan", "wei", "xiao", "yang",
    "yi", "yong", "young", "yu", "yuan", "yun", "yung",
})  # fmt: skip


def main(folder: Path) -> None:
    """Write the two lists."""
    shares = {gender: _shares(folder / f"dist.{gender}.first") for gender in ("male", "female")}
    lines = ["# Made by training/knowledge/given_names.py from the United States Census of 1990 (public domain)."]
    for gender, other in (("male", "female"), ("female", "male")):
        kept = [
            name
            for name, share in shares[gender].items()
            if name not in SURNAMES and share >= LEAST * (share + shares[other].get(name, 0.0))
        ]
        lines.append(f'{gender} = "{" ".join(sorted(kept))}"')
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _shares(file: Path) -> dict[str, float]:
    rows = (line.split() for line in file.read_text(encoding="ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if row}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
