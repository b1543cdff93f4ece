"""Makes src/sayso/knowledge/known.tsv: `python training/knowledge/phoenix.py FOLDER`.

FOLDER holds the Phoenix actor dictionaries (Open Event Data Alliance, 2014, MIT licence): names of bodies, armed groups
and office holders with CAMEO codes, which are turned into PLOVER's of 2021 here. A line of the table is
`names<TAB>codes<TAB>origin`: names in lower case joined by `|`; a code is `COUNTRY:SECTORS`, with `@FROM-TO` (days as
YYYYMMDD, either side may be missing) where it is dated; the origin is the first letter of the file's own name and the
line of the entry in it ("C45": Phoenix.Countries, line 45).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pycountry

OUT = Path(__file__).parents[2] / "src/sayso/knowledge/known.tsv"
FILES = ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt")
LAST_DAY = "20141231"  # the dictionaries know nothing later
STATES = {country.alpha_3 for country in pycountry.countries} | {"KOS", "SUN", "YUG", "CSK", "DDR"}
OTHER_STATES = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "XKX": "KOS", "SER": "SRB", "GDR": "DDR", "PSX": "PSE"}
SLOTS = ("IGO", "NGO", "IMG", "MNC")
SECTORS = {
    "COP": "COP", "GOV": "GOV", "JUD": "JUD", "LEG": "LEG", "MIL": "MIL", "PTY": "PTY", "REB": "REB", "SPY": "SPY",
    "UAF": "UAF", "INS": "REB", "SEP": "REB", "AGR": "AGR", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU",
    "ELI": "ELI", "MED": "JRN", "LAB": "LAB", "HLH": "MED", "REF": "REF", "OPP": "OPP", "REL": "REL",
}  # fmt: skip
OFFICES = ("GOV", "MIL", "COP", "SPY", "LEG", "JUD", "PTY", "ELI", "REB")
ARMS = ("LEG", "JUD", "SPY", "COP")
TITLES = re.compile(
    r"^(?:president|prime minister|minister|general|gen|king|queen|prince|mr|secretary-general|secretary general|"
    r"foreign minister|colonel|emir|sheikh|chancellor|pope|senator|ambassador|the)[ .]+"
)
COMMON = {"cornerstone", "foundation", "electric", "youth", "zero", "olive", "resources", "organization", "senate"}
CODE = re.compile(r"\[([A-Z\-]*)\s*([^\]]*)\]")


class Entry(NamedTuple):
    """An actor of a dictionary: its line, its names as the file has them, and its codes with their dates."""

    line: int
    words: list[str]
    codes: list[tuple[str, str]]

    @property
    def is_group(self) -> bool:
        """Whether it is no person, though its code has a date: nobody's name has an article."""
        return self.words[0].startswith("THE_") and {code[:3] for code, _ in self.codes} == {"IMG"}


def main(folder: Path) -> None:
    """Write the table."""
    OUT.write_text("\n".join(lines(folder)) + "\n", encoding="utf-8")


def lines(folder: Path) -> list[str]:
    """The lines of the table."""
    taken: set[str] = set()
    found = []
    for file in FILES:
        for entry in entries(folder / file):
            turned = _in_office([code for code in (_turn(*code) for code in entry.codes) if code])
            if entry.is_group:
                turned = [turned[0].partition("@")[0]]
            person = any("@" in code or code.endswith(":ELI") for code in turned)
            names = map(_name, entry.words)
            least = 2 if turned and turned[0].startswith(("UNO", "EUR")) else 3
            fresh = sorted(
                {name for name in names if _is_name(name, least) and not (person and " " not in name)} - taken
            )
            fresh = [name for name in fresh if name not in COMMON]
            if fresh and turned:
                taken |= set(fresh)
                found.append("|".join(fresh) + "\t" + ",".join(turned) + f"\t{file[8]}{entry.line}")
    head = "# Made by training/knowledge/phoenix.py from the Phoenix actor dictionaries, Open Event Data Alliance, MIT."
    return [head, *sorted(found)]


