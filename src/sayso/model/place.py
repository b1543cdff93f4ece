"""Places: toponyms with where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span

Precision = Literal["point", "city", "district", "region", "country", "area"]
PlaceUse = Literal["literal", "in-name", "demonym"]


@dataclass(frozen=True, slots=True)
class Place:
    """One toponym. ``geonames`` is a GeoNames id; ``lat``/``lon`` are WGS84 degrees; unknown stays None.

    >>> Place("p1", Span(0, 6), "Muscat", "OMN", 287286, 23.58, 58.41, "city", "literal", None, 0.9).country
    'OMN'
    """

    id: str
    span: Span
    name: str
    country: str | None
    geonames: int | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    use: PlaceUse
    relation: str | None
    confidence: float
