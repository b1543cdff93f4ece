"""Which place a name means: by what it is said to lie in, by the other places of the report, by size.

A name keeps one meaning throughout a report. The countries and regions that the report's unmistakable names lie in
speak for the meanings that lie there too (after Leidner 2007, "one sense per discourse" and "geometric minimality").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log10
from typing import NamedTuple

from sayso.annotate.place_words import weights
from sayso.annotate.toponyms import Mention
from sayso.knowledge.gazetteer import Toponym
from sayso.knowledge.place_names import fold

_FEW = 40


class Votes(NamedTuple):
    """How strongly the names of a report speak for each country and region."""

    countries: dict[str, float]
    regions: dict[int, float]

    def share(self, country: str | None) -> float:
        total = sum(self.countries.values())
        return self.countries.get(country, 0.0) / total if country and total else 0.0


def resolve(mentions: list[Mention]) -> None:
    """Choose the meaning of every mention."""
    groups = groups_of(mentions)
    votes = votes_of(mentions)
    for group in groups.values():
        _choose(group, votes)
    again = votes_of(mentions)
    for group in groups.values():
        _choose(group, again)


def groups_of(mentions: list[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each name."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[fold(mention.name)].append(mention)
    return groups


def main_country(mentions: list[Mention]) -> str | None:
    """The country that more than half of a report's resolved mentions, demonyms among them, speak of."""
    said = Counter(mention.chosen.country for mention in mentions if mention.chosen and mention.chosen.country)
    country, count = max(said.items(), key=lambda item: (item[1], item[0] or ""), default=(None, 0))
    return country if count > max(2, 0.5 * said.total()) else None


def votes_of(mentions: list[Mention]) -> Votes:
    """Every name speaks, however often said: for its meaning where that is plain, else for each in part."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[int, float] = defaultdict(float)
    for mention in {fold(mention.name): mention for mention in mentions}.values():
        plain = mention.chosen or _unmistakable(mention)
        senses = [plain] if plain else list(mention.senses[:_FEW])
        for code in sorted({sense.country for sense in senses if sense.country}):
            countries[code] += 1 / len({sense.country for sense in senses})
        for region in sorted({sense.region for sense in senses if sense.region}):
            regions[region] += 1 / len({sense.region for sense in senses})
    return Votes(countries, regions)


def _unmistakable(mention: Mention) -> Toponym | None:
    """The one meaning of a name; a country is one unless a large region elsewhere bears its name, as Georgia's does."""
    if not mention.senses:
        return None
    first = mention.senses[0]
    one_place = len({(sense.country, sense.region) for sense in mention.senses}) == 1
    return first if one_place or (first.kind == "country" and not _is_contested(first, mention.senses)) else None


def _is_contested(country: Toponym, senses: tuple[Toponym, ...]) -> bool:
    return any(s.kind == "region" and s.country != country.country and s.population > 1_000_000 for s in senses)


def _choose(group: list[Mention], votes: Votes) -> None:
    """One meaning for all mentions of a name, unless what one is said to be or to lie in gives it its own."""
    if len(group[0].senses) < 2:
        for mention in group:
            mention.chosen = next(iter(mention.senses), None)
        return
    scores = {sense: _score(sense, group, votes) for sense in group[0].senses}
    best = max(scores, key=lambda sense: (scores[sense], sense.population, -sense.id))
    for mention in group:
        own = {sense: scores[sense] + _typed(sense, mention) for sense in scores}
        mention.chosen = max(own, key=lambda sense: (own[sense], sense.population, -sense.id)) if mention.type else best


def ranked(mentions: list[Mention]) -> list[list[tuple[Toponym, dict[str, float]]]]:
    """For each mention the places that its name can mean, the likeliest first, and what speaks for each."""
    groups = groups_of(mentions)
    votes = votes_of(mentions)
    found = []
    for mention in mentions:
        senses = []
        for sense in mention.senses:
            features = features_of(sense, groups[fold(mention.name)], votes)
            if typed := _typed(sense, mention):
                features["type"] = typed
            senses.append((sense, features))
        found.append(sorted(senses, key=lambda pair: (-sum(pair[1].values()), -pair[0].population, pair[0].id)))
    return found


def _score(sense: Toponym, group: list[Mention], votes: Votes) -> float:
    weigh = weights()
    return sum(value * weigh[name] for name, value in values_of(sense, group, votes).items())


def features_of(sense: Toponym, group: list[Mention], votes: Votes) -> dict[str, float]:
    """What speaks for a meaning, each feature weighed: only those that do."""
    values = values_of(sense, group, votes)
    return {name: round(value * weights()[name], 3) for name, value in values.items() if value * weights()[name]}


def values_of(sense: Toponym, group: list[Mention], votes: Votes) -> dict[str, float]:
    """The features of a meaning, not yet weighed."""
    return {
        _kind_feature(sense, group[0].senses): 1.0,
        "population": log10(sense.population + 10) if sense.kind not in ("country", "area") else 0.0,
        "capital": float(sense.kind == "capital"),
        "town": float(sense.kind in ("city", "capital")),
        "same country": votes.share(sense.country),
        "same region": min(1.0, votes.regions.get(sense.region, 0.0) / 2) if sense.region else 0.0,
        "lies in": float(any(_is_in(sense, mention.within) for mention in group)),
    }


def _kind_feature(sense: Toponym, senses: tuple[Toponym, ...]) -> str:
    """A country nearly always is what its name means, unless a large region elsewhere bears it."""
    if sense.kind == "country":
        return "namesake country" if _is_contested(sense, senses) else "country"
    return "area" if sense.kind == "area" else "place"


def _is_in(sense: Toponym, outer: Mention | None) -> bool:
    if outer is None:
        return False
    larger = (outer.chosen,) if outer.chosen else outer.senses
    return any(_holds(place, sense) for place in larger)


def _holds(outer: Toponym, inner: Toponym) -> bool:
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.country
    return outer.kind in ("region", "district") and inner.kind != "country" and inner.region == outer.region != 0


def _typed(sense: Toponym, mention: Mention) -> float:
    kinds = {"city": ("city", "capital"), "district": ("district",), "region": ("region",)}
    return weights()["type"] * (sense.kind in kinds.get(mention.type or "", ()))