def entries(file: Path) -> Iterator[Entry]:
    """The entries of a file; states themselves, whose aliases are cities and misspellings, are left out."""
    return (entry for entry in all_entries(file) if not _is_state(entry.codes))


def all_entries(file: Path) -> Iterator[Entry]:
    """The entries of a file, states among them."""
    entry = Entry(0, [], [])
    for number, raw in enumerate(file.read_text(encoding="latin-1").splitlines(), 1):
        line = raw.partition("#")[0].rstrip()
        word = line.partition("[")[0].strip()
        if word and not word.startswith("+"):
            if entry.words:
                yield entry
            entry = Entry(number, [], [])
        if word:
            entry.words.append(word)
        entry.codes.extend(CODE.findall(line))
    if entry.words:
        yield entry


def _is_state(codes: list[tuple[str, str]]) -> bool:
    return not codes or (len(codes) == 1 and codes[0][0] in STATES | set(OTHER_STATES) and not codes[0][1])


def _name(word: str) -> str:
    name = re.sub(r"\s*\(.*?\)", "", word.lstrip("+").replace("_", " ")).strip().lower()
    return TITLES.sub("", " ".join(name.split()))


def _is_name(name: str, least: int) -> bool:
    return len(name) >= least and bool(re.fullmatch(r"[a-z0-9'.\- &]+", name)) and not name.isdigit()


def _turn(code: str, when: str) -> str | None:
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    country = _country(parts)
    sectors = [SECTORS[part] for part in parts if part in SECTORS]
    if not country or not (sectors or country in {"IGO", "UNO", "EUR", "NGO", "IMG", "MNC"}):
        return None
    if country == "IMG" and not sectors:
        sectors = ["REB"]  # an international militarized group
    if sectors[:1] == ["GOV"]:
        sectors = [sector for sector in sectors if sector in OFFICES]
    sectors = [s for s in sectors if s in ARMS and not when] + [s for s in sectors if s not in ARMS or when]
    days = _days(when)
    return None if days is None else f"{country}:{'+'.join(dict.fromkeys(sectors[:3]))}{days}"


def _in_office(codes: list[str]) -> list[str]:
    """Codes without the years before the first office, and with the terms of one office joined."""
    terms: dict[str, tuple[str, str]] = {}
    plain = [code for code in codes if "@" not in code]
    for code in codes:
        head, at, days = code.partition("@")
        if at and not head.endswith(":ELI"):
            first, _, last = days.partition("-")
            known = terms.get(head, (first, last))
            terms[head] = (min(known[0], first), max(known[1], last))
    return [f"{head}@{first}-{last}" for head, (first, last) in terms.items()] + list(dict.fromkeys(plain))


def _country(parts: list[str]) -> str | None:
    first = OTHER_STATES.get(parts[0], parts[0]) if parts else ""
    if first == "IGO":
        return {"UNO": "UNO", "EUR": "EUR"}.get(parts[1] if len(parts) > 1 else "", "IGO")
    return first if first in STATES or first in SLOTS else None


def _days(when: str) -> str | None:
    """`@FROM-TO`, empty where undated, None where the dictionary's dates make no sense."""
    when = when.strip()
    if not when:
        return ""
    match = re.fullmatch(r"([<>]?)\s*(\d{5,8})\s*(?:-\s*(\d{5,8}))?", when)
    if not match:
        return None
    sign, first, last = match[1], _day(match[2]), _day(match[3]) if match[3] else ""
    if not first or last is None or (last and last < first):
        return None
    if sign == "<":
        return f"@-{first}"
    return f"@{first}-{last or (LAST_DAY if sign else first)}"


def _day(digits: str) -> str | None:
    if len(digits) == 8:
        return digits
    if len(digits) == 6:
        return ("20" if digits[:2] <= "14" else "19") + digits
    return None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
