"""Places: the toponyms of a report and where they lie."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from sayso import marks
from sayso.annotate.component import Component
from sayso.annotate.place_words import is_water, relations
from sayso.annotate.toponyms import Mention, find_toponyms
from sayso.annotate.whereabouts import main_country, ranked, resolve
from sayso.knowledge.gazetteer import Toponym
from sayso.marks import Phrase, PlaceMark
from sayso.model import Place, Span
from sayso.model.place import Precision
from sayso.model.reason import Candidate, PlaceReason

_PRECISION: dict[str, Precision] = {
    "city": "city", "capital": "city", "region": "region", "district": "district", "country": "country", "area": "area",
}  # fmt: skip


class Places(Component[list[PlaceMark]]):
    """Finds toponyms, says which place each means, and puts the dateline's place into the report."""

    name = "sayso_places"
    version = "3"

    def predict(self, doc: Doc) -> list[PlaceMark]:
        return self._marks(doc, _resolved(doc))

    def reasons(self, doc: Doc) -> tuple[PlaceReason, ...]:
        """Why each place of the Doc was read as it was."""
        mentions = _resolved(doc)
        return tuple(
            PlaceReason(
                mark.place,
                tuple(_candidate(sense, features) for sense, features in senses),
                mention.within.name if mention.within else None,
            )
            for mark, mention, senses in zip(self._marks(doc, mentions), mentions, ranked(mentions), strict=True)
        )

    def _marks(self, doc: Doc, mentions: list[Mention]) -> list[PlaceMark]:
        country = main_country(mentions)
        return [_mark(doc, mention, number, country) for number, mention in enumerate(mentions, 1)]

    def set_annotations(self, doc: Doc, found: list[PlaceMark]) -> None:
        marks.set_places(doc, found)
        report = marks.get_report(doc)
        if report.dateline:
            filed = next((mark.place.id for mark in found if report.dateline.span.holds(mark.place.span)), None)
            marks.set_report(doc, replace(report, dateline=replace(report.dateline, place=filed)))


def _resolved(doc: Doc) -> list[Mention]:
    mentions = find_toponyms(doc)
    resolve(mentions)
    return mentions


def _candidate(sense: Toponym, features: dict[str, float]) -> Candidate:
    return Candidate(
        geonames=sense.id if sense.id > 0 else None,
        kind=sense.kind,
        country=sense.country,
        lat=sense.lat,
        lon=sense.lon,
        population=sense.population,
        score=round(sum(features.values()), 2),
        features=tuple(features.items()),
    )


def _mark(doc: Doc, mention: Mention, number: int, main: str | None) -> PlaceMark:
    span, sense = doc[mention.start : mention.end], mention.chosen
    if mention.area and mention.use == "literal" and sense and sense.kind != "area":
        sense = None
    known = sense or _around(mention)
    place = Place(
        id=f"p{number}",
        span=Span(span.start_char, span.end_char),
        name=mention.name,
        country=known.country if known else _country_of_unknown(mention, main),
        geonames=sense.id if sense and sense.id > 0 else None,
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        precision=_precision(mention, sense),
        use=mention.use,
        relation=_relation(doc, mention),
        confidence=_confidence(mention, sense),
    )
    return PlaceMark(Phrase(mention.start, mention.end, span.root.i), place)


def _around(mention: Mention) -> Toponym | None:
    """The town that an unknown place is said to lie in or near: near enough for a village or a quarter."""
    outer = mention.within.chosen if mention.within and not mention.area else None
    return outer if outer and outer.kind in ("city", "capital", "district") else None


def _country_of_unknown(mention: Mention, main: str | None) -> str | None:
    """The country that the text puts an unknown place into, else the one that the report is about; none for a sea."""
    if mention.area and is_water(mention.name):
        return None
    outer = mention.within.chosen if mention.within else None
    return outer.country if outer else main


def _precision(mention: Mention, sense: Toponym | None) -> Precision | None:
    if mention.area and mention.use == "literal":
        return "area"
    return _PRECISION[sense.kind] if sense else mention.type


def _relation(doc: Doc, mention: Mention) -> str | None:
    """What the words before (or the word "border" behind) say of the place: near it, north of it."""
    if mention.end < len(doc) and doc[mention.end].lower_ in ("border", "frontier"):
        return "border"
    before = doc[max(0, mention.start - 4) : mention.start].text.lower()
    before = before.removesuffix("the").rstrip()
    return next((name for said, name in relations().items() if f" {before}".endswith(f" {said}")), None)


def _confidence(mention: Mention, sense: Toponym | None) -> float:
    if sense is None:
        return 0.4 if mention.senses or not mention.area else 0.8
    if sense.kind in ("country", "area") or mention.within:
        return 0.9
    return 0.8 if len(mention.senses) == 1 else 0.7


@Language.factory(
    "sayso_places", assigns=["doc._.sayso_places", "doc._.sayso_report"], requires=["token.ent_type", "token.pos"]
)
def make_places(nlp: Language, name: str) -> Places:
    """The component, as spaCy's registry makes it."""
    return Places()
