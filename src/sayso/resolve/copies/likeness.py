"""How far one text is in another: what their fingerprints have in common."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.resolve.copies.sketch import BANDS, ROWS, CopySketch

_LEADING = 30
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """``contained`` is the share of the shorter text's fingerprints that the longer has, ``covered`` the other way
    round; ``lead`` the same for the first third, of either; both without what stands in quotation marks, which many
    carry who did not copy from each other. ``particulars`` is the share of the shorter's names and numbers that the
    longer has too. ``shared`` counts the fingerprints, ``quoted`` those of them in quotation marks; ``resemblance``
    is MinHash's."""

    contained: float
    covered: float
    lead: float
    particulars: float
    shared: int
    quoted: int
    resemblance: float

    @classmethod
    def of(cls, shorter: CopySketch, longer: CopySketch) -> Likeness:
        """The likeness of two texts, the one with fewer fingerprints first."""
        spoken = {sketch.prints[number] for sketch in (shorter, longer) for number in sketch.quoted}
        told, retold = ([one for one in sketch.prints if one not in spoken] for sketch in (shorter, longer))
        common = set(shorter.prints) & set(longer.prints)
        return cls(
            contained=_share(told, common),
            covered=_share(retold, common),
            lead=max(_share(told[: -(-len(told) // 3)], common), _share(retold[: -(-len(retold) // 3)], common)),
            particulars=_share(shorter.particulars[:_LEADING], longer.particulars),
            shared=len(common - spoken),
            quoted=len(common & spoken),
            resemblance=_resemblance(shorter.signature, longer.signature),
        )


def bands_of(signature: str) -> list[str]:
    """The signature in its bands: two texts of a resemblance of 0.5 share one in five of six cases."""
    width = _DIGITS * ROWS
    return [signature[at : at + width] for at in range(0, len(signature), width)]


def _share(of: Sequence[int] | Sequence[str], among: Collection[int] | Collection[str]) -> float:
    known = frozenset(among)
    return sum(one in known for one in of) / len(of) if of else 0.0


def _resemblance(one: str, other: str) -> float:
    pieces = range(0, min(len(one), len(other)), _DIGITS)
    return sum(one[at : at + _DIGITS] == other[at : at + _DIGITS] for at in pieces) / (BANDS * ROWS)
