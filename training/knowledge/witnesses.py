"""Who says that a word is a state's: the first of CLDR, ISO 3166-3, Phoenix, WordNet and rigour that does."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pycountry
from babel import Locale
from body import states_in
from phoenix import OTHER_STATES, all_entries
from rigour.territories import get_territory, lookup_territory
from wordnet import ORIGIN, WordNet

from sayso.knowledge.states import plain

COUNTRIES = "Phoenix.Countries.actors.txt"
_CODES = {"KOS": "xk", "XSL": "so-som"}  # rigour's codes of states that ISO 3166-1 has not

_COUNTING = ("CN", "FR", "NL", "NO", "US")  # whose territories ISO 3166-2 counts by their own codes of ISO 3166-1
_BY_THEMSELVES = ("HKG",)  # Phoenix has it as a state of its own, as CAMEO has
_COLONY = re.compile(r"\w+ (?:Crown )?[Cc]olony|territory of \w+|colony of the \w+ \w+")

_FREE = re.compile(r"\b(?:independen\w+|republic|former(?:ly)?|country|kingdom in|emirate)\b")
_OUTLYING = re.compile(r"overseas|outlying|dependency|special|country|arctic", re.IGNORECASE)


class Heard(NamedTuple):
    """A word of a state, in which use, and who says so."""

    field: str
    word: str
    origin: str


class Witnesses:
    """The sources, by the words that they have of each state."""

    def __init__(self, origins: Path, phoenix: Path) -> None:
        self._words = WordNet(origins)
        self._synsets: dict[str, list[str]] = {}
        for id, synset in self._words.synsets.items():
            for word in synset.words:
                self._synsets.setdefault(_key(word), []).append(id)
        self._phoenix = dict(_phoenix(phoenix / COUNTRIES))
        self._cldr = Locale("en").territories

    def heard(self, code: str, wanted: dict[str, Any], known: list[str]) -> list[Heard]:
        """Those of the words wanted of the state that a source has; the state is called by ``known`` as well."""
        own = [re.compile(rf"\b{re.escape(word)}\b") for word in known]
        found = []
        for field in ("names", "demonyms", "capitals"):
            for word in wanted.get(field, []):
                origin = self._origin(code, word, own)
                if origin:
                    found.append(Heard(field, word, origin))
                    own.append(re.compile(rf"\b{re.escape(word)}\b"))
                else:
                    print(f"{code}: nobody has {word!r}")  # noqa: T201  (a script)
        return found

    def above(self, code: str) -> Heard | None:
        """The state that a territory belongs to, by rigour, ISO 3166-2 or WordNet; None for what is a state itself."""
        country = pycountry.countries.get(alpha_3=code)
        territory = get_territory(country.alpha_2.lower())
        if code in _BY_THEMSELVES:
            return None
        if territory and territory.parent and (state := pycountry.countries.get(alpha_2=territory.parent.code.upper())):
            return Heard("of", state.alpha_3, f"rigour {version('rigour')} {territory.code}")
        for part in pycountry.subdivisions:
            if (
                part.country_code in _COUNTING
                and part.code.endswith(f"-{country.alpha_2}")
                and _OUTLYING.search(part.type)
            ):
                state = pycountry.countries.get(alpha_2=part.country_code)
                return Heard("of", state.alpha_3, f"pycountry {version('pycountry')} {part.code}")
        for id in self._synsets.get(_key(country.name.partition(" (")[0]), []):
            gloss = self._words.synsets[id].gloss
            match = None if _FREE.search(gloss) else _COLONY.search(gloss)
            if match and (told := states_in(match[0])):
                return Heard("of", told[0], f"{ORIGIN} n{id}")
        return None

    def _origin(self, code: str, word: str, own: list[re.Pattern[str]]) -> str | None:
        alpha = getattr(pycountry.countries.get(alpha_3=code), "alpha_2", _CODES.get(code, "").upper())
        if alpha and _key(word) == _key(self._cldr.get(alpha, "")):
            return f"babel {version('babel')} {alpha}"
        past = pycountry.historic_countries.get(alpha_3=code)
        if past and _key(word) in _key(past.name):
            return f"pycountry {version('pycountry')} {past.alpha_4}"
        if line := self._phoenix.get((code, _key(word))):
            return f"phoenix C{line}"
        for id in self._synsets.get(_key(word), []):
            synset = self._words.synsets[id]
            told = "; ".join([*synset.words, synset.gloss.partition(";")[0]])
            if any(name.search(told) for name in own):
                return f"{ORIGIN} n{id}"
        territory = lookup_territory(word)
        if territory and territory.code in {alpha.lower(), _CODES.get(code)}:
            return f"rigour {version('rigour')} {territory.code}"
        return None


def _phoenix(file: Path) -> list[tuple[tuple[str, str], int]]:
    found = []
    for entry in all_entries(file):
        for code, when in entry.codes[:1]:
            state = OTHER_STATES.get(code[:3], code[:3])
            if len(code) == 3 and not when.strip():
                found += [((state, _key(word.lstrip("+").replace("_", " "))), entry.line) for word in entry.words]
    return found


def _key(word: str) -> str:
    return plain(word.strip().title()).replace("’", "'").replace(".", "").replace(",", "").lower().strip()
