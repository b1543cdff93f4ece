"""A report renamed, people, groups and places, in text and key, so that nothing of it can be known by heart.

    python eval/renamed.py ../shared/acceptance/ID.json OUT_FOLDER      writes ID.txt and ID.json, renamed

Which words are names is read off the report's own key: proper nouns that other news does not write in lower case.
People and groups get surnames and first names of other news, countries (with adjective and capital) those of
`countries.toml`. A country that the text calls by an acronym stays, for its organs are named in ordinary words; so do
media.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
Key = dict[str, Any]
_WORD = re.compile(r"[^\W\d_]+")
_CODE_FIELDS = ("actor_code", "recipient_code", "mediator_code")


@dataclass(frozen=True)
class Renaming:
    """The new words for the old ones, and the new country codes for the old ones."""

    words: dict[str, str]
    codes: dict[str, str]
    people: frozenset[str]

    def text(self, text: str) -> str:
        """The text with every name replaced as a whole word, possessives and plurals too."""
        names = sorted(self.words, key=len, reverse=True)
        pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(?=s?(?!\w))")
        return pattern.sub(lambda match: self.words[match[1]], text)

    def value(self, value: Any) -> Any:
        """Any part of the key, with the words in its strings replaced and its country codes exchanged."""
        if isinstance(value, dict):
            return {name: self.value(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if not isinstance(value, str):
            return value
        code = re.fullmatch(r"([A-Z]{3})([A-Z]{3})?", value)
        return self.codes[code[1]] + (code[2] or "") if code and code[1] in self.codes else self.text(value)


def knowable(key: Key, people: frozenset[str]) -> Key:
    """The key without country codes of people and groups that get new names: nobody can know where these belong."""

    def new(*names: object) -> bool:
        return any(word.removesuffix("s") in people for name in names for word in _WORD.findall(str(name)))

    events = [
        {k: v for k, v in event.items() if k not in _CODE_FIELDS or not new(event.get(k.removesuffix("_code")))}
        for event in key.get("events", [])
    ]
    codes = [code for code in key.get("actor_codes", []) if not new(code["text"])]
    return key | {"events": events, "actor_codes": codes}


def rename(key: Key, renaming: Renaming) -> Key:
    """The key of the renamed report."""
    renamed: Key = renaming.value(knowable(key, renaming.people))
    capitals = {country["capital"]: country for country in _table()["country"]}
    for place in renamed.get("places", []):
        if "lat" in place and place["text"] in capitals:
            place |= {axis: capitals[place["text"]][axis] for axis in ("lat", "lon")}
    return renamed


def plan(text: str, key: Key) -> Renaming:
    """New words for the names of the report, the same ones every time."""
    countries, codes = _country_words(text, key)
    kept = {form for code, forms in _phoenix().items() if code in _codes_of(key) for form in forms} | _media(key)
    areas = [place["text"] for place in key.get("places", []) if "area" in place.get("precision", [])]
    fixed = countries | dict(zip(areas, (area["name"] for area in _table()["area"]), strict=False))
    taken = {word for phrase in fixed for word in _WORD.findall(phrase)}
    names = [name for name in _names(text, key) if name not in taken | kept]
    firsts, lasts = _pools(set(_WORD.findall(text)))
    first = [name for name in names if re.search(rf"(?<!\w){name} ({'|'.join(names)})(?!\w)", text)]
    last = [name for name in names if name not in first]
    people = dict(zip(first, firsts, strict=False)) | dict(zip(last, lasts, strict=False))
    people |= {name: _acronym(name) for name in names if name.isupper()}
    return Renaming(fixed | people, codes, frozenset(people))


def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((HERE / "countries.toml").read_text(encoding="utf-8"))


def _country_words(text: str, key: Key) -> tuple[dict[str, str], dict[str, str]]:
    """Words for the countries of the key, and their codes; a country that the text calls by an acronym is left out."""
    words: dict[str, str] = {}
    codes: dict[str, str] = {}
    stand_ins = iter(_table()["country"])
    known = _phoenix()
    for code in _codes_of(key):
        forms = [form for form in known.get(code, []) if re.search(rf"(?<!\w){form}(?!\w)", text)]
        if not forms or any(re.search(rf"(?<!\w){form.upper()}(?!\w)", text) for form in known[code] if len(form) <= 3):
            continue
        if not (new := next(stand_ins, None)):
            break
        codes[code] = new["code"]
        words |= {form: new[_sort_of(form, known[code][0])] for form in forms}
    return words, codes


def _codes_of(key: Key) -> list[str]:
    return list(dict.fromkeys(re.findall(r'"([A-Z]{3})(?:[A-Z]{3})?"', json.dumps(key))))


def _sort_of(form: str, name: str) -> str:
    if form == name:
        return "name"
    return "adjective" if form[:4] == name[:4] else "capital"


@cache
def _phoenix() -> dict[str, list[str]]:
    """The words for each country in the Phoenix dictionaries, its name first."""
    found: dict[str, list[str]] = {}
    now: list[str] = []
    lines = (SHARED / "data/phoenix/Phoenix.Countries.actors.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        head = re.match(r"([A-Z_.]+?)_? +\[([A-Z]{3})\]", line)
        if head:
            now = found.setdefault(head[2], [head[1].replace("_", " ").title()])
        elif line.startswith("+"):
            now.append(line[1:].split("#")[0].strip().strip("_").replace("_", " ").title())
        elif line and not line.startswith("#"):
            now = []
    return found


def _names(text: str, key: Key) -> list[str]:
    """The proper nouns that the key holds, in the order of the text."""
    in_key = set(_WORD.findall(json.dumps(key, ensure_ascii=False)))
    coded = {word for code in key.get("actor_codes", []) for word in _WORD.findall(code["text"])}
    found = dict.fromkeys(match[0] for match in _WORD.finditer(text))
    plural = {name + "s" for name in found}
    return [
        name
        for name in found
        if name in in_key
        and name[0].isupper()
        and name not in plural
        and name.lower() not in _common()
        and not re.search(rf"\w-{name}", text)
        and (not name.isupper() or name in coded)
    ]


def _media(key: Key) -> set[str]:
    media = [st["source"] for st in key.get("statements", []) if st.get("standing") == "media"]
    return {word for name in [*media, key.get("outlet", "")] for word in _WORD.findall(name)}


def _articles(*names: str) -> Iterator[dict[str, Any]]:
    for name in names:
        with (SHARED / "data" / name).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


@cache
def _common() -> frozenset[str]:
    """Words that news writes in lower case (once in twenty times), titles, and the names of days and months."""
    days = "monday tuesday wednesday thursday friday saturday sunday"
    months = "january february march april may june july august september october november december"
    short = {word[:size] for word in f"{days} {months}".split() for size in (3, 4)}
    texts = [row["text"] for row in _articles("polnear/train.jsonl", "corpora/gulf-1987-dev.jsonl")]
    count = Counter(word for text in texts for word in _WORD.findall(text))
    written = {word for word in count if word.islower() and 19 * count[word] >= count[word.title()]}
    return frozenset(written | short | set(f"{days} {months} mullah sheikh ayatollah".split()))


def _pools(taken: set[str]) -> tuple[list[str], list[str]]:
    """First names and surnames of people who are quoted in other news."""
    firsts, lasts = Counter[str](), Counter[str]()
    for article in _articles("polnear/train.jsonl"):
        for attribution in article["attributions"]:
            source = " ".join(article["text"][start:end] for start, end in attribution["source"])
            if person := re.fullmatch(r"([A-Z][a-z]{2,}) ([A-Z][a-z]{3,}[^s\W])", source):
                firsts[person[1]] += 1
                lasts[person[2]] += 1
    new = taken | {word.title() for word in _common()}
    return _shuffled(firsts, lasts.keys() | new), _shuffled(lasts, firsts.keys() | new)


def _shuffled(count: Counter[str], without: set[str]) -> list[str]:
    names = [name for name in count if count[name] >= 3 and name not in without]
    return sorted(names, key=lambda name: hashlib.sha256(name.encode()).digest())


def _acronym(name: str) -> str:
    return "".join(chr((ord(letter) - 60) % 26 + 65) for letter in name)


def main() -> None:
    """Write the renamed report beside its renamed key."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    text, key = source.with_suffix(".txt").read_text(encoding="utf-8"), json.loads(source.read_text(encoding="utf-8"))
    renaming = plan(text, key)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / source.name).write_text(json.dumps(rename(key, renaming), ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / source.name).with_suffix(".txt").write_text(renaming.text(text), encoding="utf-8")


if __name__ == "__main__":
    main()
